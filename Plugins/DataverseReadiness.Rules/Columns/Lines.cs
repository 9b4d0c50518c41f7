using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A text that holds a list, one entry a line.</summary>
internal static class Lines
{
    /// <summary>The entries that are not blank, trimmed.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Array.Empty<string>();

        var lines = new List<string>();
        foreach (var line in text!.Split('\n'))
        {
            var entry = line.Trim();
            if (entry.Length > 0)
                lines.Add(entry);
        }

        return lines;
    }
}
