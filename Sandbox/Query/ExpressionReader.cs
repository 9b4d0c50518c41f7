using Microsoft.Xrm.Sdk.Query;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>Resolves the names of a QueryExpression or QueryByAttribute.</summary>
internal sealed class ExpressionReader(Schema schema)
{
    private readonly Dictionary<string, Source> _aliases = new(StringComparer.OrdinalIgnoreCase);
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
            throw Faults.Invalid("QueryByAttribute has another number of values than of attributes.");
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
            CountAll = query.PageInfo.ReturnTotalRecordCount,
        };
        if (query.PageInfo.Count is > 0 and var size) result.PageSize = Math.Min(size, 5000);
        if (query.TopCount is < 1 or > 5000) throw Faults.Invalid("TopCount must be between 1 and 5000.");
        if (query.TopCount is not null && query.PageInfo.PageNumber > 0) throw Faults.Invalid("TopCount cannot be used together with paging.");
        AddColumns(root, query.ColumnSet);
        AddLinks(root, query.LinkEntities, result);
        root.Where = ReadFilter(query.Criteria, root, result);
        foreach (var order in query.Orders) AddOrder(result, root, order);
        foreach (var link in query.LinkEntities) AddLinkOrders(result, link);
        return result;
    }

    private readonly Dictionary<LinkEntity, Source> _links = new(ReferenceEqualityComparer.Instance);

    private void AddLinks(Source from, IEnumerable<LinkEntity> links, SelectQuery result)
    {
        foreach (var link in links) from.Joins.Add(ReadLink(from, link, result));
    }

    private Join ReadLink(Source from, LinkEntity link, SelectQuery result)
    {
        var table = schema.Table(link.LinkToEntityName);
        var alias = string.IsNullOrEmpty(link.EntityAlias) ? $"{table.Name}{_sources}" : link.EntityAlias;
        var to = new Source { Table = table, Sql = NextAlias(), Alias = alias };
        if (!_aliases.TryAdd(alias, to)) throw Faults.Invalid($"The alias '{alias}' is used twice in the query.");
        if (string.IsNullOrEmpty(link.EntityAlias)) _aliases.TryAdd(table.Name, to);
        _links[link] = to;
        var kind = link.JoinOperator switch
        {
            JoinOperator.Inner => JoinKind.Inner,
            JoinOperator.LeftOuter => JoinKind.Outer,
            JoinOperator.Exists or JoinOperator.In or JoinOperator.Any => JoinKind.Any,
            JoinOperator.NotAny => JoinKind.NotAny,
            var other => throw Faults.NotSupported($"The join operator '{other}'"),
        };
        AddColumns(to, link.Columns);
        AddLinks(to, link.LinkEntities, result);
        to.Where = ReadFilter(link.LinkCriteria, to, result);
        return new Join(to, from.Table.Column(link.LinkFromAttributeName), table.Column(link.LinkToAttributeName), kind);
    }

    private void AddLinkOrders(SelectQuery result, LinkEntity link)
    {
        foreach (var order in link.Orders) AddOrder(result, _links[link], order);
        foreach (var child in link.LinkEntities) AddLinkOrders(result, child);
    }

    private void AddOrder(SelectQuery result, Source source, OrderExpression order)
    {
        if (!string.IsNullOrEmpty(order.EntityName)) source = Resolve(order.EntityName);
        result.Orders.Add(new OrderTerm(source, source.Table.Column(order.AttributeName), order.OrderType == OrderType.Descending));
    }

    private static void AddColumns(Source source, ColumnSet? columns)
    {
        if (columns is null) return;
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

    private Filter? ReadFilter(FilterExpression? filter, Source source, SelectQuery query)
    {
        if (filter is null || (filter.Conditions.Count == 0 && filter.Filters.Count == 0 && filter.AnyAllFilterLinkEntity is null)) return null;
        var result = new Filter { IsOr = filter.FilterOperator == LogicalOperator.Or };
        if (filter.AnyAllFilterLinkEntity is { } link)
        {
            if (link.JoinOperator is not (JoinOperator.Any or JoinOperator.NotAny))
                throw Faults.NotSupported($"A link of the operator '{link.JoinOperator}' within a filter");
            result.Links.Add((source, ReadLink(source, link, query)));
        }

        foreach (var condition in filter.Conditions)
        {
            var of = string.IsNullOrEmpty(condition.EntityName) ? source : Resolve(condition.EntityName);
            var column = of.Table.Column(condition.AttributeName);
            result.Conditions.Add(condition.CompareColumns
                ? new Condition(of, column, condition.Operator, [], of.Table.Column(condition.Values.FirstOrDefault() as string))
                : new Condition(of, column, condition.Operator, [.. condition.Values]));
        }

        foreach (var child in filter.Filters)
        {
            if (ReadFilter(child, source, query) is { } read) result.Filters.Add(read);
        }

        return result;
    }

    private Source Resolve(string name) =>
        _aliases.TryGetValue(name, out var source) ? source : throw Faults.Invalid($"The query names '{name}', which is no link of it.");

    private string NextAlias() => "t" + _sources++;
}
