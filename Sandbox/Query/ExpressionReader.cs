using Microsoft.Xrm.Sdk.Query;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>Resolves the names of a QueryExpression or QueryByAttribute.</summary>
internal sealed class ExpressionReader(Schema schema)
{
    private readonly Dictionary<string, Source> _aliases = new(StringComparer.OrdinalIgnoreCase);
    private SelectQuery _query = null!;
    private int _sources;

    public SelectQuery Read(QueryBase query) => query switch
    {
        QueryExpression expression => Read(expression),
        QueryByAttribute byAttribute => Read(byAttribute),
        FetchExpression fetch => new FetchReader(schema).Read(fetch.Query),
        null => throw Faults.MissingParameter("RetrieveMultiple", "Query"),
        _ => throw Faults.NotSupported($"A query of type '{query.GetType().Name}'"),
    };

    private SelectQuery Read(QueryByAttribute query)
    {
        if (query.Attributes.Count != query.Values.Count)
            throw new OrganizationFault(ErrorCodes.ByAttributeMismatch, "QueryByAttribute has another number of values than of attributes.");
        var expression = new QueryExpression(query.EntityName) { ColumnSet = query.ColumnSet, TopCount = query.TopCount };
        if (query.PageInfo is { } page) expression.PageInfo = page;
        foreach (var order in query.Orders) expression.Orders.Add(order);
        for (var index = 0; index < query.Attributes.Count; index++)
        {
            expression.Criteria.AddCondition(query.Values[index] is null
                ? new ConditionExpression(query.Attributes[index], ConditionOperator.Null)
                : new ConditionExpression(query.Attributes[index], ConditionOperator.Equal, query.Values[index]));
        }

        return Read(expression);
    }

    private SelectQuery Read(QueryExpression query)
    {
        var root = new Source { Table = schema.Table(query.EntityName), Sql = NextAlias() };
        _aliases[query.EntityName] = root;
        var result = new SelectQuery
        {
            Root = root,
            Distinct = query.Distinct,
            Top = query.TopCount,
            Page = Math.Max(1, query.PageInfo.PageNumber),
            Cookie = string.IsNullOrEmpty(query.PageInfo.PagingCookie) ? null : query.PageInfo.PagingCookie,
            CountAll = query.PageInfo.ReturnTotalRecordCount,
            IsAggregate = IsAggregate(query.ColumnSet) || query.LinkEntities.Any(IsAggregate),
        };
        _query = result;
        if (query.PageInfo.Count is > 0 and var size) result.PageSize = Math.Min(size, 5000);
        if (query.TopCount is < 1) throw new OrganizationFault(ErrorCodes.TopCountGreaterThanZero, "TopCount must be between 1 and 5000.");
        if (query.TopCount is > 5000) throw Faults.Invalid("TopCount must be between 1 and 5000.");
        if (query.TopCount is not null && query.PageInfo.PageNumber > 0) throw Faults.Invalid("TopCount cannot be used together with paging.");
        if (query.TopCount is not null && query.PageInfo.ReturnTotalRecordCount) throw Faults.Invalid("TopCount cannot be used together with ReturnTotalRecordCount.");
        AddColumns(root, query.ColumnSet);
        AddLinks(root, query.LinkEntities);
        root.Where = ReadFilter(query.Criteria, root);
        foreach (var order in query.Orders) AddOrder(result, root, order);
        foreach (var link in query.LinkEntities) AddLinkOrders(result, link);
        return result;
    }

    private readonly Dictionary<LinkEntity, Source> _links = new(ReferenceEqualityComparer.Instance);

    private void AddLinks(Source from, IEnumerable<LinkEntity> links)
    {
        foreach (var link in links) from.Joins.Add(ReadLink(from, link));
    }

    private Join ReadLink(Source from, LinkEntity link, bool isCondition = false)
    {
        _query.CountLink();
        var table = schema.Table(link.LinkToEntityName);
        var alias = string.IsNullOrEmpty(link.EntityAlias) ? $"{table.Name}{_sources}" : link.EntityAlias;
        FetchReader.CheckAlias(alias);
        var to = new Source { Table = table, Sql = NextAlias(), Alias = alias };
        if (!_aliases.TryAdd(alias, to)) throw Faults.Invalid($"The alias '{alias}' is used twice in the query.");
        if (string.IsNullOrEmpty(link.EntityAlias)) _aliases.TryAdd(table.Name, to);
        _links[link] = to;
        var kind = link.JoinOperator switch
        {
            JoinOperator.Inner => JoinKind.Inner,
            JoinOperator.LeftOuter => JoinKind.Outer,
            JoinOperator.Exists or JoinOperator.In or JoinOperator.Any or JoinOperator.NotAll => JoinKind.Any,
            JoinOperator.NotAny => JoinKind.NotAny,
            JoinOperator.All => JoinKind.All,
            JoinOperator.MatchFirstRowUsingCrossApply => JoinKind.First,
            var other => throw Faults.NotSupported($"The join operator '{other}'"),
        };
        if (isCondition && link.JoinOperator is not (JoinOperator.Any or JoinOperator.NotAny or JoinOperator.All or JoinOperator.NotAll))
            throw Faults.Invalid($"A link within a filter is of the operator Any, NotAny, All or NotAll, and '{alias}' is of the operator '{link.JoinOperator}'.");
        var join = Join.Of(from, from.Table.Column(link.LinkFromAttributeName), to, table.Column(link.LinkToAttributeName), kind);
        AddColumns(to, link.Columns);
        if (!join.HasRows && to.Columns.Count > 0) throw Faults.Invalid($"The link '{alias}' is of the operator '{link.JoinOperator}', which has no columns to ask for.");
        AddLinks(to, link.LinkEntities);
        to.Where = ReadFilter(link.LinkCriteria, to);
        return join;
    }

