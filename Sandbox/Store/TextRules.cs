using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Sandbox.Store;

/// <summary>How texts compare: without regard to case, accents and trailing blanks, as the platform's usual collation does.</summary>
internal static class TextRules
{
    /// <summary>Name of the collation in SQL.</summary>
    public const string Collation = "DATAVERSE";

    /// <summary>Name of the pattern function in SQL: pattern, then text.</summary>
    public const string Like = "dataverse_like";

    private const CompareOptions Options =
        CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreKanaType | CompareOptions.IgnoreWidth;

    private static readonly CompareInfo Rules = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>Changes when sorted data of another version of the rules would be out of order.</summary>
    public static string Version => Rules.Version.FullVersion.ToString(CultureInfo.InvariantCulture) + "/1";

    /// <summary>Compares two texts.</summary>
    public static int Compare(string left, string right) =>
        Rules.Compare(left.AsSpan().TrimEnd(' '), right.AsSpan().TrimEnd(' '), Options);

    public static void Register(SqliteConnection connection)
    {
        connection.CreateCollation(Collation, Compare);
        connection.CreateFunction<string?, string?, bool?>(
            Like, (pattern, text) => pattern is null || text is null ? null : Matches(pattern, text), isDeterministic: true);
    }

    /// <summary>Whether the text matches a LIKE pattern: <c>%</c> any run, <c>_</c> one character, <c>[a-z]</c> or <c>[^a]</c> one of a set.</summary>
    public static bool Matches(string pattern, string text) => Match(Fold(pattern), Fold(text));

    private static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToUpperInvariant();
        var folded = new StringBuilder(text.Length);
        string decomposed;
        try
        {
            decomposed = text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            decomposed = text; // A lone surrogate has no normal form.
        }

        foreach (var character in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToUpperInvariant(character));
        }

        return folded.ToString();
    }

    // Only the last '%' is ever retried, so the time is at most pattern times text.
    private static bool Match(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && MatchesOne(pattern, ref p, text[t]))
            {
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '%') p++;
        return p == pattern.Length;
    }

    private static bool MatchesOne(string pattern, ref int p, char character)
    {
        if (pattern[p] == '_')
        {
            p++;
            return true;
        }

        if (pattern[p] != '[' || pattern.IndexOf(']', p + 1) is var end && end < 0)
        {
            if (pattern[p] != character) return false;
            p++;
            return true;
        }

        var at = p + 1;
        var negated = pattern[at] == '^';
        if (negated) at++;
        var found = false;
        for (; at < end; at++)
        {
            if (at + 2 < end && pattern[at + 1] == '-')
            {
                found |= character >= pattern[at] && character <= pattern[at + 2];
                at += 2;
            }
            else
            {
                found |= pattern[at] == character;
            }
        }

        if (found == negated) return false;
        p = end + 1;
        return true;
    }
}
