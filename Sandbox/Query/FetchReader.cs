using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>Resolves the names of a FetchXML query.</summary>
internal sealed class FetchReader(Schema schema)
{
    private const int MaxDepth = 60;

    private readonly Dictionary<string, Source> _aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<XElement, Source> _sources = [];
    private SelectQuery _query = null!;
    private int _count;

    public SelectQuery Read(string? fetchXml)
    {
        XElement fetch;
        try
        {
            fetch = Load(fetchXml ?? "");
        }
        catch (XmlException e)
        {
            throw Faults.Invalid("Invalid XML in the fetch query: " + e.Message);
        }

        if (fetch.Name != "fetch") throw Misplaced(fetch, "fetch");
        CheckFetch(fetch);
        var entity = fetch.Element("entity")!;
        Allow(entity, "name", "enableprefiltering", "prefilterparametername");
        RefusePrefiltering(entity);
        var root = new Source { Table = schema.Table((string?)entity.Attribute("name")), Sql = Next() };
        _query = new SelectQuery
        {
            Root = root,
            Distinct = Flag(fetch, "distinct"),
            IsAggregate = Flag(fetch, "aggregate"),
            CountAll = Flag(fetch, "returntotalrecordcount"),
            Top = Number(fetch, "top"),
            Page = Number(fetch, "page") ?? 1,
            Cookie = (string?)fetch.Attribute("paging-cookie") is { Length: > 0 } cookie ? cookie : null,
            SortsByValue = Flag(fetch, "useraworderby"),
        };
        if (_query.Top is < 1) throw new OrganizationFault(ErrorCodes.TopCountGreaterThanZero, $"The attribute 'top' of a fetch query is a number from 1 on, not {_query.Top}.");
        if (_query.Top is > 5000) throw Faults.Invalid("The attribute 'top' of a fetch query must be between 1 and 5000.");
        if (_query.Top is not null && fetch.Attribute("page") is not null) throw Faults.Invalid("A fetch query cannot have both 'top' and 'page'.");
        if (_query is { Top: not null, CountAll: true }) throw Faults.Invalid("A fetch query cannot have both 'top' and 'returntotalrecordcount'.");
        if (_query.Page < 1) throw new OrganizationFault(ErrorCodes.ValueGreaterThanZero, "The attribute 'page' of a fetch query is a number from 1 on, not 0.");
        if (Number(fetch, "count") is > 0 and var size) _query.PageSize = Math.Min(size, 5000);
        ReadAggregateLimit(fetch);
        _sources[entity] = root;
        ReadSource(entity, root);
        ReadFilters(entity, root);
        ReadOrders(entity, root);
        return _query;
    }

    private static void CheckFetch(XElement fetch)
    {
        Allow(fetch, "version", "mapping", "output-format", "distinct", "top", "count", "page", "paging-cookie", "returntotalrecordcount",
            "aggregate", "aggregatelimit", "no-lock", "savedqueryid", "options", "latematerialize", "useraworderby");
        OneOf(fetch, "mapping", "logical");
        OneOf(fetch, "output-format", "xml-ado", "xml-auto", "xml-elements", "xml-raw", "xml-platform");
        foreach (var child in fetch.Elements())
        {
            if (child.Name == "order") throw Faults.NotSupported("The fetch element 'order' outside of 'entity'");
            if (child.Name != "entity") throw Misplaced(child, "entity");
        }

        if (fetch.Elements().Count() != 1) throw Faults.Invalid("A fetch query has one 'entity'.");
    }

    private void ReadAggregateLimit(XElement fetch)
    {
        if (Number(fetch, "aggregatelimit") is not { } limit) return;
        if (limit is < 1 or > SelectQuery.MaxAggregate)
            throw Faults.Invalid($"The attribute 'aggregatelimit' of a fetch query is a number from 1 to {SelectQuery.MaxAggregate}, not {limit}.");
        _query.AggregateLimit = limit;
    }

    // Reports are filtered by what a user chooses beforehand; there are none.
    private static void RefusePrefiltering(XElement element)
    {
        if (Flag(element, "enableprefiltering")) throw Faults.NotSupported($"The attribute 'enableprefiltering' of the fetch element '{element.Name}'");
    }

