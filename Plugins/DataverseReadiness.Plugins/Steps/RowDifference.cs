using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Compares rows by value, as the platform stores them.</summary>
internal static class RowDifference
{
    /// <summary>The columns of the first row in which the stored one differs, with the stored one's id.</summary>
    public static Entity Of(Entity fresh, Entity stored)
    {
        var changes = new Entity(fresh.LogicalName, stored.Id);
        foreach (var value in fresh.Attributes.Where(value => !Same(value.Value, stored.GetAttributeValue<object>(value.Key))))
        {
            changes[value.Key] = value.Value;
        }

        return changes;
    }

    private static bool Same(object? one, object? other) => Equals(Plain(one), Plain(other));

    private static object? Plain(object? value) => value switch
    {
        string { Length: 0 } => null,
        false => null,
        DateTime { Kind: DateTimeKind.Local } time => Plain(time.ToUniversalTime()),
        DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
        _ => value,
    };
}
