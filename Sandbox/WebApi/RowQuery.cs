using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>The query options of a collection of rows as a query expression, and the shape in which its rows are written.</summary>
/// <param name="Expression">The query.</param>
/// <param name="Shape">The shape.</param>
internal sealed record RowQuery(QueryExpression Expression, RowShape Shape)
{
    /// <summary>Compiles the options of a whole URL.</summary>
    public static RowQuery Compile(ODataQuery query, EntitySchema entity)
    {
        var compiled = Compile(query, entity, query.SelectAndExpand(), query.Filter(), query.OrderBy());
        if (query.Top() is { } top)
            compiled.Expression.TopCount = TopOf(top);
        return compiled;
    }

    /// <summary>Compiles select and expand alone, for a single row.</summary>
    public static RowQuery CompileShape(ODataQuery query, EntitySchema entity) =>
        Compile(query, entity, query.SelectAndExpand(), filter: null, order: null);

    private static RowQuery Compile(
        ODataQuery query, EntitySchema entity, SelectExpandClause? selectExpand, FilterClause? filter, OrderByClause? order)
    {
        var expression = new QueryExpression(entity.Table.LogicalName);
        var links = new LinkSet(query.Schema, entity, expression);
        var shape = ShapeOf(query, entity, selectExpand, links, alias: null, depth: 0);
        expression.ColumnSet = new ColumnSet([.. shape.Properties.Select(property => property.Attribute)]);

        // Every row carries its etag, whatever is selected.
        if (entity.ByAttribute.ContainsKey(RowWriter.Version) && !expression.ColumnSet.Columns.Contains(RowWriter.Version))
            expression.ColumnSet.AddColumn(RowWriter.Version);
        if (filter is not null)
            expression.Criteria = new FilterCompiler(query, links).Compile(filter);
        for (var each = order; each is not null; each = each.ThenBy)
            expression.Orders.Add(OrderOf(entity, each));
        return new(expression, shape);
    }

    private static RowShape ShapeOf(
        ODataQuery query, EntitySchema entity, SelectExpandClause? clause, LinkSet links, string? alias, int depth)
    {
        var selected = new HashSet<string>(StringComparer.Ordinal);
        var singles = new List<SingleExpansion>();
        var collections = new List<CollectionExpansion>();
        var all = clause is null || clause.AllSelected;
        foreach (var item in clause?.SelectedItems ?? [])
        {
            switch (item)
            {
                case WildcardSelectItem:
                    all = true;
                    break;
                case PathSelectItem path when path.SelectedPath.LastSegment is PropertySegment property && !HasOptions(path):
                    selected.Add(property.Property.Name);
                    break;
                case ExpandedNavigationSelectItem expanded:
                    Expand(expanded);
                    break;
                case PathSelectItem path:
                    throw WebApiException.BadQuery($"'{path.SelectedPath.LastSegment.Identifier}' cannot be selected: it is no property with a value.");
                default:
                    throw WebApiException.NotSupported("'$ref' or '$count' in $expand");
            }
        }

        // The platform adds the id to whatever is selected, and leaves out images unless they are named.
        selected.Add(entity.Key.Name);
        var properties = entity.Properties
            .Where(property => all
                ? property.Column.ValidForRead && (property.Column.Type != ColumnType.Image || selected.Contains(property.Name))
                : selected.Contains(property.Name))
            .ToArray();
        return new(entity, properties, singles, collections);

        void Expand(ExpandedNavigationSelectItem item)
        {
            var name = ((NavigationPropertySegment)item.PathToNavigationProperty.LastSegment).NavigationProperty.Name;
            var navigation = entity.Navigations[name];
            if (item.ApplyOption is not null)
                throw WebApiException.NotSupported("Query option '$apply'");
            if (item.SearchOption is not null || item.ComputeOption is not null || item.SkipOption is not null || item.LevelsOption is not null)
                throw WebApiException.BadQuery($"$search, $compute, $skip and $levels cannot be used in $expand of '{name}'.");
            if (item.CountOption is not null)
                throw WebApiException.NotSupported($"$count in $expand of '{name}'");
            if (navigation.IsCollection)
                collections.Add(CollectionOf(item, navigation));
            else
                singles.Add(SingleOf(item, navigation));
        }

        SingleExpansion SingleOf(ExpandedNavigationSelectItem item, NavigationSchema navigation)
        {
            if (item.FilterOption is not null || item.OrderByOption is not null || item.TopOption is not null)
                throw WebApiException.BadQuery($"$filter, $orderby and $top cannot be used in $expand of '{navigation.Name}', which leads to one row.");
            var (target, link) = links.LinkOf(entity, alias, navigation);
            var shape = ShapeOf(query, target, item.SelectAndExpand, links, link.EntityAlias, depth + 1);
            if (shape.Collections.Count > 0)
                throw WebApiException.NotSupported($"A collection expanded within '{navigation.Name}'");
            link.Columns.AddColumns([.. shape.Properties.Select(property => property.Attribute)]);
            return new(navigation, shape, link.EntityAlias);
        }

        CollectionExpansion CollectionOf(ExpandedNavigationSelectItem item, NavigationSchema navigation)
        {
            if (navigation.Relationship?.IntersectTable is not null)
                throw WebApiException.NotSupported($"$expand of '{navigation.Name}', a many-to-many relationship,");
            var target = query.Schema.Table(navigation.Target!)!;
            var inner = Compile(query, target, item.SelectAndExpand, item.FilterOption, item.OrderByOption);
            inner.Expression.ColumnSet.AddColumn(navigation.Column);
            return new(navigation, inner, item.TopOption is { } top ? TopOf(top) : null);
        }
    }

    private static bool HasOptions(PathSelectItem path) =>
        path.SelectAndExpand is { SelectedItems: var items } && items.Any()
        || path.FilterOption is not null || path.OrderByOption is not null || path.TopOption is not null
        || path.SkipOption is not null || path.CountOption is not null || path.SearchOption is not null || path.ComputeOption is not null;

    private static OrderExpression OrderOf(EntitySchema entity, OrderByClause clause)
    {
        if (clause.Expression is not SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } property)
            throw WebApiException.NotSupported("$orderby of anything but a column of the table");
        return new OrderExpression(
            entity.ByName[property.Property.Name].Attribute,
            clause.Direction == OrderByDirection.Ascending ? OrderType.Ascending : OrderType.Descending);
    }

    private static int TopOf(long top) => top is > 0 and <= int.MaxValue
        ? (int)top
        : throw WebApiException.BadQuery($"The value '{top}' of $top is no whole number above 0.");
}
