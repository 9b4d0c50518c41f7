using System;

namespace DataverseReadiness.Rules;

/// <summary>Finds what looks like a credential. Never quotes it.</summary>
internal static class SecretScan
{
    private const int ShortestValue = 6;

    /// <summary>What stands before a value that is one.</summary>
    private static readonly string[] Marks =
    [
        "password=", "password:", "pwd=", "pwd:", "lösenord:", "lösenord=", "AccountKey=", "SharedAccessKey=", "client_secret=", "client_secret:", "api_key=", "apikey=", "sig=",
    ];

    /// <summary>How a value begins that is one by itself.</summary>
    private static readonly string[] Beginnings = ["-----BEGIN ", "AKIA", "ghp_", "github_pat_", "xoxb-", "eyJhbGci"];

    /// <summary>The mark before the first one; null when there is none.</summary>
    public static string? First(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        foreach (var mark in Marks)
        {
            for (var at = text!.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(mark, at + mark.Length, StringComparison.OrdinalIgnoreCase))
            {
                if (IsSecret(text, at + mark.Length))
                    return mark;
            }
        }

        foreach (var beginning in Beginnings)
        {
            var at = text!.IndexOf(beginning, StringComparison.Ordinal);
            if (at >= 0 && at + beginning.Length + ShortestValue <= text.Length && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
                return beginning.Trim();
        }

        return null;
    }

    // A word of prose has no digit in it; a value that was taken out says so.
    private static bool IsSecret(string text, int start)
    {
        while (start < text.Length && text[start] == ' ')
            start++;
        int end = start, digits = 0;
        for (; end < text.Length && end - start < 64 && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '&' or ',' or ';'); end++)
        {
            if (char.IsDigit(text[end]))
                digits++;
        }

        return end - start >= ShortestValue && digits > 0;
    }
}
