using Microsoft.Xrm.Sdk;
using Packager.Model;

namespace Sandbox.Metadata;

/// <summary>What a many-to-many relationship has beyond what a solution says of it: the table between, and names.</summary>
internal static class Intersects
{
    /// <summary>The relationship with the names that a solution leaves out.</summary>
    /// <remarks>
    /// Of a relationship from a table to itself the columns end in <c>one</c> and <c>two</c>, and the second navigation property in <c>_referenced</c>, as those of
    /// <c>connectionroleassociation_association</c> in the Web API's reference.
    /// </remarks>
    public static RelationshipModel Complete(RelationshipModel relationship, string firstKey, string secondKey)
    {
        var isOfItself = relationship.ReferencedTable == relationship.ReferencingTable;
        var first = relationship.CollectionNavigation is { Length: > 0 } given ? given : relationship.Name;
        var second = relationship.LookupNavigation is { Length: > 0 } other ? other : relationship.Name;
        return relationship with
        {
            CollectionNavigation = first,
            LookupNavigation = isOfItself && first == second ? second + "_referenced" : second,
            FirstIntersectColumn = isOfItself ? firstKey + "one" : firstKey,
            SecondIntersectColumn = isOfItself ? secondKey + "two" : secondKey,
        };
    }

    /// <summary>The table between; its own key, and the keys of both rows.</summary>
    public static TableModel TableOf(RelationshipModel relationship)
    {
        var name = relationship.IntersectTable!;
        ColumnModel Id(string column, ColumnType type, string typeName) => new()
        {
            LogicalName = column,
            SchemaName = column,
            Type = type,
            TypeName = typeName,
            DisplayName = Labels.None,
            ValidForUpdate = false,
        };
        ColumnModel[] columns =
        [
            Id(name + "id", ColumnType.PrimaryKey, "primarykey"),
            Id(relationship.FirstIntersectColumn, ColumnType.UniqueIdentifier, "uniqueidentifier"),
            Id(relationship.SecondIntersectColumn, ColumnType.UniqueIdentifier, "uniqueidentifier"),
            SystemTables.VersionNumber,
        ];
        return new TableModel
        {
            LogicalName = name,
            SchemaName = name,
            EntitySetName = name + "set",
            DisplayName = Labels.None,
            CollectionName = Labels.None,
            IsUserOwned = false,
            IsIntersect = true,
            PrimaryId = name + "id",
            Columns = columns.ToDictionary(column => column.LogicalName, StringComparer.Ordinal),
        };
    }

    /// <summary>The relationship as a row of its first or second table sees it.</summary>
    public static IntersectSide SideOf(RelationshipModel relationship, bool isFirst) => isFirst
        ? new(relationship.Name, relationship.IntersectTable!, relationship.FirstIntersectColumn, relationship.SecondIntersectColumn, relationship.ReferencingTable, IsFirst: true, RoleIn(relationship, EntityRole.Referencing))
        : new(relationship.Name, relationship.IntersectTable!, relationship.SecondIntersectColumn, relationship.FirstIntersectColumn, relationship.ReferencedTable, IsFirst: false, RoleIn(relationship, EntityRole.Referenced));

    /// <summary>As a row of the table sees it that a request names as its target; null when the table is neither side.</summary>
    /// <exception cref="OrganizationFault">Both sides are the same table, and the request does not say which is meant.</exception>
    /// <remarks>
    /// That the referencing side is the first one, whose key's column ends in <c>one</c>, is what programs do that copy such rows from one organization to another; no page says so.
    /// </remarks>
    public static IntersectSide? SideOf(RelationshipModel relationship, string table, EntityRole? role) =>
        relationship.ReferencedTable != relationship.ReferencingTable
            ? table == relationship.ReferencedTable ? SideOf(relationship, isFirst: true) : table == relationship.ReferencingTable ? SideOf(relationship, isFirst: false) : null
            : table != relationship.ReferencedTable ? null
            : role is { } given ? SideOf(relationship, given == EntityRole.Referencing)
            : throw Faults.Invalid($"The relationship '{relationship.Name}' ties rows of '{table}' to others of it. Set the 'PrimaryEntityRole' of the relationship.");

    private static EntityRole? RoleIn(RelationshipModel relationship, EntityRole role) => relationship.ReferencedTable == relationship.ReferencingTable ? role : null;
}

/// <summary>A many-to-many relationship seen from one of its sides.</summary>
/// <param name="Relationship">Its schema name.</param>
/// <param name="Table">Logical name of the table between.</param>
/// <param name="Own">Column of that table with the ids of this side.</param>
/// <param name="Other">Column of that table with the ids of the other side.</param>
/// <param name="OtherTable">Logical name of the table on the other side.</param>
/// <param name="IsFirst">Whether this side is the first table.</param>
/// <param name="Role">The role of this side, for a request; null where the tables tell the sides apart.</param>
public sealed record IntersectSide(string Relationship, string Table, string Own, string Other, string OtherTable, bool IsFirst, EntityRole? Role)
{
    /// <summary>The relationship as a request names it.</summary>
    public Relationship AsRelationship() => new(Relationship) { PrimaryEntityRole = Role };
}
