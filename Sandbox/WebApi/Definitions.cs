using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sandbox.WebApi;

/// <summary>
/// <c>EntityDefinitions</c>, <c>RelationshipDefinitions</c> and <c>GlobalOptionSetDefinitions</c>: what the organization consists of, to be
/// read (DP/webapi/query-metadata-web-api).
/// </summary>
internal static partial class Definitions
{
    private const string Cast = WebApiSchema.Namespace + ".";
    private const string Languages = "LabelLanguages";

    private static readonly string[] Sets = ["EntityDefinitions", "RelationshipDefinitions", "GlobalOptionSetDefinitions"];

    /// <summary>Whether a path leads to definitions.</summary>
    public static bool Has(string path) => Sets.Contains(SegmentPattern().Match(path.Split('/')[0]).Groups["name"].Value);

    public static WebApiResponse Write(WebApiRequest request)
    {
        var options = ODataQuery.ReadOptions(request.Query, Languages);
        foreach (var option in options.Keys)
        {
            if (option is not ("$select" or "$expand" or "$filter" or Languages))
                throw WebApiException.BadQuery($"The query option '{option}' cannot be used on this resource.");
        }

        var segments = Uri.UnescapeDataString(request.Path).Split('/');
        var catalog = new DefinitionCatalog(request, LanguagesOf(options));
        var found = Walk(catalog, segments);
        var query = Query.Of(options);
        var context = $"{request.ServiceRoot}$metadata#{string.Join('/', segments)}{(query.Selected is null ? "" : $"({string.Join(',', query.Selected)})")}";
        return WebApiResponse.OfJson(StatusCodes.Status200OK, writer => new JsonObject
        {
            ["@odata.context"] = context + (found is Definition ? "/$entity" : ""),
        }.MergedWith(Shape(found, query)).WriteTo(writer));
    }

    /// <summary>What a path leads to: definitions, one definition, or the value of one of its properties.</summary>
    private static object? Walk(DefinitionCatalog catalog, string[] segments)
    {
        object? at = null;
        foreach (var segment in segments)
        {
            var match = SegmentPattern().Match(segment);
            if (!match.Success)
                throw WebApiException.NoResource(segment);
            var name = match.Groups["name"].Value;
            at = at switch
            {
                null => name switch
                {
                    "EntityDefinitions" => catalog.Tables,
                    "RelationshipDefinitions" => catalog.Relationships,
                    _ => catalog.Choices,
                },
                IEnumerable<Definition> many when name.StartsWith(Cast, StringComparison.Ordinal) => many.Where(each => Cast + each.Type == name),
                Definition one when name.StartsWith(Cast, StringComparison.Ordinal) => Cast + one.Type == name ? one : throw Missing(segments, segment),
                Definition one when one.Collections.TryGetValue(name, out var collection) => collection(),
                Definition one when one.Singles.TryGetValue(name, out var single) => single() ?? throw Missing(segments, segment),
                Definition one when one.Members.ContainsKey(name) => one.Members[name] ?? throw Missing(segments, segment),
                _ => throw WebApiException.NotSupported($"The path '{string.Join('/', segments)}'"),
            };
            if (match.Groups["key"] is not { Success: true, Value: var key })
                continue;
            at = at is IEnumerable<Definition> candidates
                ? candidates.FirstOrDefault(KeyOf(key)) ?? throw Missing(segments, segment)
                : throw WebApiException.BadQuery($"'{name}' takes no key.");
        }

        return at;
    }

