using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Sandbox.Hosting;

namespace Sandbox.WebApi;

/// <summary>The door of the Web API: reads a request in full, hands it on, sends the answer.</summary>
internal static class WebApiEndpoints
{
    /// <summary>The largest body: what the platform takes as a file in one request.</summary>
    public const long LargestBody = 128L * 1024 * 1024;

    /// <summary>The longest request line: the platform's limit for addresses, which FetchXML may fill.</summary>
    public const int LongestAddress = 32 * 1024;

    /// <summary>Every answer bears it, so that nobody takes the sandbox for an environment: its version number alone would not tell.</summary>
    private const string SandboxHeader = "X-Dataverse-Sandbox";

    private const string Root = "/api/data/";

    private static readonly string[] Versions = ["v9.0", "v9.1", "v9.2"];

    public static void Map(WebApplication app, Organization organization)
    {
        var schemas = new SchemaCache(organization);
        app.Map(Root + "{**path}", context => HandleAsync(context, organization, schemas));
        app.Map("/api/search/{**path}", context => SendAsync(context, WebApiResponse.Of(WebApiException.NotSupported("Dataverse search"))));
    }

    public static async Task SendAsync(HttpContext context, WebApiResponse answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers["OData-Version"] = "4.0";
        response.Headers[SandboxHeader] = "true";
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.ContentType is null)
            return;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(answer.Body);
    }

    private static async Task HandleAsync(HttpContext context, Organization organization, SchemaCache schemas)
    {
        WebApiResponse answer;
        try
        {
            var request = await ReadAsync(context, organization, schemas);
            answer = WebApiHandler.Handle(request);
        }
        catch (WebApiException refusal)
        {
            answer = WebApiResponse.Of(refusal);
        }
        catch (BadHttpRequestException problem)
        {
            answer = WebApiResponse.OfError(
                problem.StatusCode,
                ErrorCodes.InvalidArgument,
                problem.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? string.Create(CultureInfo.InvariantCulture, $"The request is larger than {LargestBody / 1024 / 1024} MB.")
                    : problem.Message);
        }

        await SendAsync(context, answer);
    }

    private static async Task<WebApiRequest> ReadAsync(HttpContext context, Organization organization, SchemaCache schemas)
    {
        // The raw target: a decoded path could no longer tell a slash within a key from one between segments.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var start = target.IndexOf(Root, StringComparison.OrdinalIgnoreCase);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = start < 0 ? "" : question < 0 ? target[(start + Root.Length)..] : target[(start + Root.Length)..question];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var version = slash < 0 ? path : path[..slash];
        if (!Versions.Contains(version, StringComparer.OrdinalIgnoreCase))
            throw WebApiException.NoResource(version);
        var headers = context.Request.Headers;
        return new WebApiRequest
        {
            Method = context.Request.Method,
            ServiceRoot = new Uri($"{context.Request.Scheme}://{context.Request.Host}{Root}{version}/"),
            Path = slash < 0 ? "" : path[(slash + 1)..],
            Query = question < 0 ? "" : target[(question + 1)..],
            Headers = headers,
            Body = await ReadBodyAsync(context),
            Organization = organization,
            Schema = schemas.Current,
            Caller = CallerOf(context.Request, organization),
            Preferences = Preferences.Parse(headers["Prefer"].ToString()),
        };
    }

    /// <summary>
    /// Who sends the request: the user chosen in the app, or the administrator; and on whose behalf, where a header names somebody by the id in <c>systemuser</c>
    /// (<c>MSCRMCallerID</c>) or in the directory (<c>CallerObjectId</c>).
    /// </summary>
    public static Caller CallerOf(HttpRequest request, Organization organization)
    {
        var signedIn = UserEndpoints.Chosen(request, organization) ?? organization.DefaultCaller;
        foreach (var name in new[] { "MSCRMCallerID", "CallerObjectId" })
        {
            var value = request.Headers[name].ToString();
            if (value.Length == 0)
                continue;
            if (!Guid.TryParse(value, out var id))
            {
                throw new WebApiException(
                    StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, $"The header '{name}' holds no id of a user: '{value}'.");
            }

            var user = name == "MSCRMCallerID" ? id : organization.UserByObjectId(id) ?? id;
            return user == signedIn.UserId ? signedIn : new Caller(user, signedIn.UserId);
        }

        return signedIn;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding"))
            return default;
        var buffer = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 0, 256, 1 << 20));
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.GetMemory(4096), context.RequestAborted);
            if (read == 0)
                return buffer.WrittenMemory;
            buffer.Advance(read);
        }
    }
}
