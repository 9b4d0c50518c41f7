using Microsoft.Xrm.Sdk;

namespace Sandbox.WebApi;

/// <summary>One request, read in full: from HTTP, or a part of a batch.</summary>
internal sealed class WebApiRequest
{
    private static readonly (string Header, string Parameter)[] OptionalParameters =
    [
        ("MSCRM.SuppressDuplicateDetection", "SuppressDuplicateDetection"),
        ("MSCRM.BypassCustomPluginExecution", "BypassCustomPluginExecution"),
        ("MSCRM.BypassBusinessLogicExecution", "BypassBusinessLogicExecution"),
        ("MSCRM.BypassBusinessLogicExecutionStepIds", "BypassBusinessLogicExecutionStepIds"),
        ("MSCRM.SuppressCallbackRegistrationExpanderJob", "SuppressCallbackRegistrationExpanderJob"),
        ("MSCRM.SolutionUniqueName", "SolutionUniqueName"),
        ("MSCRM.PartitionId", "partitionId"),
    ];

    public required string Method { get; init; }

    /// <summary>Root with a slash at the end: <c>http://localhost:5080/api/data/v9.2/</c>.</summary>
    public required Uri ServiceRoot { get; init; }

    /// <summary>What follows the root, still percent-encoded, without query.</summary>
    public required string Path { get; init; }

    /// <summary>The query, still percent-encoded, without question mark.</summary>
    public required string Query { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required Organization Organization { get; init; }

    public required WebApiSchema Schema { get; init; }

    public required Caller Caller { get; init; }

    public required Preferences Preferences { get; init; }

    /// <summary>The value of the query option <c>tag</c>; null for none.</summary>
    public string? Tag => Query.Contains(ODataQuery.Tag + "=", StringComparison.Ordinal) ? ODataQuery.ReadOptions(Query).GetValueOrDefault(ODataQuery.Tag) : null;

    /// <summary>True for a request inside a batch, which may not hold another one.</summary>
    public bool IsBatchPart { get; init; }

    public bool IsGet => Method == HttpMethods.Get;

    /// <summary>A header that says something; clients of the platform send <c>If-None-Match: null</c>.</summary>
    public string? Header(string name)
    {
        var value = Headers[name].ToString();
        return value.Length == 0 || value == "null" ? null : value;
    }

    public OrganizationResponse Execute(OrganizationRequest request) => Organization.Execute(request, Caller);

    /// <summary>
    /// The request with the optional parameters that its HTTP request names in headers and in <c>tag</c> (DP/optional-parameters); what the
    /// organization does not know of them, it refuses.
    /// </summary>
    public OrganizationRequest WithOptions(OrganizationRequest request)
    {
        foreach (var (header, parameter) in OptionalParameters)
        {
            if (Header(header) is not { } value)
                continue;
            request[parameter] = bool.TryParse(value, out var flag) ? flag : value;
            if (parameter == "SuppressDuplicateDetection" && request[parameter] is false)
                throw WebApiException.NotSupported($"Duplicate detection, for which the header '{header}: false' asks,");
        }

        if (Tag is { } tag)
            request[ODataQuery.Tag] = tag;
        return request;
    }

    public T Execute<T>(OrganizationRequest request)
        where T : OrganizationResponse => (T)Execute(request);

    /// <summary>The address of a row, as in <c>OData-EntityId</c>.</summary>
    public string AddressOf(EntitySchema entity, Guid id) => $"{ServiceRoot}{entity.Table.EntitySetName}({id:D})";
}
