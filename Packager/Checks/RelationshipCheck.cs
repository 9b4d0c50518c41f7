using System.Xml.Linq;
using Packager.Model;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Relationships join tables and columns that exist, spelled as the tables are, each with its own names.</summary>
internal static class RelationshipCheck
{
    /// <summary>Whether a relationship runs over that lookup or file column.</summary>
    public static bool IsOver(XElement relationship, ColumnXml column) =>
        Same(relationship.Text("ReferencingEntityName"), column.Table.LogicalName) && Same(relationship.Text("ReferencingAttributeName"), column.Name);

    public static void Run(CheckContext context)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var navigations = new HashSet<(string, string)>();
        var parental = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var intersects = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var relationship in context.Relationships)
        {
            var name = relationship.Attr("Name") ?? "";
            if (!names.Add(name))
            {
                context.Report(relationship, FindingCodes.RelationshipTwice, $"The relationship '{name}' is in the solution more than once.");
                continue;
            }

            if (relationship.Text("EntityRelationshipType") == "ManyToMany")
            {
                CheckTable(context, relationship, "FirstEntityName");
                CheckTable(context, relationship, "SecondEntityName");
                CheckIntersect(context, relationship, intersects);
                CheckSides(context, relationship, navigations);
                continue;
            }

            CheckTable(context, relationship, "ReferencingEntityName");
            CheckTable(context, relationship, "ReferencedEntityName");
            CheckColumn(context, relationship);
            CheckRoles(context, relationship, navigations);
            if (IsParental(relationship) && !parental.Add(relationship.Text("ReferencingEntityName") ?? ""))
                context.Report(relationship, FindingCodes.ParentalTwice, $"The table '{relationship.Text("ReferencingEntityName")}' has a parental relationship already; '{name}' is a second one.");
        }
    }

    private static void CheckTable(CheckContext context, XElement relationship, string end)
    {
        var element = relationship.Element(end);
        var name = element?.Value;
        if (!context.KnowsTable(name))
            context.Report((XObject?)element ?? relationship, FindingCodes.RelationshipTable, $"The relationship '{relationship.Attr("Name")}' names the table '{name}', which is neither in the solution nor of the platform.");
        else if (context.Tables.TryGetValue(name!, out var table) && table.SchemaName != name)
            context.Report(element!, FindingCodes.NameCase, $"The table is written '{name}' here and '{table.SchemaName}' where it is defined.");
    }

    private static void CheckIntersect(CheckContext context, XElement relationship, HashSet<string> intersects)
    {
        var element = relationship.Element("IntersectEntityName");
        if (string.IsNullOrEmpty(element?.Value))
            context.Report((XObject?)element ?? relationship, FindingCodes.RelationshipTable, $"The many-to-many relationship '{relationship.Attr("Name")}' names no intersect table.");
        else if (!intersects.Add(element.Value))
            context.Report(element, FindingCodes.IntersectTwice, $"The intersect table '{element.Value}' of the relationship '{relationship.Attr("Name")}' belongs to another relationship already.");
        else if (context.HasTable(element.Value))
            context.Report(element, FindingCodes.IntersectTwice, $"The intersect table '{element.Value}' of the relationship '{relationship.Attr("Name")}' has the name of another table.");
    }

    // Older exports have no roles; then both navigation properties bear the relationship's name.
    private static void CheckSides(CheckContext context, XElement relationship, HashSet<(string, string)> navigations)
    {
        var name = relationship.Attr("Name") ?? "";
        var first = (relationship.Text("FirstEntityName") ?? "").ToLowerInvariant();
        var second = (relationship.Text("SecondEntityName") ?? "").ToLowerInvariant();
        foreach (var role in relationship.At("EntityRelationshipRoles", "EntityRelationshipRole"))
        {
            var ordinal = role.Text("AssociationRoleOrdinal");
            if (ordinal is not ("1" or "2"))
            {
                context.Report(role, FindingCodes.RelationshipRoles, $"A role of the many-to-many relationship '{name}' has the 'AssociationRoleOrdinal' '{ordinal}'; it is 1 for the first table and 2 for the second.");
                continue;
            }

            // From a table to itself both sides may be written alike: the second one is told apart by the organization.
            var navigation = role.Text("NavigationPropertyName") ?? "";
            if (navigation != "" && !(ordinal == "2" && first == second) && !navigations.Add((ordinal == "1" ? first : second, navigation)))
                context.Report(role, FindingCodes.NavigationTwice, $"The navigation property '{navigation}' of '{(ordinal == "1" ? first : second)}' belongs to another relationship already.");
        }
    }

    private static void CheckColumn(CheckContext context, XElement relationship)
    {
        var element = relationship.Element("ReferencingAttributeName");
        var table = relationship.Text("ReferencingEntityName");
        var column = context.Column(table, element?.Value);
        if (element == null || !context.MayHaveColumn(table, element.Value))
            context.Report((XObject?)element ?? relationship, FindingCodes.RelationshipColumn, $"The relationship '{relationship.Attr("Name")}' runs over the column '{element?.Value}', which '{table}' does not have.");
        else if (column != null && column.Type is not (ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner or ColumnType.File or ColumnType.Other))
            context.Report(element, FindingCodes.RelationshipColumn, $"The relationship '{relationship.Attr("Name")}' runs over '{column.Name}', which is no lookup.");
        else if (column != null && column.PhysicalName != element.Value)
            context.Report(element, FindingCodes.NameCase, $"The column is written '{element.Value}' here and '{column.PhysicalName}' where it is defined.");
    }

    private static void CheckRoles(CheckContext context, XElement relationship, HashSet<(string, string)> navigations)
    {
        var name = relationship.Attr("Name") ?? "";
        var referencing = (relationship.Text("ReferencingEntityName") ?? "").ToLowerInvariant();
        var referenced = (relationship.Text("ReferencedEntityName") ?? "").ToLowerInvariant();
        var roles = relationship.At("EntityRelationshipRoles", "EntityRelationshipRole").ToList();
        if (context.IsOwn(name) && roles.Count != 2)
            context.Report(relationship, FindingCodes.RelationshipRoles, $"The relationship '{name}' needs two roles, one for each side.");
        foreach (var role in roles)
        {
            var navigation = role.Text("NavigationPropertyName") ?? "";
            var side = role.Text("RelationshipRoleType") == "1" ? referencing : referenced;
            if (navigation == "" && context.IsOwn(name))
                context.Report(role, FindingCodes.RelationshipRoles, $"A role of the relationship '{name}' has no navigation property.");
            else if (navigation != "" && !navigations.Add((side, navigation)))
                context.Report(role, FindingCodes.NavigationTwice, $"The navigation property '{navigation}' of '{side}' belongs to another relationship already.");
        }
    }

    private static bool IsParental(XElement relationship) =>
        relationship.Text("CascadeAssign") == "Cascade" && relationship.Text("CascadeDelete") == "Cascade"
        && relationship.Text("CascadeReparent") == "Cascade" && relationship.Text("CascadeShare") == "Cascade"
        && relationship.Text("CascadeUnshare") == "Cascade";

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
