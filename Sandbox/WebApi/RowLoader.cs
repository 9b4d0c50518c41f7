using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>Runs row queries and gathers what they expand.</summary>
internal static class RowLoader
{
    // How many parents one query for their children names.
    private const int ParentsAtOnce = 500;

    public static EntityCollection Run(WebApiRequest request, QueryBase query) =>
        ((RetrieveMultipleResponse)request.Execute(Tagged(request, new RetrieveMultipleRequest { Query = query }))).EntityCollection;

    /// <summary>One row by id or key, as the Retrieve message gives it, with what the shape expands.</summary>
    public static Row Retrieve(WebApiRequest request, EntityReference target, RowQuery query)
    {
        var entity = ((RetrieveResponse)request.Execute(Tagged(request, new RetrieveRequest
        {
            Target = target,
            ColumnSet = query.Expression.ColumnSet,
        }))).Entity;
        if (!query.Shape.IsExpanded)
            return new Row(entity);
        var joined = query.Expression;
        joined.Criteria.AddCondition(query.Shape.Entity.Table.PrimaryId, ConditionOperator.Equal, entity.Id);
        return Gather(request, Run(request, joined).Entities, query.Shape) is [var row] ? row : new Row(entity);
    }

    /// <summary>The rows of a query with what the shape expands.</summary>
    public static IReadOnlyList<Row> Gather(WebApiRequest request, IReadOnlyList<Entity> entities, RowShape shape)
    {
        var rows = entities.Select(entity => Unfold(entity, entity, shape)).ToArray();
        AttachAll(request, rows, shape);
        return rows;
    }

    private static OrganizationRequest Tagged(WebApiRequest request, OrganizationRequest inner)
    {
        if (request.Tag is { } tag)
            inner[ODataQuery.Tag] = tag;
        return inner;
    }

    private static void AttachAll(WebApiRequest request, IReadOnlyList<Row> rows, RowShape shape)
    {
        if (rows.Count == 0)
            return;
        foreach (var single in shape.Singles)
            AttachAll(request, [.. rows.Select(row => row.Singles[single.Navigation.Name]).OfType<Row>()], single.Shape);
        foreach (var expansion in shape.Collections)
            Attach(request, rows, expansion);
    }

    /// <summary>Parts the columns of joined rows (<c>e1.name</c>) from those of the row itself.</summary>
    private static Row Unfold(Entity all, Entity own, RowShape shape)
    {
        var row = new Row(own);
        foreach (var single in shape.Singles)
        {
            var joined = Joined(all, single);
            row.Singles.Add(single.Navigation.Name, joined is null ? null : Unfold(all, joined, single.Shape));
        }

        return row;
    }

    private static Entity? Joined(Entity all, SingleExpansion expansion)
    {
        var table = expansion.Shape.Entity.Table;
        if (all.GetAttributeValue<AliasedValue>($"{expansion.Alias}.{table.PrimaryId}")?.Value is not Guid id)
            return null;
        var entity = new Entity(table.LogicalName, id);
        foreach (var attribute in expansion.Shape.Attributes)
        {
            var name = $"{expansion.Alias}.{attribute}";
            if (all.GetAttributeValue<AliasedValue>(name) is { Value: { } value })
                entity[attribute] = value;
            if (all.FormattedValues.TryGetValue(name, out var text))
                entity.FormattedValues[attribute] = text;
        }

        return entity;
    }

    private static void Attach(WebApiRequest request, IReadOnlyList<Row> parents, CollectionExpansion expansion)
    {
        // A number of rows for each parent cannot be said in one query; without one, one query serves many parents.
        var batch = expansion.Limit is null ? ParentsAtOnce : 1;
        foreach (var some in parents.Chunk(batch))
        {
            var query = Copy(expansion.Query.Expression);
            query.TopCount = expansion.Limit;
            Tie(query, expansion, [.. some.Select(parent => parent.Entity.Id).Distinct().Cast<object>()]);
            var children = Gather(request, RunAll(request, query), expansion.Query.Shape).ToLookup(child => ParentOf(child.Entity, expansion.Navigation));
            foreach (var parent in some)
                parent.Collections.Add(expansion.Navigation.Name, [.. children[parent.Entity.Id]]);
        }
    }

    private static void Tie(QueryExpression query, CollectionExpansion expansion, object[] parents)
    {
        if (expansion.Navigation.Side is { } side)
        {
            var pairs = expansion.Navigation.LinkToPairs(side, expansion.Query.Shape.Entity.Table.PrimaryId);
            pairs.Columns.AddColumn(side.Own);
            pairs.LinkCriteria.AddCondition(side.Own, ConditionOperator.In, parents);
            query.LinkEntities.Add(pairs);
            return;
        }

        var tied = new FilterExpression(LogicalOperator.And);
        tied.AddCondition(expansion.Navigation.Column, ConditionOperator.In, parents);
        if (query.Criteria is { } own && own.Conditions.Count + own.Filters.Count > 0)
            tied.AddFilter(own);
        query.Criteria = tied;
    }

    private static Guid ParentOf(Entity child, NavigationSchema navigation) => navigation.Side is { } side
        ? (Guid)child.GetAttributeValue<AliasedValue>($"{NavigationSchema.Pairs}.{side.Own}").Value
        : child.GetAttributeValue<EntityReference>(navigation.Column).Id;

    private static List<Entity> RunAll(WebApiRequest request, QueryExpression query)
    {
        var all = new List<Entity>();
        if (query.TopCount is not null)
        {
            all.AddRange(Run(request, query).Entities);
            return all;
        }

        query.PageInfo = new PagingInfo { Count = RowPage.Largest, PageNumber = 1 };
        while (true)
        {
            var page = Run(request, query);
            all.AddRange(page.Entities);
            if (!page.MoreRecords)
                return all;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private static QueryExpression Copy(QueryExpression query)
    {
        var copy = new QueryExpression(query.EntityName) { ColumnSet = query.ColumnSet, Criteria = query.Criteria };
        copy.LinkEntities.AddRange(query.LinkEntities);
        copy.Orders.AddRange(query.Orders);
        return copy;
    }
}
