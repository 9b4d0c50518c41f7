using System.Globalization;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>The joins of one query: a lookup followed in <c>$filter</c> and in <c>$expand</c> is joined once.</summary>
internal sealed class LinkSet(WebApiSchema schema, EntitySchema root, QueryExpression query)
{
    private readonly Dictionary<(string? Alias, string Navigation), (EntitySchema Entity, LinkEntity Link)> _links = [];

    /// <summary>The table of the query.</summary>
    public EntitySchema Root { get; } = root;

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
        if (navigation.Target is not { } target || schema.Table(target) is not { } entity)
            throw WebApiException.NotSupported($"Following '{navigation.Name}', which may lead to more than one table,");
        var link = new LinkEntity(
            from.Table.LogicalName, target, navigation.Column, entity.Table.PrimaryId, JoinOperator.LeftOuter)
        {
            EntityAlias = string.Create(CultureInfo.InvariantCulture, $"e{_links.Count + 1}"),
            Columns = new ColumnSet(),
        };
        var parent = alias is null ? query.LinkEntities : _links.Values.First(each => each.Link.EntityAlias == alias).Link.LinkEntities;
        parent.Add(link);
        _links.Add((alias, navigation.Name), (entity, link));
        return (entity, link);
    }
}
