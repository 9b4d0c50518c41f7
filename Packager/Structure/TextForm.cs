using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Packager.Structure;

/// <summary>The forms that a text may have.</summary>
internal static partial class TextForm
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>What the text should have been, as the end of a sentence; null when it is well.</summary>
    public static string? Complaint(string form, string text) => form switch
    {
        "text" => null,
        "flag" => text is "0" or "1" ? null : "0 or 1",
        "bool" => text is "0" or "1" or "true" or "false" ? null : "true or false",
        "int" => IsInteger(text, out _) ? null : "a whole number",
        "natural" => IsInteger(text, out var natural) && natural >= 0 ? null : "a whole number of 0 or more",
        "number" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : "a number",
        "guid" => GuidPattern().IsMatch(text) ? null : "a GUID",
        "version" => VersionPattern().IsMatch(text) ? null : "a version such as 1.0.0.0",
        "percent" => PercentPattern().IsMatch(text) ? null : "a percentage such as 100%",
        "name50" => text.Length is >= 1 and <= 50 ? null : "1 to 50 characters long",
        _ when form.StartsWith('/') => Matches(form, text) ? null : $"of the form {form.Trim('/')}",
        _ => form.Split('|').Contains(text) ? null : "one of " + string.Join(", ", form.Split('|')),
    };

    private static bool IsInteger(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out value);

    /// <summary>Not backtracking: a text decides nothing about our time.</summary>
    private static bool Matches(string form, string text) => Patterns
        .GetOrAdd(form, pattern => new($"^(?:{pattern[1..^1]})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
        .IsMatch(text);

    [GeneratedRegex(@"^(\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$")]
    private static partial Regex GuidPattern();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+){1,3}$")]
    private static partial Regex VersionPattern();

    [GeneratedRegex("^(100|[0-9]{1,2})%$")]
    private static partial Regex PercentPattern();
}
