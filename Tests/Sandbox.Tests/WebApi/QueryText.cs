using System.Globalization;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.WebApi;

/// <summary>A query expression as one line, so that a test can say what it expects.</summary>
internal static class QueryText
{
    public static string Of(QueryExpression query)
    {
        var parts = new List<string> { Columns(query.ColumnSet) };
        parts.AddRange(query.LinkEntities.Select(Link));
        if (query.Criteria is { } filter && filter.Conditions.Count + filter.Filters.Count > 0)
            parts.Add("where " + Filter(filter));
        if (query.Orders.Count > 0)
            parts.Add("order " + string.Join(", ", query.Orders.Select(order => $"{order.AttributeName} {order.OrderType}")));
        if (query.TopCount is { } top)
            parts.Add($"top {top}");
        return string.Join(" ", parts);
    }

    public static string Filter(FilterExpression filter) => string.Join(
        $" {filter.FilterOperator.ToString().ToLowerInvariant()} ",
        filter.Conditions.Select(Condition).Concat(filter.Filters.Select(inner => $"({Filter(inner)})")).Concat(filter.AnyAllFilterLinkEntity is { } link ? [Related(link)] : []));

    private static string Related(LinkEntity link) =>
        $"{link.JoinOperator} {link.LinkToEntityName} as {link.EntityAlias} on {link.LinkFromAttributeName}={link.LinkToAttributeName}"
        + (link.LinkCriteria.Conditions.Count + link.LinkCriteria.Filters.Count > 0 ? " where " + Filter(link.LinkCriteria) : "");

    private static string Link(LinkEntity link) =>
        $"{link.JoinOperator} {link.LinkToEntityName} as {link.EntityAlias} on {link.LinkFromAttributeName}={link.LinkToAttributeName} {Columns(link.Columns)}"
        + string.Concat(link.LinkEntities.Select(inner => " " + Link(inner)));

    private static string Columns(ColumnSet columns) => $"[{string.Join(",", columns.Columns)}]";

    private static string Condition(ConditionExpression condition) =>
        $"{(condition.EntityName is null ? "" : condition.EntityName + ".")}{condition.AttributeName} {condition.Operator}"
        + string.Concat(condition.Values.Select(value => " " + Value(value)))
        + (condition.CompareColumns ? " (column)" : "");

    private static string Value(object value) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : "?"),
        string text => $"'{text}'",
        Array list => string.Join(" ", list.Cast<object>().Select(Value)),
        _ => $"{value.GetType().Name}:{Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };
}
