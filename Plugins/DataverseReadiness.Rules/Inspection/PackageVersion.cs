using System;
using System.Globalization;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Version numbers of two to four parts.</summary>
internal static class PackageVersion
{
    /// <summary>The version with missing parts as zero, so that versions compare part by part; null when the text is none.</summary>
    public static Version? Read(string? text)
    {
        var parts = (text ?? "").Trim().Split('.');
        if (parts.Length is < 2 or > 4 || !parts.All(part => part.Length is >= 1 and <= 9 && part.All(c => c is >= '0' and <= '9')))
            return null;
        var numbers = parts.Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture)).Concat(new int[4 - parts.Length]).ToArray();
        return new Version(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
