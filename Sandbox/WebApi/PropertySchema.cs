using System.Text.Json;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>A structural property of the Web API and the column behind it.</summary>
public sealed class PropertySchema
{
    /// <param name="name">Name in JSON and in query options (<c>_rdy_offerid_value</c> for a lookup).</param>
    /// <param name="column">The column.</param>
    public PropertySchema(string name, ColumnModel column)
    {
        Name = name;
        Column = column;
        JsonName = JsonEncodedText.Encode(name);
        JsonFormattedValue = JsonEncodedText.Encode(name + Annotations.FormattedValue);
        JsonLookupLogicalName = JsonEncodedText.Encode(name + Annotations.LookupLogicalName);
        JsonNavigationProperty = JsonEncodedText.Encode(name + Annotations.AssociatedNavigationProperty);
    }

    /// <summary>Name in JSON and in query options.</summary>
    public string Name { get; }

    /// <summary>Name in an <c>Entity</c> and a <c>ColumnSet</c>.</summary>
    public string Attribute => Column.LogicalName;

    /// <summary>The column.</summary>
    public ColumnModel Column { get; }

    /// <summary>Whether it is the <c>_x_value</c> of a lookup.</summary>
    public bool IsLookup => Column.Type is ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer;

    internal JsonEncodedText JsonName { get; }

    internal JsonEncodedText JsonFormattedValue { get; }

    internal JsonEncodedText JsonLookupLogicalName { get; }

    internal JsonEncodedText JsonNavigationProperty { get; }
}
