using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>Looks for words in texts, the same on every runtime.</summary>
internal static class TextSearch
{
    /// <summary>Lists that people enter are looked through up to here.</summary>
    public const int MostEntries = 100;

    /// <summary>Whether a text holds a word or phrase with no letter or digit before or behind it, in whichever case.</summary>
    public static bool Has(string? text, string phrase) => IndexOf(text, phrase, 0) >= 0;

    /// <summary>Where a text holds a whole word or phrase; -1 when it does not.</summary>
    public static int IndexOf(string? text, string phrase, int start)
    {
        phrase = phrase.Trim();
        if (string.IsNullOrEmpty(text) || phrase.Length == 0)
            return -1;

        for (var at = text!.IndexOf(phrase, start, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + phrase.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return at;
        }

        return -1;
    }

    /// <summary>The first entry that one of the texts holds; null when none does.</summary>
    public static string? FirstIn(IReadOnlyList<string> entries, params string?[] texts)
    {
        for (var i = 0; i < entries.Count && i < MostEntries; i++)
        {
            foreach (var text in texts)
            {
                if (Has(text, entries[i]))
                    return entries[i];
            }
        }

        return null;
    }

    /// <summary>The first entries that none of the texts holds.</summary>
    public static List<string> Without(IReadOnlyList<string> entries, params string?[] texts)
    {
        var missing = new List<string>();
        for (var i = 0; i < entries.Count && i < MostEntries; i++)
        {
            if (Array.TrueForAll(texts, text => !Has(text, entries[i])))
                missing.Add(entries[i]);
        }

        return missing;
    }
}
