namespace DataverseReadiness.Rules;

/// <summary>Finds pictographs in a text. Trademark, registered and copyright signs are none.</summary>
internal static class Emoji
{
    /// <summary>The first one; null when there is none.</summary>
    public static string? First(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (char.ConvertToUtf32(text[i], text[i + 1]) is >= 0x1F000 and <= 0x1FAFF)
                    return text.Substring(i, 2);
                i++;
            }
            else if (text[i] is (>= '\u2600' and <= '\u27BF') or (>= '\u2B05' and <= '\u2B55') or (>= '\u231A' and <= '\u23FF') or '\uFE0F')
            {
                return text.Substring(i, 1);
            }
        }

        return null;
    }
}
