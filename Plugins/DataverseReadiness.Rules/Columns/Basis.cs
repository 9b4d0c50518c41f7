using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Values as culture-free text, for the basis of a verdict.</summary>
internal static class Basis
{
    public static string? Of(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(DateTime? value) => value is null ? null : Shown.Date(value.Value);

    /// <summary>The option value.</summary>
    public static string? Of<T>(T? value)
        where T : struct, Enum => value?.ToString("D");

    /// <summary>The option values in ascending order: the order in which they were picked does not matter.</summary>
    public static string Of<T>(IReadOnlyList<T> values)
        where T : struct, Enum
    {
        if (values.Count == 1)
            return values[0].ToString("D");

        var sorted = values.ToArray();
        Array.Sort(sorted);
        return string.Join(",", Array.ConvertAll(sorted, value => value.ToString("D")));
    }
}
