using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Views ask for columns that exist and show what they ask for.</summary>
internal static class ViewCheck
{
    public static void Run(CheckContext context)
    {
        foreach (var table in context.AllTables)
        {
            foreach (var view in table.Views)
                CheckView(context, table, view);
        }
    }

    private static void CheckView(CheckContext context, TableXml table, XElement view)
    {
        if (view.At("fetchxml", "fetch", "entity").FirstOrDefault() is not { } entity)
        {
            context.Report(view, FindingCodes.ViewFetch, "The view has no 'fetchxml' with an entity.");
            return;
        }

        var fetched = new HashSet<string>(StringComparer.Ordinal);
        CheckFetch(context, table, entity, fetched);
        var isQuickFind = view.Int("querytype") == 4;
        if (isQuickFind != (view.Text("isquickfindquery") == "1"))
            context.Report(view, FindingCodes.ViewQuickFind, "A quick find view has query type 4 and 'isquickfindquery' 1, any other neither.");
        if (isQuickFind && !entity.Descendants("filter").Any(filter => filter.Attr("isquickfindfields") is "1" or "true" && filter.Elements("condition").Any()))
            context.Report(view, FindingCodes.ViewQuickFind, "The quick find view searches no column: it has no filter with 'isquickfindfields'.");

        var grid = view.At("layoutxml", "grid").FirstOrDefault();
        if (grid == null)
        {
            if (view.Int("querytype") is 0 or 1 or 2 or 4 or 64) context.Report(view, FindingCodes.ViewLayout, "The view has no 'layoutxml' with a grid.");
            return;
        }

        CheckGrid(context, table, grid, fetched);
    }

    private static void CheckGrid(CheckContext context, TableXml table, XElement grid, HashSet<string> fetched)
    {
        if (grid.Attribute("object") is { } typeCode)
            context.Report(typeCode, FindingCodes.ViewLayout, "The grid carries 'object', a type code of one organization; leave it out.");
        if (grid.Attribute("jump") is { } jump && !context.MayHaveColumn(table.LogicalName, jump.Value))
            context.Report(jump, FindingCodes.ViewColumn, $"The grid jumps by '{jump.Value}', which '{table.LogicalName}' does not have.");
        foreach (var row in grid.Elements("row"))
        {
            if (row.Attribute("id") is { } id && id.Value != table.LogicalName + "id" && !context.MayHaveColumn(table.LogicalName, id.Value))
                context.Report(id, FindingCodes.ViewColumn, $"The row's id is '{id.Value}', which '{table.LogicalName}' does not have.");
            foreach (var cell in row.Elements("cell"))
            {
                var name = cell.Attr("name") ?? "";
                if (!fetched.Contains(name))
                    context.Report(cell, FindingCodes.ViewCell, $"The grid shows '{name}', which the view does not fetch.");
            }

            foreach (var twice in row.Elements("cell").GroupBy(cell => cell.Attr("name")).Where(group => group.Count() > 1))
                context.Report(twice.Last(), FindingCodes.ViewCell, $"The grid shows '{twice.Key}' more than once.");
        }
    }

    /// <summary>A view's or a chart's query; collects the names its columns have in the result.</summary>
    public static void CheckFetch(CheckContext context, TableXml table, XElement entity, HashSet<string> fetched)
    {
        if (entity.Attribute("name") is { } name && name.Value != table.LogicalName)
            context.Report(name, FindingCodes.ViewFetch, $"The view of '{table.LogicalName}' fetches '{name.Value}'.");
        var aliases = entity.Descendants("link-entity").Where(link => link.Attr("alias") != null)
            .ToLookup(link => link.Attr("alias")!, link => link.Attr("name"), StringComparer.Ordinal);
        CheckSource(context, entity, entity.Attr("name"), null, fetched, aliases);
    }

    private static void CheckSource(
        CheckContext context, XElement source, string? table, string? alias, HashSet<string> fetched, ILookup<string, string?> aliases)
    {
        foreach (var attribute in source.Elements("attribute"))
        {
            Check(attribute, "name", table);
            fetched.Add(alias == null ? attribute.Attr("alias") ?? attribute.Attr("name") ?? "" : $"{alias}.{attribute.Attr("name")}");
        }

        foreach (var order in source.Elements("order"))
        {
            if (order.Attribute("attribute") != null) Check(order, "attribute", table);
        }

        foreach (var condition in source.Elements("filter").SelectMany(filter => filter.Descendants("condition")))
        {
            var other = condition.Attr("entityname");
            if (other != null && !aliases.Contains(other) && other != source.Attr("name"))
                context.Report(condition, FindingCodes.ViewFetch, $"The condition names '{other}', which is no alias of the view.");
            else
                Check(condition, "attribute", other == null ? table : aliases[other].FirstOrDefault() ?? table);
        }

        foreach (var link in source.Elements("link-entity"))
        {
            var linked = link.Attr("name");
            if (!context.KnowsTable(linked))
                context.Report(link, FindingCodes.ViewFetch, $"The view links to the table '{linked}', which is neither in the solution nor of the platform.");
            if (link.Attribute("from") != null) Check(link, "from", linked);
            if (link.Attribute("to") != null) Check(link, "to", table);
            if (link.Elements("attribute").Any() && link.Attr("alias") == null)
                context.Report(link, FindingCodes.ViewFetch, $"The link to '{linked}' fetches columns and has no alias for them.");
            CheckSource(context, link, linked, link.Attr("alias") ?? linked, fetched, aliases);
        }

        void Check(XElement element, string name, string? of)
        {
            var column = element.Attribute(name);
            if (!context.MayHaveColumn(of, column?.Value))
                context.Report((XObject?)column ?? element, FindingCodes.ViewColumn, $"The view names the column '{column?.Value}', which '{of}' does not have.");
        }
    }
}