    private void ReadSource(XElement element, Source source)
    {
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "all-attributes":
                    source.Columns.AddRange(source.Table.Columns.Where(column => !column.IsImage && column.Model.ValidForRead)
                        .Select(column => new SelectedColumn(column)));
                    break;
                case "attribute":
                    ReadColumn(child, source);
                    break;
                case "link-entity":
                    source.Joins.Add(ReadLink(child, source));
                    break;
                case "order" or "filter":
                    break;
                default:
                    throw Misplaced(child, "filter, order, link-entity, attribute, all-attributes");
            }
        }
    }

    private void ReadColumn(XElement element, Source source)
    {
        Allow(element, "name", "alias", "aggregate", "groupby", "dategrouping", "distinct", "addedby", "build", "usertimezone", "rowaggregate");
        var column = source.Table.Column((string?)element.Attribute("name"));
        var alias = (string?)element.Attribute("alias");
        if (alias is not null) CheckAlias(alias);
        var aggregate = (string?)element.Attribute("aggregate");
        if (aggregate is not (null or "count" or "countcolumn" or "sum" or "min" or "max" or "avg"))
            throw new OrganizationFault(ErrorCodes.InvalidAggregate, $"The aggregate '{aggregate}' is none of FetchXML.");
        if (Flag(element, "distinct") && aggregate != "countcolumn")
            throw Faults.Invalid($"The attribute '{column.Name}' is 'distinct', which the aggregate 'countcolumn' alone can be.");
        var part = (string?)element.Attribute("dategrouping");
        if (part is not (null or "day" or "week" or "month" or "quarter" or "year" or "fiscal-period" or "fiscal-year")) throw Faults.NotSupported($"The date grouping '{part}'");
        _query.CheckAggregate(column, alias, aggregate, Flag(element, "groupby"), part);
        if ((string?)element.Attribute("rowaggregate") is { } rowAggregate) aggregate = RowAggregate(rowAggregate, column, alias, source);
        var inUtc = (string?)element.Attribute("usertimezone") is { } zone && zone is not ("true" or "1");
        source.Columns.Add(new SelectedColumn(column, alias, aggregate, Flag(element, "distinct"), part, inUtc));
    }

    private string RowAggregate(string name, ColumnSchema column, string? alias, Source source)
    {
        if (!name.Equals(SelectedColumn.CountChildren, StringComparison.OrdinalIgnoreCase)) throw new OrganizationFault(ErrorCodes.InvalidAggregate, $"The rowaggregate '{name}' is none of FetchXML.");
        if (_query.IsAggregate) throw Faults.Invalid($"The attribute '{column.Name}' has a rowaggregate, and the query is an aggregate itself.");
        if (alias is null) throw new OrganizationFault(ErrorCodes.NoAlias, $"The attribute '{column.Name}' has a rowaggregate and needs an alias.");
        return source.Table.Parent is { } parent && (column == source.Table.Id || column == parent)
            ? SelectedColumn.CountChildren
            : throw Faults.Invalid($"The attribute '{column.Name}' has a rowaggregate, but no relationship of '{source.Table.Name}' makes its rows a hierarchy.");
    }

    private Join ReadLink(XElement element, Source from, bool isCondition = false)
    {
        Allow(element, "name", "from", "to", "alias", "link-type", "intersect", "visible", "enableprefiltering", "prefilterparametername");
        RefusePrefiltering(element);
        _query.CountLink();
        var table = schema.Table((string?)element.Attribute("name"));
        var to = new Source { Table = table, Sql = Next(), Alias = (string?)element.Attribute("alias") ?? $"{table.Name}{_count - 1}" };
        CheckAlias(to.Alias);
        if (!_aliases.TryAdd(to.Alias, to)) throw Faults.Invalid($"The alias '{to.Alias}' is used twice in the query.");
        if (element.Attribute("alias") is null) _aliases.TryAdd(table.Name, to);
        _sources[element] = to;
        var type = (string?)element.Attribute("link-type");
        var kind = type switch
        {
            null or "inner" => JoinKind.Inner,
            "outer" => JoinKind.Outer,
            "any" or "exists" or "in" or "not all" => JoinKind.Any,
            "not any" => JoinKind.NotAny,
            "all" => JoinKind.All,
            "matchfirstrowusingcrossapply" => JoinKind.First,
            "natural" => throw Faults.NotSupported("The link type 'natural'"),
            _ => throw new OrganizationFault(ErrorCodes.InvalidLinkType, $"The link type '{type}' is none of FetchXML."),
        };
        if (isCondition && type is not ("any" or "not any" or "all" or "not all"))
            throw Faults.Invalid($"A link within a filter is of type any, not any, all or not all, and '{to.Alias}' is of type '{type ?? "inner"}'.");

        // 'from' is a column of the linked table, 'to' one of the table around it; left out, they are the lookup and the key.
        var (fromName, toName) = ((string?)element.Attribute("from"), (string?)element.Attribute("to"));
        if (fromName is null && toName is null) throw Faults.NotSupported($"The link '{to.Alias}' without 'from' and 'to'");
        var target = fromName is null ? table.Id : table.Column(fromName);
        var own = toName is null ? from.Table.Id : from.Table.Column(toName);
        var join = Join.Of(from, own, to, target, kind);
        ReadSource(element, to);
        if (!join.HasRows && to.Columns.Count > 0) throw Faults.Invalid($"The link '{to.Alias}' is of type '{type}', which has no columns to ask for.");
        return join;
    }

    private void ReadFilters(XElement element, Source source)
    {
        var filters = element.Elements("filter").Select(filter => ReadFilter(filter, source)).OfType<Filter>().ToList();
        source.Where = filters.Count switch { 0 => null, 1 => filters[0], _ => And(filters) };
        foreach (var link in element.Elements("link-entity")) ReadFilters(link, _sources[link]);
    }

    private void ReadOrders(XElement element, Source source)
    {
        foreach (var order in element.Elements("order"))
        {
            Allow(order, "attribute", "alias", "descending", "entityname");
            if (order.Elements().FirstOrDefault() is { } child) throw Misplaced(child, "nothing in an order");
            var descending = Flag(order, "descending");
            var alias = (string?)order.Attribute("alias");
            if (alias is not null && _query.IsAggregate)
            {
                _query.Orders.Add(new OrderTerm(null, null, descending, alias));
                continue;
            }

            if (alias is not null && order.Attribute("attribute") is null)
            {
                var (aliased, column) = Aliased(alias, _query.Root) ?? throw Faults.NoSuchAlias(alias);
                _query.Orders.Add(new OrderTerm(aliased, column, descending));
                continue;
            }

            var of = (string?)order.Attribute("entityname") is { } name ? Resolve(name) : source;
            _query.Orders.Add(new OrderTerm(of, of.Table.Column((string?)order.Attribute("attribute")), descending));
        }

        foreach (var link in element.Elements("link-entity")) ReadOrders(link, _sources[link]);
    }

    private static (Source Source, ColumnSchema Column)? Aliased(string alias, Source source)
    {
        if (source.Columns.Find(selected => selected.Alias == alias && selected.Aggregate is null) is { } found) return (source, found.Column);
        return source.Joins.Select(join => Aliased(alias, join.To)).FirstOrDefault(found => found is not null);
    }

    private static Filter And(List<Filter> filters)
    {
        var all = new Filter();
        all.Filters.AddRange(filters);
        return all;
    }

    private Filter? ReadFilter(XElement element, Source source)
    {
        Allow(element, "type", "isquickfindfields", "overridequickfindrecordlimitenabled", "overridequickfindrecordlimitdisabled", "hint");
        var type = (string?)element.Attribute("type") ?? "and";
        if (type is not ("and" or "or")) throw new OrganizationFault(ErrorCodes.InvalidFilterType, $"A filter's type is 'and' or 'or', not '{type}'.");
        OneOf(element, "hint", "union"); // How the database reads it, not what it means.
        var filter = new Filter { IsOr = type == "or" };
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "condition":
                    filter.Conditions.Add(ReadCondition(child, source));
                    break;
                case "filter":
                    if (ReadFilter(child, source) is { } inner) filter.Filters.Add(inner);
                    break;
                case "link-entity":
                    filter.Links.Add((source, ReadLink(child, source, isCondition: true)));
                    ReadFilters(child, _sources[child]);
                    if (child.Descendants("order").FirstOrDefault() is not null)
                        throw Faults.Invalid($"The query is ordered by a column of '{_sources[child].Alias}', a link that adds no columns.");
                    break;
                default:
                    throw Misplaced(child, "filter, condition, link-entity");
            }
        }

        return filter.IsEmpty ? null : filter;
    }

    private Condition ReadCondition(XElement element, Source source)
    {
        Allow(element, "attribute", "operator", "value", "entityname", "valueof", "uiname", "uitype", "uihidden");
        _query.CountCondition();
        var of = (string?)element.Attribute("entityname") is { } name ? Resolve(name) : source;
        var column = of.Table.Column((string?)element.Attribute("attribute"));
        var op = Operators.Of((string?)element.Attribute("operator"));
        if (element.Elements().FirstOrDefault(child => child.Name != "value") is { } other) throw Misplaced(other, "value");
        var values = element.Elements("value").Select(value => (object?)value.Value).ToList();
        if (element.Attribute("value") is { } single) values.Insert(0, single.Value);
        if ((string?)element.Attribute("valueof") is not { } valueOf) return new Condition(of, column, op, values);
        if (values.Count > 0) throw Faults.Invalid($"The condition on '{column.Name}' has both a value and 'valueof'.");
        var dot = valueOf.LastIndexOf('.');
        var otherSource = dot < 0 ? of : Resolve(valueOf[..dot]);
        return new Condition(of, column, op, [], otherSource.Table.Column(valueOf[(dot + 1)..]), otherSource);
    }

    private Source Resolve(string name) =>
        _aliases.TryGetValue(name, out var source) ? source
        : name == _query.Root.Table.Name ? _query.Root
        : throw Faults.Invalid($"The query names '{name}', which is no link of it.");

    private string Next() => "t" + _count++;

    private static void Allow(XElement element, params string[] names)
    {
        if (element.Attributes().FirstOrDefault(attribute => !attribute.IsNamespaceDeclaration && !names.Contains(attribute.Name.LocalName)) is { } other)
            throw Faults.NotSupported($"The attribute '{other.Name}' of the fetch element '{element.Name}'");
    }

    private static void OneOf(XElement element, string name, params string[] values)
    {
        if ((string?)element.Attribute(name) is { } value && !values.Contains(value))
            throw Faults.NotSupported($"The value '{value}' of the attribute '{name}' of the fetch element '{element.Name}'");
    }

    /// <summary>Faults for an alias that the platform does not take.</summary>
    public static void CheckAlias(string alias)
    {
        if (alias.Length == 0 || !(char.IsAsciiLetter(alias[0]) || alias[0] == '_') || alias.Any(character => !(char.IsAsciiLetterOrDigit(character) || character is '_' or '.')))
        {
            throw new OrganizationFault(ErrorCodes.InvalidAlias,
                $"Invalid character specified for alias: {alias}. Only characters within the ranges [A-Z], [a-z] or [0-9] or _ are allowed.  The first character may only be in the ranges [A-Z], [a-z] or _.");
        }
    }

    private static OrganizationFault Misplaced(XElement element, string valid) => new(ErrorCodes.InvalidNode,
        $"Invalid Child Node, valid nodes are {valid}. NodeName = '{element.Name}'.");

    private static XElement Load(string fetchXml)
    {
        if (string.IsNullOrWhiteSpace(fetchXml)) throw new OrganizationFault(ErrorCodes.EmptyXml, "The fetch query is empty.");
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 1_000_000 };
        using (var reader = XmlReader.Create(new StringReader(fetchXml), settings))
        {
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth) throw Faults.Invalid($"A fetch query nests at most {MaxDepth} elements.");
            }
        }

        using var again = XmlReader.Create(new StringReader(fetchXml), settings);
        return XElement.Load(again);
    }

    private static bool Flag(XElement element, string name) => (string?)element.Attribute(name) is "true" or "1" or "True";

    private static int? Number(XElement element, string name)
    {
        if ((string?)element.Attribute(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Faults.Invalid($"The attribute '{name}' of '{element.Name}' is a whole number, not '{text}'.");
    }
}
