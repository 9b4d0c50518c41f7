using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sandbox.WebApi;

/// <summary>
/// A <c>$filter</c> on definitions: comparisons of properties with primitive or enumeration values, joined by <c>and or not</c>
/// (DP/webapi/query-metadata-web-api).
/// </summary>
internal sealed partial class DefinitionFilter
{
    private const int DeepestNesting = 50;

    private readonly List<(string Kind, string Text)> _tokens = [];
    private readonly List<string> _paths = [];
    private readonly Func<JsonObject, bool> _condition;
    private int _at;
    private int _depth;

    public DefinitionFilter(string text)
    {
        foreach (Match match in TokenPattern().Matches(text))
        {
            var group = match.Groups.Values.Skip(1).First(each => each.Success);
            _tokens.Add((group.Name, group.Value));
        }

        _condition = Either();
        if (_at < _tokens.Count)
            throw Unreadable();
    }

    /// <summary>The properties it compares.</summary>
    public IEnumerable<string> Properties => _paths.Select(path => path.Split('/')[0]);

    public bool Holds(Definition definition) => _condition(definition.Members);

    private Func<JsonObject, bool> Either()
    {
        var left = Both();
        while (Take("word", "or"))
        {
            var (before, right) = (left, Both());
            left = members => before(members) || right(members);
        }

        return left;
    }

    private Func<JsonObject, bool> Both()
    {
        var left = One();
        while (Take("word", "and"))
        {
            var (before, right) = (left, One());
            left = members => before(members) && right(members);
        }

        return left;
    }

    private Func<JsonObject, bool> One()
    {
        if (++_depth > DeepestNesting)
            throw WebApiException.BadQuery($"The $filter is nested more than {DeepestNesting} deep.");
        Func<JsonObject, bool> condition;
        if (Take("word", "not"))
        {
            var inner = One();
            condition = members => !inner(members);
        }
        else if (Take("bracket", "("))
        {
            condition = Either();
            if (!Take("bracket", ")"))
                throw Unreadable();
        }
        else
        {
            condition = Comparison();
        }

        _depth--;
        return condition;
    }

    private Func<JsonObject, bool> Comparison()
    {
        var path = Next("word");
        if (_at < _tokens.Count && _tokens[_at] == ("bracket", "("))
            throw WebApiException.NotSupported($"The function '{path}' in $filter of definitions");
        var operation = Next("word");
        var wanted = Literal();
        _paths.Add(path);
        return members =>
        {
            var found = ValueAt(members, path);
            if (found is null || wanted is null)
                return operation switch { "eq" => found is null && wanted is null, "ne" => !(found is null && wanted is null), _ => false };
            var order = Order(found, wanted);
            return operation switch
            {
                "eq" => order == 0,
                "ne" => order != 0,
                "gt" => order > 0,
                "ge" => order >= 0,
                "lt" => order < 0,
                "le" => order <= 0,
                _ => throw WebApiException.BadQuery($"'{operation}' is no comparison operator."),
            };
        };
    }

    private object? Literal()
    {
        var (kind, text) = _at < _tokens.Count ? _tokens[_at++] : throw Unreadable();
        if (kind == "text")
            return text[(text.IndexOf('\'', StringComparison.Ordinal) + 1)..^1].Replace("''", "'", StringComparison.Ordinal);
        return (kind, text) switch
        {
            ("word", "null") => null,
            ("word", "true") => true,
            ("word", "false") => false,
            ("word", _) when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            ("word", _) when Guid.TryParse(text, out var id) => id.ToString(),
            _ => throw WebApiException.BadQuery($"'{text}' is no value for the $filter of definitions."),
        };
    }

    private static object? ValueAt(JsonObject members, string path)
    {
        JsonNode? node = members;
        foreach (var name in path.Split('/'))
            node = (node as JsonObject)?[name];
        return node is not JsonValue value ? null : value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
    }

    private static int Order(object found, object wanted) => (found, wanted) switch
    {
        (decimal left, decimal right) => left.CompareTo(right),
        (bool left, bool right) => left.CompareTo(right),
        (string left, string right) => string.CompareOrdinal(left, right),
        _ => throw WebApiException.BadQuery($"'{wanted}' cannot be compared with a property that holds '{found}'."),
    };

    private bool Take(string kind, string text)
    {
        if (_at >= _tokens.Count || _tokens[_at] != (kind, text))
            return false;
        _at++;
        return true;
    }

    private string Next(string kind) => _at < _tokens.Count && _tokens[_at].Kind == kind ? _tokens[_at++].Text : throw Unreadable();

    private WebApiException Unreadable() => WebApiException.BadQuery(
        _at < _tokens.Count ? $"The $filter of definitions makes no sense at '{_tokens[_at].Text}'." : "The $filter of definitions ends too soon.");

    [GeneratedRegex(@"\s*(?:(?<bracket>[()])|(?<text>[\w.]*'(?:[^']|'')*')|(?<word>[\w./\-]+)|(?<other>\S))")]
    private static partial Regex TokenPattern();
}
