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
    /// <summary>Most expansions in one query (DP/webapi/query/join-tables).</summary>
    private const int MostExpansions = 15;

    /// <summary>Compiles the options of a whole URL.</summary>
    public static RowQuery Compile(ODataQuery query, EntitySchema entity, int? pageSize = null)
    {
        var compiled = Compile(Scope.Of(query, pageSize), entity, query.SelectAndExpand(), query.Filter(), query.OrderBy());
        if (query.Top() is { } top)
            compiled.Expression.TopCount = TopOf(top);
        return compiled;
    }

    /// <summary>Compiles select and expand alone, for a single row.</summary>
    public static RowQuery CompileShape(ODataQuery query, EntitySchema entity, int? pageSize = null) =>
        Compile(Scope.Of(query, pageSize), entity, query.SelectAndExpand(), filter: null, order: null);

    private static RowQuery Compile(
        Scope scope, EntitySchema entity, SelectExpandClause? selectExpand, FilterClause? filter, OrderByClause? order)
    {
        var expression = new QueryExpression(entity.Table.LogicalName);
        var links = new LinkSet(scope.Query.Schema, entity, expression);
        var shape = ShapeOf(scope, entity, selectExpand, links, alias: null);
        expression.ColumnSet = new ColumnSet([.. shape.Attributes]);

        // Every row carries its etag, whatever is selected.
        if (entity.ByAttribute.ContainsKey(RowWriter.Version) && !expression.ColumnSet.Columns.Contains(RowWriter.Version))
            expression.ColumnSet.AddColumn(RowWriter.Version);
        if (filter is not null)
            expression.Criteria = new FilterCompiler(scope.Query, links).Compile(filter);
        for (var each = order; each is not null; each = each.ThenBy)
            expression.Orders.Add(OrderOf(entity, each));
        return new(expression, shape);
    }

    private static RowShape ShapeOf(Scope scope, EntitySchema entity, SelectExpandClause? clause, LinkSet links, string? alias)
    {
        var selected = new HashSet<string>(StringComparer.Ordinal);
        var singles = new List<SingleExpansion>();
        var collections = new List<CollectionExpansion>();
        var references = new List<NavigationSchema>();
        var owners = new List<NavigationSchema>();
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
                case ExpandedReferenceSelectItem reference when reference is not ExpandedCountSelectItem:
                    Refer(reference);
                    break;
                case PathSelectItem path when IsReferred(path):
                    break;
                case PathSelectItem path:
                    throw WebApiException.BadQuery($"'{path.SelectedPath.LastSegment.Identifier}' cannot be selected: it is no property with a value.");
                default:
                    throw WebApiException.BadQuery("The option $count cannot be used in $expand.");
            }
        }

        // The platform adds the id to whatever is selected, and leaves out images unless they are named.
        selected.Add(entity.Key.Name);
        var properties = entity.Properties
            .Where(property => all
                ? property.Column.ValidForRead && (property.Column.Type != ColumnType.Image || selected.Contains(property.Name))
                : selected.Contains(property.Name))
            .ToArray();
        return new(entity, properties, singles, collections) { References = references, Owners = owners };

        void Expand(ExpandedNavigationSelectItem item)
        {
            var navigation = NavigationOf(item);
            var name = navigation.Name;
            if (item.ApplyOption is not null)
                throw WebApiException.NotSupported($"Query option '$apply' in $expand of '{name}'");
            if (item.SearchOption is not null || item.ComputeOption is not null || item.SkipOption is not null || item.LevelsOption is not null || item.CountOption is not null)
                throw WebApiException.BadQuery($"The options $skip, $count, $search, $compute and $levels cannot be used in $expand of '{name}'.");
            if ((scope.IsNested || !navigation.IsCollection) && (item.OrderByOption is not null || item.TopOption is not null))
            {
                throw WebApiException.BadQuery(
                    "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.");
            }

            if (navigation.IsCollection)
                collections.Add(CollectionOf(item, navigation));
            else if (navigation.Target is null && item.FilterOption is null)
                owners.Add(navigation);
            else
                singles.Add(SingleOf(item, navigation));
        }

        void Refer(ExpandedReferenceSelectItem item)
        {
            var navigation = NavigationOf(item);
            if (navigation.IsCollection)
                throw WebApiException.BadQuery("Expand with $ref is only supported on lookup type navigation property.");
            references.Add(navigation);
            selected.Add($"_{navigation.Column}_value");
        }

        // The parser adds what is expanded to what is selected.
        bool IsReferred(PathSelectItem item) => item.SelectedPath.LastSegment is NavigationPropertySegment navigation
            && clause!.SelectedItems.OfType<ExpandedReferenceSelectItem>().Any(each => NavigationOf(each).Name == navigation.NavigationProperty.Name);

        NavigationSchema NavigationOf(ExpandedReferenceSelectItem item) =>
            entity.Navigations[item.PathToNavigationProperty.OfType<NavigationPropertySegment>().Last().NavigationProperty.Name];

        SingleExpansion SingleOf(ExpandedNavigationSelectItem item, NavigationSchema navigation)
        {
            if (item.FilterOption is not null)
                throw WebApiException.NotSupported($"$filter in $expand of '{navigation.Name}', which leads to one row,");
            var (target, link) = links.LinkOf(entity, alias, navigation);
            var shape = ShapeOf(scope.Within(navigation.Name), target, item.SelectAndExpand, links, link.EntityAlias);
            link.Columns.AddColumns([.. shape.Attributes]);
            return new(navigation, shape, link.EntityAlias);
        }

        CollectionExpansion CollectionOf(ExpandedNavigationSelectItem item, NavigationSchema navigation)
        {
            var target = scope.Query.Schema.Table(navigation.Target!)!;
            var inner = Compile(scope.Within(navigation.Name), target, item.SelectAndExpand, item.FilterOption, item.OrderByOption);
            if (navigation.Side is null && !inner.Expression.ColumnSet.Columns.Contains(navigation.Column))
                inner.Expression.ColumnSet.AddColumn(navigation.Column);
            return new(
                navigation,
                inner,
                item.TopOption is { } top ? TopOf(top) : null,
                string.Join('&', scope.OptionsOf(navigation.Name).Select(option => $"{option.Key}={option.Value}")),
                scope.IsNested ? scope.PageSize : null);
        }
    }

    /// <summary>Where in the query options a shape is compiled.</summary>
    /// <param name="Query">The URL.</param>
    /// <param name="Expand">The text of <c>$expand</c> here.</param>
    /// <param name="IsNested">Whether anything is expanded within an expansion, anywhere.</param>
    /// <param name="PageSize">The page size that was asked for.</param>
    private sealed record Scope(ODataQuery Query, Dictionary<string, string> Expand, bool IsNested, int? PageSize)
    {
        public static Scope Of(ODataQuery query, int? pageSize)
        {
            var (count, nested) = Expansions(query.SelectAndExpand(), depth: 0);
            return count <= MostExpansions
                ? new(query, ExpandText.Parts(query.Options.GetValueOrDefault("$expand") ?? ""), nested, pageSize)
                : throw WebApiException.BadQuery($"The query has {count} $expand options. At most {MostExpansions} are allowed.");
        }

        public Scope Within(string navigation) =>
            this with { Expand = ExpandText.Parts(OptionsOf(navigation).GetValueOrDefault("$expand") ?? "") };

        public Dictionary<string, string> OptionsOf(string navigation) => ExpandText.Options(Expand.GetValueOrDefault(navigation) ?? "");

        private static (int Count, bool IsNested) Expansions(SelectExpandClause? clause, int depth)
        {
            var (count, nested) = (0, false);
            foreach (var item in clause?.SelectedItems.OfType<ExpandedReferenceSelectItem>() ?? [])
            {
                var inner = item is ExpandedNavigationSelectItem expanded ? Expansions(expanded.SelectAndExpand, depth + 1) : default;
                count += 1 + inner.Count;
                nested |= depth > 0 || inner.IsNested;
            }

            return (count, nested);
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