    private void AddLinkOrders(SelectQuery result, LinkEntity link)
    {
        foreach (var order in link.Orders) AddOrder(result, _links[link], order);
        foreach (var child in link.LinkEntities) AddLinkOrders(result, child);
    }

    private void AddOrder(SelectQuery result, Source source, OrderExpression order)
    {
        if (result.IsAggregate && !string.IsNullOrEmpty(order.Alias))
        {
            result.Orders.Add(new OrderTerm(null, null, order.OrderType == OrderType.Descending, order.Alias));
            return;
        }

        if (string.IsNullOrEmpty(order.AttributeName) && !string.IsNullOrEmpty(order.Alias)) throw Faults.NoSuchAlias(order.Alias);
        if (!string.IsNullOrEmpty(order.EntityName)) source = Resolve(order.EntityName);
        result.Orders.Add(new OrderTerm(source, source.Table.Column(order.AttributeName), order.OrderType == OrderType.Descending));
    }

    private static bool IsAggregate(LinkEntity link) => IsAggregate(link.Columns) || link.LinkEntities.Any(IsAggregate);

    private static bool IsAggregate(ColumnSet? columns) =>
        columns?.AttributeExpressions.Any(expression => expression.HasGroupBy || expression.AggregateType != XrmAggregateType.None) ?? false;

    // In the words of FetchXML, in which aggregates are run.
    private void AddExpression(Source source, XrmAttributeExpression expression)
    {
        var column = source.Table.Column(expression.AttributeName);
        var alias = string.IsNullOrEmpty(expression.Alias) ? null : expression.Alias;
        if (alias is not null) FetchReader.CheckAlias(alias);
        var aggregate = expression.AggregateType switch
        {
            XrmAggregateType.None => null,
            var type and >= XrmAggregateType.Count and <= XrmAggregateType.Max => type.ToString().ToLowerInvariant(),
            var other => throw new OrganizationFault(ErrorCodes.InvalidAggregate, $"The aggregate type '{other}' is none of XrmAggregateType."),
        };
        var part = expression.DateTimeGrouping switch
        {
            XrmDateTimeGrouping.None => null,
            XrmDateTimeGrouping.FiscalPeriod => "fiscal-period",
            XrmDateTimeGrouping.FiscalYear => "fiscal-year",
            var grouping and >= XrmDateTimeGrouping.Day and <= XrmDateTimeGrouping.Year => grouping.ToString().ToLowerInvariant(),
            var other => throw Faults.Invalid($"The date grouping '{other}' is none of XrmDateTimeGrouping."),
        };
        _query.CheckAggregate(column, alias, aggregate, expression.HasGroupBy, part);
        source.Columns.Add(new SelectedColumn(column, alias, aggregate, DatePart: part));
    }

    private void AddColumns(Source source, ColumnSet? columns)
    {
        if (columns is null) return;
        foreach (var expression in columns.AttributeExpressions) AddExpression(source, expression);
        if (_query.IsAggregate && (columns.AllColumns || columns.Columns.Count > 0))
            throw Faults.Invalid($"The query is an aggregate, so that each column of '{source.Table.Name}' is added up or grouped by: ask for them in AttributeExpressions alone.");
        if (columns.AllColumns)
        {
            foreach (var column in source.Table.Columns)
            {
                if (column is { IsImage: false } && column.Model.ValidForRead) source.Columns.Add(new SelectedColumn(column));
            }

            return;
        }

        foreach (var name in columns.Columns) source.Columns.Add(new SelectedColumn(source.Table.Column(name)));
    }

    private Filter? ReadFilter(FilterExpression? filter, Source source)
    {
        if (filter is null || (filter.Conditions.Count == 0 && filter.Filters.Count == 0 && filter.AnyAllFilterLinkEntity is null)) return null;
        var result = new Filter { IsOr = filter.FilterOperator == LogicalOperator.Or };
        if (filter.AnyAllFilterLinkEntity is { } link) result.Links.Add((source, ReadLink(source, link, isCondition: true)));
        foreach (var condition in filter.Conditions)
        {
            _query.CountCondition();
            var of = string.IsNullOrEmpty(condition.EntityName) ? source : Resolve(condition.EntityName);
            var column = of.Table.Column(condition.AttributeName);
            result.Conditions.Add(condition.CompareColumns
                ? new Condition(of, column, condition.Operator, [], of.Table.Column(condition.Values.FirstOrDefault() as string))
                : new Condition(of, column, condition.Operator, [.. condition.Values]));
        }

        foreach (var child in filter.Filters)
        {
            if (ReadFilter(child, source) is { } read) result.Filters.Add(read);
        }

        return result.IsEmpty ? null : result;
    }

    private Source Resolve(string name) =>
        _aliases.TryGetValue(name, out var source) ? source : throw Faults.Invalid($"The query names '{name}', which is no link of it.");

    private string NextAlias() => "t" + _sources++;
}
