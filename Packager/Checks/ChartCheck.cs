using System.Xml.Linq;
using Packager.Model;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Charts group and count columns that can be, name what their query defines, and have a series for each measure.</summary>
internal static class ChartCheck
{
    private static readonly HashSet<string> Aggregates = new(StringComparer.Ordinal) { "count", "countcolumn", "sum", "avg", "min", "max" };

    private static readonly HashSet<string> DateGroupings = new(StringComparer.Ordinal)
    {
        "day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year",
    };

    /// <summary>Kinds of series that a model-driven app draws.</summary>
    private static readonly HashSet<string> ChartTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Column", "Bar", "Line", "Area", "Pie", "Doughnut", "Funnel", "StackedColumn", "StackedBar", "StackedArea", "StackedColumn100",
        "StackedBar100", "StackedArea100",
    };

    public static void Run(CheckContext context)
    {
        foreach (var table in context.AllTables)
        {
            foreach (var chart in table.Charts)
                CheckChart(context, table, chart);
        }
    }

    private static void CheckChart(CheckContext context, TableXml table, XElement chart)
    {
        var definition = chart.At("datadescription", "datadefinition").FirstOrDefault();
        var fetches = definition.At("fetchcollection", "fetch").Where(fetch => fetch.Element("entity") != null).ToList();
        if (fetches.Count == 0)
        {
            context.Report(chart, FindingCodes.ChartData, "The chart has no data definition with an entity.");
            return;
        }

        var roles = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var fetch in fetches)
        {
            ViewCheck.CheckFetch(context, table, fetch.Element("entity")!, []);
            CheckQuery(context, fetch, roles);
        }

        CheckAliases(context, definition!, roles);
        CheckSeries(context, chart, definition!);
    }

    /// <summary>Notes of every alias of the query whether it is grouped by (true) or aggregated (false).</summary>
    private static void CheckQuery(CheckContext context, XElement fetch, Dictionary<string, bool> roles)
    {
        if (fetch.Attr("aggregate") is not ("true" or "1"))
            context.Report(fetch, FindingCodes.ChartQuery, "The chart's query does not aggregate: its 'fetch' lacks 'aggregate=\"true\"'.");
        foreach (var attribute in fetch.Descendants("attribute"))
        {
            var name = attribute.Attr("name");
            var isGroup = attribute.Attr("groupby") is "true" or "1";
            var aggregate = attribute.Attr("aggregate");
            if (attribute.Attr("alias") is not { Length: > 0 } alias)
                context.Report(attribute, FindingCodes.ChartQuery, $"The chart fetches '{name}' without an alias.");
            else if (!roles.TryAdd(alias, isGroup))
                context.Report(attribute, FindingCodes.ChartQuery, $"The chart's query has the alias '{alias}' more than once.");
            if (isGroup == (aggregate != null))
                context.Report(attribute, FindingCodes.ChartQuery, $"The chart fetches '{name}'; a column of a chart is either grouped by or aggregated.");
            else if (aggregate != null && !Aggregates.Contains(aggregate))
                context.Report(attribute, FindingCodes.ChartQuery, $"There is no aggregate '{aggregate}'.");
            if (context.Column(attribute.Parent.Attr("name"), name) is { } column)
                CheckColumn(context, attribute, column, isGroup, aggregate);
        }

        var groups = fetch.Descendants("attribute").Count(attribute => attribute.Attr("groupby") is "true" or "1");
        if (groups is 0 or > 2)
            context.Report(fetch, FindingCodes.ChartQuery, $"The chart groups by {groups} columns; a chart has one category, and at most one column more for its series.");
        foreach (var order in fetch.Descendants("order"))
        {
            if (order.Attribute("alias") is not { } alias || !roles.ContainsKey(alias.Value))
                context.Report(order, FindingCodes.ChartQuery, "The chart is ordered by something that is no alias of its query.");
        }
    }

    private static void CheckColumn(CheckContext context, XElement attribute, ColumnXml column, bool isGroup, string? aggregate)
    {
        var grouping = attribute.Attr("dategrouping");
        if (isGroup && column.Type is ColumnType.Memo or ColumnType.Image or ColumnType.File or ColumnType.Choices)
            context.Report(attribute, FindingCodes.ChartQuery, $"The chart groups by '{column.Name}'; nothing can be grouped by a column of type {column.TypeName}.");
        else if (isGroup && column.Type == ColumnType.DateTime && (grouping == null || !DateGroupings.Contains(grouping)))
            context.Report(attribute, FindingCodes.ChartQuery, $"The chart groups by the date '{column.Name}' and does not say by {string.Join(", ", DateGroupings)}.");
        else if (isGroup && column.Type != ColumnType.DateTime && grouping != null)
            context.Report(attribute, FindingCodes.ChartQuery, $"The chart groups '{column.Name}', a column of type {column.TypeName}, by {grouping}.");
        var isNumber = column.Type is ColumnType.Integer or ColumnType.BigInteger or ColumnType.Decimal or ColumnType.Float or ColumnType.Money;
        if (aggregate is "sum" or "avg" && !isNumber || aggregate is "min" or "max" && !isNumber && column.Type != ColumnType.DateTime)
            context.Report(attribute, FindingCodes.ChartMeasure, $"The chart takes '{aggregate}' of '{column.Name}', a column of type {column.TypeName}.");
    }

    private static void CheckAliases(CheckContext context, XElement definition, Dictionary<string, bool> roles)
    {
        foreach (var use in definition.Elements("categorycollection").Descendants().Where(element => element.Name.LocalName is "category" or "measure"))
        {
            var isCategory = use.Name.LocalName == "category";
            if (use.Attr("alias") is not { } alias)
            {
                // A category without an alias is the query's first group.
                if (!isCategory) context.Report(use, FindingCodes.ChartData, "The chart has a measure without an alias.");
            }
            else if (!roles.TryGetValue(alias, out var isGroup))
            {
                context.Report(use, FindingCodes.ChartData, $"The chart uses the alias '{alias}', which its query does not define.");
            }
            else if (isGroup != isCategory)
            {
                context.Report(use, FindingCodes.ChartMeasure, $"The chart uses '{alias}' as a {use.Name.LocalName}; its query {(isGroup ? "groups by" : "aggregates")} it.");
            }
        }

        if (!definition.At("categorycollection", "category").Any())
            context.Report(definition, FindingCodes.ChartData, "The chart has no category.");
    }

    private static void CheckSeries(CheckContext context, XElement chart, XElement definition)
    {
        var measures = definition.At("categorycollection", "category", "measurecollection").Count();
        var presentation = chart.At("presentationdescription", "Chart").FirstOrDefault();
        var series = presentation.At("Series", "Series").ToList();
        if (series.Count != measures || measures == 0)
            context.Report((XObject?)presentation ?? chart, FindingCodes.ChartSeries, $"Measures of the chart: {measures}; series: {series.Count}. It needs one series for each measure.");
        foreach (var one in series.Where(one => one.Attr("ChartType") is not { } type || !ChartTypes.Contains(type)))
            context.Report(one, FindingCodes.ChartSeries, $"There is no chart of type '{one.Attr("ChartType")}'.");
    }
}
