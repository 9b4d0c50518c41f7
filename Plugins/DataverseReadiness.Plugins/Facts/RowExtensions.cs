using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Facts;

/// <summary>Reads columns of a row as the rules want them.</summary>
internal static class RowExtensions
{
    public static string? Text(this Entity row, string column) => row.GetAttributeValue<string>(column);

    public static int? Number(this Entity row, string column) => row.GetAttributeValue<int?>(column);

    public static decimal? Decimal(this Entity row, string column) => row.GetAttributeValue<decimal?>(column);

    public static DateTime? Date(this Entity row, string column) => row.GetAttributeValue<DateTime?>(column);

    public static Guid? Id(this Entity row, string column) => row.GetAttributeValue<Guid?>(column);

    public static EntityReference? Reference(this Entity row, string column) => row.GetAttributeValue<EntityReference>(column);

    /// <summary>The value of a choice; values that the enum does not know stay as they are and match no rule.</summary>
    public static T? Choice<T>(this Entity row, string column)
        where T : struct =>
        row.GetAttributeValue<OptionSetValue>(column) is { } value ? (T)(object)value.Value : null;

    public static IReadOnlyList<T> Choices<T>(this Entity row, string column)
        where T : struct =>
        row.GetAttributeValue<OptionSetValueCollection>(column) is { } values ? values.Select(value => (T)(object)value.Value).ToArray() : [];

    /// <summary>Related rows that a Retrieve brought along.</summary>
    public static IEnumerable<Entity> Related(this Entity row, string relationship) =>
        row.RelatedEntities.TryGetValue(new Relationship(relationship), out var rows) ? rows.Entities : [];
}
