using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk.Query;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>Resolves the names of a FetchXML query.</summary>
internal sealed class FetchReader(Schema schema)
{
    private static readonly Dictionary<string, ConditionOperator> Operators = new(StringComparer.Ordinal)
    {
        ["eq"] = ConditionOperator.Equal,
        ["ne"] = ConditionOperator.NotEqual,
        ["neq"] = ConditionOperator.NotEqual,
        ["gt"] = ConditionOperator.GreaterThan,
        ["ge"] = ConditionOperator.GreaterEqual,
        ["lt"] = ConditionOperator.LessThan,
        ["le"] = ConditionOperator.LessEqual,
        ["like"] = ConditionOperator.Like,
        ["not-like"] = ConditionOperator.NotLike,
        ["in"] = ConditionOperator.In,
        ["not-in"] = ConditionOperator.NotIn,
        ["between"] = ConditionOperator.Between,
        ["not-between"] = ConditionOperator.NotBetween,
        ["null"] = ConditionOperator.Null,
        ["not-null"] = ConditionOperator.NotNull,
        ["yesterday"] = ConditionOperator.Yesterday,
        ["today"] = ConditionOperator.Today,
        ["tomorrow"] = ConditionOperator.Tomorrow,
        ["last-seven-days"] = ConditionOperator.Last7Days,
        ["next-seven-days"] = ConditionOperator.Next7Days,
        ["last-week"] = ConditionOperator.LastWeek,
        ["this-week"] = ConditionOperator.ThisWeek,
        ["next-week"] = ConditionOperator.NextWeek,
        ["last-month"] = ConditionOperator.LastMonth,
        ["this-month"] = ConditionOperator.ThisMonth,
        ["next-month"] = ConditionOperator.NextMonth,
        ["on"] = ConditionOperator.On,
        ["on-or-before"] = ConditionOperator.OnOrBefore,
        ["on-or-after"] = ConditionOperator.OnOrAfter,
        ["last-year"] = ConditionOperator.LastYear,
        ["this-year"] = ConditionOperator.ThisYear,
        ["next-year"] = ConditionOperator.NextYear,
        ["last-x-hours"] = ConditionOperator.LastXHours,
        ["next-x-hours"] = ConditionOperator.NextXHours,
        ["last-x-days"] = ConditionOperator.LastXDays,
        ["next-x-days"] = ConditionOperator.NextXDays,
        ["last-x-weeks"] = ConditionOperator.LastXWeeks,
        ["next-x-weeks"] = ConditionOperator.NextXWeeks,
        ["last-x-months"] = ConditionOperator.LastXMonths,
        ["next-x-months"] = ConditionOperator.NextXMonths,
        ["last-x-years"] = ConditionOperator.LastXYears,
        ["next-x-years"] = ConditionOperator.NextXYears,
        ["olderthan-x-years"] = ConditionOperator.OlderThanXYears,
        ["olderthan-x-months"] = ConditionOperator.OlderThanXMonths,
        ["olderthan-x-weeks"] = ConditionOperator.OlderThanXWeeks,
        ["olderthan-x-days"] = ConditionOperator.OlderThanXDays,
        ["olderthan-x-hours"] = ConditionOperator.OlderThanXHours,
        ["olderthan-x-minutes"] = ConditionOperator.OlderThanXMinutes,
        ["eq-userid"] = ConditionOperator.EqualUserId,
        ["ne-userid"] = ConditionOperator.NotEqualUserId,
        ["eq-businessid"] = ConditionOperator.EqualBusinessId,
        ["ne-businessid"] = ConditionOperator.NotEqualBusinessId,
        ["eq-userlanguage"] = ConditionOperator.EqualUserLanguage,
        ["eq-userteams"] = ConditionOperator.EqualUserTeams,
        ["eq-useroruserteams"] = ConditionOperator.EqualUserOrUserTeams,
        ["begins-with"] = ConditionOperator.BeginsWith,
        ["not-begin-with"] = ConditionOperator.DoesNotBeginWith,
        ["ends-with"] = ConditionOperator.EndsWith,
        ["not-end-with"] = ConditionOperator.DoesNotEndWith,
        ["contain-values"] = ConditionOperator.ContainValues,
        ["not-contain-values"] = ConditionOperator.DoesNotContainValues,
    };

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

        if (fetch.Name != "fetch") throw Faults.Invalid($"A fetch query begins with 'fetch', not with '{fetch.Name}'.");
        Allow(fetch, "version", "mapping", "output-format", "distinct", "top", "count", "page", "paging-cookie", "returntotalrecordcount",
            "aggregate", "no-lock", "savedqueryid", "options", "latematerialize");
        if (fetch.Elements().Count() != 1 || fetch.Element("entity") is not { } entity)
            throw Faults.Invalid("A fetch query has one 'entity'.");

