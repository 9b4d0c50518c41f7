using Packager.Model;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Each table is whole: key, primary name, system columns and relationships, forms, views, alternate keys.</summary>
internal static class TableCheck
{
    private static readonly (int Type, string Name)[] RequiredViews =
        [(0, "public"), (1, "advanced find"), (2, "associated"), (4, "quick find"), (64, "lookup")];

    public static void Run(CheckContext context)
    {
        var sets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in context.AllTables)
        {
            if (!names.Add(table.LogicalName))
                context.Report(table.Info, FindingCodes.TableTwice, $"The table '{table.LogicalName}' is in the solution more than once.");
            var name = table.Entity.Element("Name");
            if (name != null && name.Value != table.SchemaName)
                context.Report(name, FindingCodes.TableName, $"The table is called '{name.Value}' here and '{table.SchemaName}' in its 'entity' element.");
            CheckColumnNames(context, table);
            CheckKeys(context, table);
            if (table.IsShell) continue;
            CheckEntitySet(context, table, sets);
            CheckOwnership(context, table);
            CheckSystemParts(context, table);
            CheckForms(context, table);
            CheckViews(context, table);
        }
    }

    private static void CheckColumnNames(CheckContext context, TableXml table)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in table.AllColumns)
        {
            if (!names.Add(column.Name))
                context.Report(column.Element, FindingCodes.ColumnTwice, $"The column '{column.Name}' stands in the table more than once.");
            var name = column.Element.Text("Name");
            var logicalName = column.Element.Text("LogicalName");
            var expected = column.PhysicalName.ToLowerInvariant();
            if (name != expected || (logicalName != null && logicalName != expected))
                context.Report(column.Element, FindingCodes.ColumnName,
                    $"The column '{column.PhysicalName}' has the logical name '{(name != expected ? name : logicalName)}'; it is the lower case of the schema name, '{expected}'.");
        }
    }

    private static void CheckKeys(CheckContext context, TableXml table)
    {
        foreach (var attribute in table.Info.At("EntityKeys", "EntityKey", "EntityKeyAttributes", "AttributeName"))
        {
            var column = context.Column(table.LogicalName, attribute.Value);
            if (column == null && !context.MayHaveColumn(table.LogicalName, attribute.Value))
                context.Report(attribute, FindingCodes.KeyColumn, $"The key names the column '{attribute.Value}', which '{table.LogicalName}' does not have.");
            else if (column?.Type is ColumnType.Memo or ColumnType.Image or ColumnType.File or ColumnType.Choices)
                context.Report(attribute, FindingCodes.KeyColumn, $"The key names '{attribute.Value}'; a column of type {column.TypeName} cannot be part of a key.");
        }
    }

    private static void CheckEntitySet(CheckContext context, TableXml table, HashSet<string> sets)
    {
        var element = table.Info.Element("EntitySetName");
        var set = element?.Value ?? "";
        if (set == "")
            context.Report(table.Info, FindingCodes.EntitySetName, $"The table '{table.LogicalName}' has no 'EntitySetName'.");
        else if (set != set.ToLowerInvariant())
            context.Report(element!, FindingCodes.EntitySetName, $"The entity set name '{set}' is not all lower case.");
        else if (!sets.Add(set))
            context.Report(element!, FindingCodes.EntitySetName, $"The entity set name '{set}' belongs to another table already.");
    }

    private static void CheckOwnership(CheckContext context, TableXml table)
    {
        if (table.Info.Text("OwnershipTypeMask") is not ("UserOwned" or "OrgOwned"))
            context.Report(table.Info, FindingCodes.Ownership, $"The table '{table.LogicalName}' says 'OwnershipTypeMask' '{table.Info.Text("OwnershipTypeMask")}'; it is UserOwned or OrgOwned.");
    }

    private static void CheckSystemParts(CheckContext context, TableXml table)
    {
        var keys = table.AllColumns.Where(column => column.Type == ColumnType.PrimaryKey).ToList();
        if (keys is not [var key] || key.Name != table.LogicalName + "id")
            context.Report(table.Info, FindingCodes.PrimaryKey, $"The table '{table.LogicalName}' needs one primary key, the column '{table.LogicalName}id'.");
        var primaryNames = table.AllColumns.Count(column => column.HasMask("PrimaryName"));
        if (primaryNames != 1)
            context.Report(table.Info, FindingCodes.PrimaryName, $"The table '{table.LogicalName}' has {primaryNames} columns with the mask 'PrimaryName'; it needs exactly one.");
        foreach (var (name, type) in SystemParts.Columns(table.IsUserOwned))
        {
            if (!table.Columns.TryGetValue(name, out var column))
                context.Report(table.Info, FindingCodes.SystemColumn, $"The table '{table.LogicalName}' lacks the system column '{name}'.");
            else if (column.TypeName != type)
                context.Report(column.Element, FindingCodes.SystemColumn, $"The system column '{name}' is of type '{column.TypeName}'; it is of type '{type}'.");
        }

        foreach (var (name, referenced, column) in SystemParts.Relationships(table.LogicalName, table.IsUserOwned))
        {
            var relationship = context.Relationships.FirstOrDefault(
                relationship => string.Equals(relationship.Attr("Name"), name, StringComparison.OrdinalIgnoreCase));
            if (relationship == null)
                context.Report(table.Info, FindingCodes.SystemRelationship, $"The table '{table.LogicalName}' lacks the system relationship '{name}'.");
            else if (!Same(relationship.Text("ReferencedEntityName"), referenced) || !Same(relationship.Text("ReferencingEntityName"), table.LogicalName)
                || !Same(relationship.Text("ReferencingAttributeName"), column))
                context.Report(relationship, FindingCodes.SystemRelationship, $"The relationship '{name}' leads from '{table.LogicalName}.{column}' to '{referenced}'.");
        }
    }

    private static void CheckForms(CheckContext context, TableXml table)
    {
        var main = table.Forms.Where(form => form.Kind == "main").Select(form => form.Form).ToList();
        if (main.Count == 0)
            context.Report(table.Info, FindingCodes.MainForm, $"The table '{table.LogicalName}' has no main form.");
        else if (!main.Any(form => form.At("form", "DisplayConditions").All(conditions => conditions.Attr("FallbackForm") != "false")))
            context.Report(main[0], FindingCodes.MainForm, $"No main form of '{table.LogicalName}' is the fallback form, so a user without one of the named roles gets none.");
        if (table.Info.Text("IsQuickCreateEnabled") == "1" && table.Forms.All(form => form.Kind != "quickCreate"))
            context.Report(table.Info, FindingCodes.QuickCreateForm, $"The table '{table.LogicalName}' offers quick create and has no form of that kind.");
    }

    private static void CheckViews(CheckContext context, TableXml table)
    {
        foreach (var (type, name) in RequiredViews)
        {
            var views = table.Views.Where(view => view.Int("querytype") == type).ToList();
            var defaults = views.Count(view => view.Text("isdefault") == "1");
            if (views.Count == 0)
                context.Report(table.Info, FindingCodes.ViewMissing, $"The table '{table.LogicalName}' has no {name} view (query type {type}).");
            else if (defaults != 1)
                context.Report(views[0], FindingCodes.ViewDefault, $"The table '{table.LogicalName}' has {defaults} default views of query type {type}; it needs exactly one.");
        }
    }

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
