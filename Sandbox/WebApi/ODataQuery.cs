using Microsoft.OData;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace Sandbox.WebApi;

/// <summary>The URL of a request as OData's parser understands it, after what the parser would let pass was refused.</summary>
internal sealed class ODataQuery
{
    /// <summary>The option whose value plug-ins find in their shared variables (DP/optional-parameters).</summary>
    public const string Tag = "tag";

    /// <summary>The row to remove from a collection (DP/webapi/associate-disassociate-table-rows).</summary>
    public const string Id = "$id";

    private static readonly string[] Understood =
        [Id, "$select", "$filter", "$apply", "$orderby", "$top", "$expand", "$count", "$skiptoken", "fetchXml", "savedQuery", "size", "x-ms-file-name", "sessiontoken", Tag];

    // What the platform knows and the sandbox does not.
    private static readonly string[] NotSupported = ["userQuery", "api-version", "$format", "$deltatoken", "partitionId"];

    private readonly ODataUriParser _parser;

    private ODataQuery(WebApiSchema schema, ODataUriParser parser, ODataPath path, Dictionary<string, string> options)
    {
        Schema = schema;
        _parser = parser;
        Path = path;
        Options = options;
    }

    public WebApiSchema Schema { get; }

    /// <summary>The segments of the path.</summary>
    public ODataPath Path { get; }

    /// <summary>The query options as sent, decoded.</summary>
    public IReadOnlyDictionary<string, string> Options { get; }

    public static ODataQuery Parse(WebApiSchema schema, Uri root, string path, string query)
    {
        var options = ReadOptions(query);
        if (!Uri.TryCreate(root, path + (query.Length == 0 ? "" : "?" + query), out var address) || !root.IsBaseOf(address))
            throw WebApiException.BadQuery($"'{path}' is no address of this service.");
        var parser = new ODataUriParser(schema.Model, root, address)
        {
            Resolver = new SchemaResolver(schema),
            UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses,
        };
        parser.Settings.MaximumExpansionDepth = 10;
        try
        {
            var parsed = parser.ParsePath();
            return parsed.LastSegment is NavigationPropertyLinkSegment || !options.ContainsKey(Id)
                ? new(schema, parser, parsed, options)
                : throw WebApiException.BadQuery($"The query option '{Id}' cannot be used on this resource.");
        }
        catch (ODataUnrecognizedPathException problem)
        {
            throw new WebApiException(StatusCodes.Status404NotFound, ErrorCodes.ResourceNotFound, problem.Message);
        }
        catch (ODataException problem)
        {
            throw WebApiException.BadQuery(problem.Message);
        }
    }

    public FilterClause? Filter() => Try(_parser.ParseFilter);

    public OrderByClause? OrderBy() => Try(_parser.ParseOrderBy);

    public ApplyClause? Apply() => Try(_parser.ParseApply);

    public SelectExpandClause? SelectAndExpand() => Try(_parser.ParseSelectAndExpand);

    public long? Top() => Try(_parser.ParseTop);

    public bool Count() => Try(_parser.ParseCount) ?? false;

    /// <summary>The value of a parameter alias (<c>@p</c>).</summary>
    public SingleValueNode Alias(string alias)
    {
        if (!Options.ContainsKey(alias))
            throw WebApiException.BadQuery($"The parameter alias '{alias}' has no value.");
        return _parser.ParameterAliasNodes.TryGetValue(alias, out var node) && node is not null ? node : new ConstantNode(null);
    }

    /// <summary>Refuses every option but those named, for paths on which the others mean nothing.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var option in Options.Keys)
        {
            if (option[0] != '@' && option != Tag && !names.Contains(option))
                throw WebApiException.BadQuery($"The query option '{option}' cannot be used on this resource.");
        }
    }

    /// <summary>The query options as sent, decoded; what is unknown, twice there or not supported is refused.</summary>
    /// <param name="query">The query, still percent-encoded.</param>
    /// <param name="more">Options that only the addressed resource knows.</param>
    public static Dictionary<string, string> ReadOptions(string query, params ReadOnlySpan<string> more)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? part : part[..equals]);
            var value = equals < 0 ? "" : Decode(part[(equals + 1)..]);
            if (name.Length == 0)
                throw WebApiException.BadQuery("A query option has no name.");
            if (NotSupported.Contains(name, StringComparer.Ordinal))
                throw WebApiException.NotSupported($"Query option '{name}'");
            if (name[0] != '@' && !Understood.Contains(name, StringComparer.Ordinal) && !more.Contains(name))
                throw WebApiException.BadQuery($"The query parameter {name} is not supported.");
            if (!options.TryAdd(name, value))
                throw WebApiException.BadQuery($"The query option '{name}' is given more than once.");
        }

        return options;

        static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    private static T Try<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (ODataException problem)
        {
            throw WebApiException.BadQuery(problem.Message);
        }
        catch (Exception problem) when (problem is FormatException or OverflowException or ArgumentException)
        {
            throw WebApiException.BadQuery(problem.Message);
        }
    }
}
