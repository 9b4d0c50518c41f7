using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sandbox.Tests.Fuzzing;

/// <summary>
/// Makes texts of a grammar. A rule is a line with its name and, indented by two blanks, one alternative a line. <c>«x»</c> stands for rule x, <c>«x?»</c> for it or nothing,
/// <c>«x*»</c> for none to three of it, <c>5× </c> at the beginning says how often an alternative is taken, <c>¶</c> for the end of a line of HTTP.
/// </summary>
internal sealed partial class Grammar
{
    /// <summary>From this depth on the shortest way out is taken.</summary>
    private const int Deep = 30;

    private readonly Dictionary<string, List<Part[]>> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);

    private Grammar(string text)
    {
        List<Part[]>? rule = null;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal)) Add(rule!, line[2..]);
            else _rules.Add(line, rule = []);
        }

        if (_rules.Values.SelectMany(rule => rule).SelectMany(parts => parts).FirstOrDefault(part => part.Rule is { } name && !_rules.ContainsKey(name)) is { } unknown)
            throw new InvalidOperationException($"There is no rule '{unknown.Rule}'.");
        while (MeasureDepths()) { }
        if (_rules.Keys.FirstOrDefault(name => !_depths.ContainsKey(name)) is { } endless) throw new InvalidOperationException($"The rule '{endless}' has no end.");
    }

    /// <summary>The grammar of a file beside the tests.</summary>
    public static Grammar Load(string file)
    {
        using var stream = typeof(Grammar).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"There is no grammar '{file}'.");
        using var reader = new StreamReader(stream);
        return new Grammar(reader.ReadToEnd());
    }

    /// <summary>A text of a rule.</summary>
    public string Make(string rule, Random random)
    {
        var text = new StringBuilder();
        Make(rule, random, 0, text);
        return text.ToString();
    }

    private void Make(string rule, Random random, int depth, StringBuilder text)
    {
        var alternatives = _rules[rule];
        var chosen = depth < Deep ? alternatives[random.Next(alternatives.Count)] : alternatives.MinBy(DepthOf)!;
        foreach (var part in chosen)
        {
            if (part.Rule is null)
            {
                text.Append(part.Text);
                continue;
            }

            for (var left = Times(part, random, depth); left > 0; left--) Make(part.Rule, random, depth + 1, text);
        }
    }

    private static int Times(Part part, Random random, int depth) => part.Text switch
    {
        "?" => depth < Deep ? random.Next(2) : 0,
        "*" => depth < Deep ? random.Next(4) : 0,
        _ => 1,
    };

    private bool MeasureDepths()
    {
        var changed = false;
        foreach (var (name, alternatives) in _rules)
        {
            var depth = alternatives.Min(DepthOf);
            if (depth == int.MaxValue || (_depths.TryGetValue(name, out var known) && known <= depth)) continue;
            _depths[name] = depth;
            changed = true;
        }

        return changed;
    }

    private int DepthOf(Part[] alternative)
    {
        var deepest = 0;
        foreach (var part in alternative.Where(part => part.Rule is not null && part.Text.Length == 0))
        {
            if (!_depths.TryGetValue(part.Rule!, out var depth)) return int.MaxValue;
            deepest = Math.Max(deepest, depth + 1);
        }

        return deepest;
    }

    private static void Add(List<Part[]> rule, string line)
    {
        var weight = Weight().Match(line);
        var parts = Parts(line[weight.Length..]);
        rule.AddRange(Enumerable.Repeat(parts, weight.Success ? int.Parse(weight.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 1));
    }

    private static Part[] Parts(string line) =>
    [
        .. Piece().Matches(line.Replace("¶", "\r\n", StringComparison.Ordinal)).Select(match => match.Groups["rule"] is { Success: true } rule
            ? new Part(match.Groups["times"].Value, rule.Value)
            : new Part(match.Value, null)),
    ];

    [GeneratedRegex("«(?<rule>[^»?*]+)(?<times>[?*]?)»|[^«]+", RegexOptions.Singleline)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^(\d+)× ")]
    private static partial Regex Weight();

    /// <param name="Text">The text itself, or how often the rule comes.</param>
    /// <param name="Rule">The rule that the part stands for.</param>
    private sealed record Part(string Text, string? Rule);
}
