namespace DataverseReadiness.Rules;

/// <summary>Tells plain text from markup.</summary>
internal static class PlainText
{
    /// <summary>The first thing that reads as a tag or a comment; null for plain text. "a &lt; b" is plain.</summary>
    public static string? FirstMarkup(string text)
    {
        for (var start = text.IndexOf('<'); start >= 0 && start + 1 < text.Length; start = text.IndexOf('<', start + 1))
        {
            var next = text[start + 1];
            var opens = next is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '/' or '!' or '?';
            if (!opens)
                continue;
            var end = text.IndexOf('>', start + 1);
            return end < 0 ? null : Shown.Text(text.Substring(start, end - start + 1));
        }

        return null;
    }
}
