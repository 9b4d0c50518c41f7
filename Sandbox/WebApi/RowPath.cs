using System.Globalization;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>Reads which row a path names.</summary>
internal static class RowPath
{
    /// <summary>The row named by the first two segments, by id or by alternate key; null when they name none.</summary>
    public static EntityReference? TargetOf(ODataQuery query)
    {
        var segments = query.Path.ToArray();
        return segments is [EntitySetSegment set, KeySegment key, ..]
            ? TargetOf(query.Schema.Set(set.EntitySet.Name)!, key)
            : null;
    }

    private static EntityReference TargetOf(EntitySchema entity, KeySegment segment)
    {
        var keys = segment.Keys.ToArray();
        if (keys is [{ Value: Guid id } only] && only.Key == entity.Key.Name)
            return new EntityReference(entity.Table.LogicalName, id);
        var values = new KeyAttributeCollection();
        foreach (var (name, value) in keys)
        {
            var property = entity.ByName[name];
            values.Add(property.Attribute, ValueOf(property.Column, value));
        }

        return new EntityReference(entity.Table.LogicalName, values);
    }

    private static object ValueOf(ColumnModel column, object value) => value switch
    {
        Guid id when column.Targets is [var target, ..] => new EntityReference(target, id),
        int option when column.Type is ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue(option),
        DateTimeOffset time => time.UtcDateTime,
        _ when column.Type == ColumnType.DateTime => DateTime.Parse(
            Convert.ToString(value, CultureInfo.InvariantCulture)!,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        _ => value,
    };
}
