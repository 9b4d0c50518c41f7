using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>The joins of a query: a lookup followed in <c>$filter</c> and in <c>$expand</c> is joined once.</summary>
internal sealed class LinkSet
{
    private readonly Dictionary<(string? Alias, string Navigation), (EntitySchema Entity, LinkEntity Link)> _links = [];
    private readonly WebApiSchema _schema;
    private readonly DataCollection<LinkEntity> _joins;
    private readonly LinkSet? _outer;
    private int _aliases;

    public LinkSet(WebApiSchema schema, EntitySchema root, QueryExpression query)
        : this(schema, root, query.LinkEntities, outer: null)
    {
    }

    private LinkSet(WebApiSchema schema, EntitySchema root, DataCollection<LinkEntity> joins, LinkSet? outer) =>
        (_schema, Root, _joins, _outer) = (schema, root, joins, outer);

    /// <summary>The table of the query.</summary>
    public EntitySchema Root { get; }

    /// <summary>The joins of the rows that a condition on related rows looks at.</summary>
    public LinkSet Within(EntitySchema entity, LinkEntity link) => new(_schema, entity, link.LinkEntities, this);

    /// <summary>Joins the row a lookup points at, unless it is joined already.</summary>
    public (EntitySchema Entity, string Alias) Join(EntitySchema from, string? alias, NavigationSchema navigation)
    {
        var (entity, link) = LinkOf(from, alias, navigation);
        return (entity, link.EntityAlias);
    }

    /// <summary>The join itself, to which columns may be added.</summary>
    public (EntitySchema Entity, LinkEntity Link) LinkOf(EntitySchema from, string? alias, NavigationSchema navigation)
    {
        if (_links.TryGetValue((alias, navigation.Name), out var known))
            return known;
        var entity = TargetOf(navigation);
        var link = new LinkEntity(
            from.Table.LogicalName, entity.Table.LogicalName, navigation.Column, entity.Table.PrimaryId, JoinOperator.LeftOuter)
        {
            EntityAlias = NextAlias(),
            Columns = new ColumnSet(),
        };
        var parent = alias is null ? _joins : _links.Values.First(each => each.Link.EntityAlias == alias).Link.LinkEntities;
        parent.Add(link);
        _links.Add((alias, navigation.Name), (entity, link));
        return (entity, link);
    }

    /// <summary>The rows behind a collection, for a condition on them that is no join of the query: the link that is the condition, and the one to the rows themselves.</summary>
    public (EntitySchema Entity, LinkEntity Condition, LinkEntity Rows) ConditionOn(EntitySchema from, NavigationSchema navigation, JoinOperator operation)
    {
        var entity = TargetOf(navigation);
        var condition = Link(from.Table.LogicalName, navigation.Side?.Table ?? entity.Table.LogicalName, from.Table.PrimaryId, navigation.Side?.Own ?? navigation.Column, operation);
        if (navigation.Side is not { } side)
            return (entity, condition, condition);
        var rows = Link(side.Table, entity.Table.LogicalName, side.Other, entity.Table.PrimaryId, JoinOperator.Inner);
        condition.LinkEntities.Add(rows);
        return (entity, condition, rows);

        LinkEntity Link(string own, string other, string column, string otherColumn, JoinOperator kind) =>
            new(own, other, column, otherColumn, kind) { EntityAlias = NextAlias(), Columns = new ColumnSet() };
    }

    private EntitySchema TargetOf(NavigationSchema navigation) =>
        navigation.Target is { } target && _schema.Table(target) is { } entity
            ? entity
            : throw WebApiException.NotSupported($"Following '{navigation.Name}', which may lead to more than one table,");

    // An alias names one table in the whole query, conditions included.
    private string NextAlias() => _outer is null ? string.Create(CultureInfo.InvariantCulture, $"e{++_aliases}") : _outer.NextAlias();
}
