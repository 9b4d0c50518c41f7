using Microsoft.OData.Edm;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>How the Web API shows one table.</summary>
public sealed class EntitySchema
{
    internal EntitySchema(
        TableModel table,
        IEdmEntityType type,
        IReadOnlyList<PropertySchema> properties,
        IReadOnlyDictionary<string, NavigationSchema> navigations)
    {
        Table = table;
        Type = type;
        Properties = properties;
        ByName = properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        ByAttribute = properties.ToDictionary(property => property.Attribute, StringComparer.Ordinal);
        Navigations = navigations;
    }

    /// <summary>The table.</summary>
    public TableModel Table { get; }

    /// <summary>Its entity type.</summary>
    public IEdmEntityType Type { get; }

    /// <summary>Its properties, in the order in which rows are written.</summary>
    public IReadOnlyList<PropertySchema> Properties { get; }

    /// <summary>Properties by their name in JSON.</summary>
    public IReadOnlyDictionary<string, PropertySchema> ByName { get; }

    /// <summary>Properties by their name in an <c>Entity</c>.</summary>
    public IReadOnlyDictionary<string, PropertySchema> ByAttribute { get; }

    /// <summary>Navigation properties by name.</summary>
    public IReadOnlyDictionary<string, NavigationSchema> Navigations { get; }

    /// <summary>The property of the row's id.</summary>
    public PropertySchema Key => ByName[Table.PrimaryId];

    /// <summary>The single-valued navigation property that stands for a lookup pointing at a table.</summary>
    public NavigationSchema? NavigationOf(string lookup, string target) =>
        Navigations.Values.FirstOrDefault(each => !each.IsCollection && each.Column == lookup && each.Target == target)
        ?? Navigations.Values.FirstOrDefault(each => !each.IsCollection && each.Column == lookup && each.Target is null);
}
