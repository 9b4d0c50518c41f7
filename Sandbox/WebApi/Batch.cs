using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Sandbox.WebApi;

/// <summary><c>$batch</c>: requests one after the other, and change sets that happen as a whole or not at all.</summary>
internal static class Batch
{
    private const int MostRequests = 1000;

    public static WebApiResponse Run(WebApiRequest request)
    {
        if (request.Method != HttpMethods.Post)
            throw WebApiException.NoMethod(request.Method, "'$batch'");
        if (request.IsBatchPart)
            throw Malformed("A batch cannot hold a batch.");
        var parts = MultipartReader.Read(request.Header("Content-Type"), request.Body);
        if (parts.Sum(part => part.IsMultipart ? part.Parts.Count : 1) > MostRequests)
            throw Malformed($"A batch holds at most {MostRequests} requests.");
        var writer = new MultipartWriter("batchresponse_" + Guid.NewGuid());
        var status = StatusCodes.Status200OK;
        foreach (var part in parts)
        {
            var answered = part.IsMultipart ? RunChangeSet(request, part, writer) : RunOne(request, part, writer);
            if (answered < 400 || request.Preferences.ContinuesOnError)
                continue;
            status = answered;
            break;
        }

        return new() { Status = status, ContentType = writer.ContentType, Body = writer.End() };
    }

    private static int RunOne(WebApiRequest request, MultipartPart part, MultipartWriter writer)
    {
        WebApiResponse answer;
        try
        {
            answer = WebApiHandler.Handle(Inner(request, part, new Dictionary<string, string>()));
        }
        catch (WebApiException problem)
        {
            // The parts before it have been answered, and what they stored stays.
            answer = WebApiResponse.Of(problem);
        }

        writer.Add(answer, part.ContentId);
        return answer.Status;
    }

    private static int RunChangeSet(WebApiRequest request, MultipartPart changeSet, MultipartWriter writer)
    {
        var writes = new List<(PreparedWrite Write, MultipartPart Part)>();
        WebApiResponse refusal;
        try
        {
            var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var part in changeSet.Parts)
            {
                var inner = Inner(request, part, addresses);
                if (inner.IsGet)
                    throw Malformed("A change set holds no GET requests.");
                var query = ODataQuery.Parse(inner.Schema, inner.ServiceRoot, inner.Path, inner.Query);
                var write = Writes.Prepare(inner, query) ?? CallOperation.PrepareAction(inner, query)
                    ?? throw WebApiException.NotSupported($"'{inner.Method} {inner.Path}' in a change set");
                inner.WithOptions(write.Request);
                writes.Add((write, part));
                Remember(addresses, inner, part, write.Request);
            }

            var transaction = new ExecuteTransactionRequest { Requests = [], ReturnResponses = true };
            transaction.Requests.AddRange(writes.Select(each => each.Write.Request));
            var responses = ((ExecuteTransactionResponse)request.Execute(transaction)).Responses;
            var answers = new MultipartWriter("changesetresponse_" + Guid.NewGuid());
            for (var i = 0; i < writes.Count; i++)
                answers.Add(writes[i].Write.Answer(responses[i]), writes[i].Part.ContentId);
            writer.Add(answers);
            return StatusCodes.Status200OK;
        }
        catch (WebApiException problem)
        {
            refusal = WebApiResponse.Of(problem);
        }
        catch (OrganizationFault fault)
        {
            refusal = WebApiResponse.Of(fault, request.Preferences, request.Organization.Options.DataFolder);
        }

        writer.Add(refusal, contentId: null);
        return refusal.Status;
    }

    /// <summary>A row that is created gets its id now, so that later parts of the change set can name it as <c>$1</c>.</summary>
    private static void Remember(Dictionary<string, string> addresses, WebApiRequest inner, MultipartPart part, OrganizationRequest write)
    {
        if (part.ContentId is not { } id || write is not CreateRequest { Target: var target } || inner.Schema.Table(target.LogicalName) is not { } entity)
            return;
        if (target.Id == Guid.Empty)
            target.Id = Guid.NewGuid();
        addresses[id] = inner.AddressOf(entity, target.Id);
    }

    private static WebApiRequest Inner(WebApiRequest request, MultipartPart part, IReadOnlyDictionary<string, string> addresses)
    {
        var (method, target, headers, body) = HttpMessage.Read(part.Body);
        target = Resolve(target, addresses);
        var root = request.ServiceRoot.ToString();
        var rootPath = request.ServiceRoot.AbsolutePath;
        var relative = target.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? target[root.Length..]
            : target.StartsWith(rootPath, StringComparison.OrdinalIgnoreCase) ? target[rootPath.Length..]
            : target;
        if (relative.StartsWith('/') || relative.Contains("://", StringComparison.Ordinal))
            throw Malformed($"'{target}' is no address of this service.");
        if (addresses.Count > 0)
            body = Encoding.UTF8.GetBytes(ResolveBinds(Encoding.UTF8.GetString(body.Span), addresses));
        var question = relative.IndexOf('?', StringComparison.Ordinal);
        return new WebApiRequest
        {
            Method = method,
            ServiceRoot = request.ServiceRoot,
            Path = question < 0 ? relative : relative[..question],
            Query = question < 0 ? "" : relative[(question + 1)..],
            Headers = headers,
            Body = body,
            Organization = request.Organization,
            Schema = request.Schema,
            Caller = request.Caller,
            Preferences = Preferences.Parse(headers["Prefer"].ToString()),
            IsBatchPart = true,
        };
    }

    /// <summary><c>$1/rdy_trials</c>: the address of a row that the change set creates.</summary>
    private static string Resolve(string target, IReadOnlyDictionary<string, string> addresses)
    {
        var path = target.TrimStart('/');
        if (!path.StartsWith('$') || path.Length < 2 || !char.IsAsciiDigit(path[1]))
            return target;
        var end = path.IndexOfAny(['/', '?']);
        var id = end < 0 ? path[1..] : path[1..end];
        return addresses.TryGetValue(id, out var address)
            ? address + (end < 0 ? "" : path[end..])
            : throw Malformed($"The content id '${id}' names no earlier request of the change set that creates a row.");
    }

    private static string ResolveBinds(string json, IReadOnlyDictionary<string, string> addresses)
    {
        foreach (var (id, address) in addresses)
            json = json.Replace($"\"${id}\"", $"\"{address}\"", StringComparison.Ordinal).Replace($"\"/${id}\"", $"\"{address}\"", StringComparison.Ordinal);
        return json;
    }

    internal static WebApiException Malformed(string message) =>
        new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, message);
}