    private static Func<Definition, bool> KeyOf(string key)
    {
        if (Guid.TryParse(key, out var id))
            return each => (string?)each.Members["MetadataId"] == id.ToString();
        var match = KeyPattern().Match(key);
        var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value);
        return match.Success && name is "LogicalName" or "SchemaName" or "Name" or "MetadataId"
            ? each => (string?)each.Members[name] == value
            : throw WebApiException.BadQuery($"'{key}' is no key of a definition.");
    }

    private static WebApiException Missing(string[] segments, string segment)
    {
        var key = KeyPattern().Match(SegmentPattern().Match(segment).Groups["key"].Value).Groups["value"].Value;
        var outer = KeyPattern().Match(SegmentPattern().Match(segments[0]).Groups["key"].Value).Groups["value"].Value;
        return new(StatusCodes.Status404NotFound, ErrorCodes.ObjectDoesNotExist, segment.Split('(')[0] switch
        {
            "EntityDefinitions" => $"Could not find an entity with name {key}",
            "Attributes" => $"Could not find an attribute with name {key} of the entity {outer}",
            _ => $"Could not find '{segment}' of '{string.Join('/', segments)}'",
        });
    }

    private static HashSet<int>? LanguagesOf(Dictionary<string, string> options) => options.TryGetValue(Languages, out var text)
        ? [.. text.Split(',').Select(each => int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var language)
            ? language
            : throw WebApiException.BadQuery($"'{text}' names no languages: '{Languages}' takes numbers such as 1033."))]
        : null;

    private static JsonObject Shape(object? found, Query query) => found switch
    {
        Definition one => Shape(one, query.Checked([one])),
        IEnumerable<Definition> many => new() { ["value"] = Shape(many, query) },
        JsonNode value => new() { ["value"] = value.DeepClone() },
        _ => throw new InvalidOperationException("A path leads to a definition."),
    };

    private static JsonArray Shape(IEnumerable<Definition> definitions, Query query)
    {
        var all = definitions.ToArray();
        query.Checked(all);
        return [.. all.Where(each => query.Filter?.Holds(each) ?? true).Select(each => (JsonNode)Shape(each, query))];
    }

    private static JsonObject Shape(Definition definition, Query query)
    {
        var shown = new JsonObject();
        if (definition.NamesType)
            shown["@odata.type"] = "#" + Cast + definition.Type;
        foreach (var (name, value) in definition.Members)
        {
            if (query.Selected is null || query.Selected.Contains(name) || name == "MetadataId")
                shown[name] = value?.DeepClone();
        }

        foreach (var (name, inner) in query.Expanded)
        {
            if (definition.Collections.TryGetValue(name, out var collection))
                shown[name] = Shape(collection(), inner);
            else if (definition.Singles.TryGetValue(name, out var single))
                shown[name] = single() is { } one ? Shape(one, inner.Checked([one])) : null;
        }

        return shown;
    }

    private static JsonObject MergedWith(this JsonObject first, JsonObject second)
    {
        foreach (var (name, value) in second.ToArray())
        {
            second.Remove(name);
            first[name] = value;
        }

        return first;
    }

    [GeneratedRegex(@"^(?<name>[\w.]+)(\((?<key>.+)\))?$")]
    private static partial Regex SegmentPattern();

    [GeneratedRegex(@"^(?<name>\w+)='(?<value>[^']*)'$")]
    private static partial Regex KeyPattern();

    /// <summary>What is wanted of definitions.</summary>
    /// <param name="Selected">Their properties; null for all.</param>
    /// <param name="Filter">Which of them; null for all.</param>
    /// <param name="Expanded">What they lead to.</param>
    private sealed record Query(IReadOnlyCollection<string>? Selected, DefinitionFilter? Filter, IReadOnlyDictionary<string, Query> Expanded)
    {
        private const int DeepestExpansion = 10;

        public static Query Of(IReadOnlyDictionary<string, string> options, int depth = 0)
        {
            if (depth > DeepestExpansion)
                throw WebApiException.BadQuery($"$expand is nested more than {DeepestExpansion} deep.");
            foreach (var option in options.Keys)
            {
                if (option is not ("$select" or "$expand" or "$filter" or Languages))
                    throw WebApiException.BadQuery($"The query option '{option}' cannot be used on definitions.");
            }

            return new(
                options.TryGetValue("$select", out var select)
                    ? select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
                    : null,
                options.TryGetValue("$filter", out var filter) ? new DefinitionFilter(filter) : null,
                ExpandText.Parts(options.GetValueOrDefault("$expand") ?? "").ToDictionary(part => part.Key, part => Of(ExpandText.Options(part.Value), depth + 1), StringComparer.Ordinal));
        }

        /// <summary>Itself, if the definitions have what it names.</summary>
        public Query Checked(IReadOnlyList<Definition> definitions)
        {
            if (definitions.Count == 0)
                return this;
            var type = definitions[0].Type;
            foreach (var name in (Selected ?? []).Concat(Filter?.Properties ?? []))
            {
                if (!definitions.Any(each => each.Members.ContainsKey(name)))
                    throw WebApiException.NotSupported($"The property '{name}' of '{Cast}{type}'");
            }

            foreach (var name in Expanded.Keys)
            {
                if (!definitions.Any(each => each.Collections.ContainsKey(name) || each.Singles.ContainsKey(name)))
                    throw WebApiException.BadQuery($"Could not find a property named '{name}' on type '{Cast}{type}'.");
            }

            return this;
        }
    }
}