        Allow(entity, "name", "enableprefiltering", "prefilterparametername");
        var root = new Source { Table = schema.Table((string?)entity.Attribute("name")), Sql = Next() };
        _query = new SelectQuery
        {
            Root = root,
            Distinct = Flag(fetch, "distinct"),
            IsAggregate = Flag(fetch, "aggregate"),
            CountAll = Flag(fetch, "returntotalrecordcount"),
            Top = Number(fetch, "top"),
            Page = Math.Max(1, Number(fetch, "page") ?? 1),
        };
        if (_query.Top is < 1 or > 5000) throw Faults.Invalid("The attribute 'top' of a fetch query must be between 1 and 5000.");
        if (_query.Top is not null && fetch.Attribute("page") is not null) throw Faults.Invalid("A fetch query cannot have both 'top' and 'page'.");
        if (Number(fetch, "count") is > 0 and var size) _query.PageSize = Math.Min(size, 5000);
        _sources[entity] = root;
        ReadSource(entity, root);
        ReadFilters(entity, root);
        ReadOrders(entity, root);
        return _query;
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
                    ReadLink(child, source);
                    break;
                case "order" or "filter":
                    break;
                case var other:
                    throw Faults.NotSupported($"The fetch element '{other}'");
            }
        }
    }

    private void ReadColumn(XElement element, Source source)
    {
        Allow(element, "name", "alias", "aggregate", "groupby", "dategrouping", "distinct", "addedby", "build", "usertimezone");
        var column = source.Table.Column((string?)element.Attribute("name"));
        var alias = (string?)element.Attribute("alias");
        var aggregate = (string?)element.Attribute("aggregate");
        if (aggregate is not (null or "count" or "countcolumn" or "sum" or "min" or "max" or "avg"))
            throw Faults.NotSupported($"The fetch aggregate '{aggregate}'");
        if (_query.IsAggregate && (alias is null || (aggregate is null && !Flag(element, "groupby"))))
            throw Faults.Invalid($"In an aggregate query the attribute '{column.Name}' needs an alias, and an aggregate or groupby.");
        if (!_query.IsAggregate && (aggregate is not null || Flag(element, "groupby")))
            throw Faults.Invalid($"The attribute '{column.Name}' has an aggregate or groupby, but the query is no aggregate.");
        var part = (string?)element.Attribute("dategrouping");
        if (part is not null)
        {
            if (part is not ("day" or "week" or "month" or "quarter" or "year")) throw Faults.NotSupported($"The date grouping '{part}'");
            if (!Flag(element, "groupby") || column.Kind != StorageKind.DateTime)
                throw Faults.Invalid($"The attribute '{column.Name}' has a dategrouping, but is no date that is grouped by.");
        }

        source.Columns.Add(new SelectedColumn(column, alias, aggregate, Flag(element, "distinct"), part));
    }

    private void ReadLink(XElement element, Source from)
    {
        Allow(element, "name", "from", "to", "alias", "link-type", "intersect", "visible", "enableprefiltering", "prefilterparametername");
        var table = schema.Table((string?)element.Attribute("name"));
        var to = new Source { Table = table, Sql = Next(), Alias = (string?)element.Attribute("alias") ?? $"{table.Name}{_count - 1}" };
        if (!_aliases.TryAdd(to.Alias, to)) throw Faults.Invalid($"The alias '{to.Alias}' is used twice in the query.");
        if (element.Attribute("alias") is null) _aliases.TryAdd(table.Name, to);
        _sources[element] = to;
        var kind = (string?)element.Attribute("link-type") switch
        {
            null or "inner" => JoinKind.Inner,
            "outer" => JoinKind.Outer,
            "any" or "exists" or "in" => JoinKind.Any,
            "not any" => JoinKind.NotAny,
            var other => throw Faults.NotSupported($"The link type '{other}'"),
        };

        // 'from' is a column of the linked table, 'to' one of the table around it; left out, they are the lookup and the key.
        var target = (string?)element.Attribute("from") is { } fromName ? table.Column(fromName) : table.Id;
        var own = (string?)element.Attribute("to") is { } toName ? from.Table.Column(toName) : from.Table.Id;
        from.Joins.Add(new Join(to, own, target, kind));
        ReadSource(element, to);
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
            var descending = Flag(order, "descending");
            if ((string?)order.Attribute("alias") is { } alias && _query.IsAggregate)
            {
                _query.Orders.Add(new OrderTerm(null, null, descending, alias));
                continue;
            }

            var of = (string?)order.Attribute("entityname") is { } name ? Resolve(name) : source;
            _query.Orders.Add(new OrderTerm(of, of.Table.Column((string?)order.Attribute("attribute")), descending));
        }

        foreach (var link in element.Elements("link-entity")) ReadOrders(link, _sources[link]);
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
        if (type is not ("and" or "or")) throw Faults.Invalid($"A filter's type is 'and' or 'or', not '{type}'.");
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
                case var other:
                    throw Faults.NotSupported($"The fetch element '{other}' in a filter");
            }
        }

        return filter.Conditions.Count + filter.Filters.Count == 0 ? null : filter;
    }

    private Condition ReadCondition(XElement element, Source source)
    {
        Allow(element, "attribute", "operator", "value", "entityname", "valueof", "uiname", "uitype", "uihidden", "column");
        var of = (string?)element.Attribute("entityname") is { } name ? Resolve(name) : source;
        var column = of.Table.Column((string?)element.Attribute("attribute"));
        var text = (string?)element.Attribute("operator") ?? "";
        if (!Operators.TryGetValue(text, out var op)) throw Faults.NotSupported($"The condition operator '{text}'");
        if ((string?)element.Attribute("valueof") is { } other) return new Condition(of, column, op, [], of.Table.Column(other));
        var values = element.Elements("value").Select(value => (object?)value.Value).ToList();
        if (element.Attribute("value") is { } single) values.Insert(0, single.Value);
        return new Condition(of, column, op, values);
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

    private static XElement Load(string fetchXml)
    {
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
