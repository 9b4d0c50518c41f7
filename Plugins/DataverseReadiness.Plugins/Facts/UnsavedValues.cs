using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Facts;

/// <summary>Values of a form that nobody saved yet, as JSON: column and value.</summary>
internal static class UnsavedValues
{
    /// <summary>Reads them into a row, each as the type of its column. Columns that no rule can read are passed over.</summary>
    /// <param name="wrong">The column whose value has another type; null when it is not even a JSON object.</param>
    public static bool TryRead(string json, Entity row, out string? wrong)
    {
        wrong = null;
        if (!Json.TryRead(json, out var read) || read is not Dictionary<string, object?> values)
        {
            return false;
        }

        foreach (var value in values)
        {
            var kind = value.Key is "statecode" or "statuscode" ? ColumnKind.Choice : ColumnInfo.Of(row.LogicalName, value.Key).Kind;
            if (kind is ColumnKind.Other or ColumnKind.Image)
            {
                continue;
            }

            wrong = value.Key;
            if (!TryConvert(kind, value.Value, out var converted))
            {
                return false;
            }

            row[value.Key] = converted;
        }

        wrong = null;
        return true;
    }

    private static bool TryConvert(ColumnKind kind, object? value, out object? converted)
    {
        converted = kind switch
        {
            ColumnKind.Text or ColumnKind.Url or ColumnKind.Guid => value as string,
            ColumnKind.Whole => Whole(value),
            ColumnKind.Decimal => value is long number ? (decimal)number : value as decimal?,
            ColumnKind.Choice => Whole(value) is { } option ? new OptionSetValue(option) : null,
            ColumnKind.Choices when value is List<object?> options && options.All(option => Whole(option) != null) =>
                new OptionSetValueCollection(options.Select(option => new OptionSetValue(Whole(option)!.Value)).ToList()),
            ColumnKind.Date when value is string text && DateTime.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) => date,
            _ => null,
        };
        return converted != null || value == null;
    }

    private static int? Whole(object? value) => value is long number and >= int.MinValue and <= int.MaxValue ? (int)number : null;
}
