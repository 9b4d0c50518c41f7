using Microsoft.Xrm.Sdk.Query;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>A query with every name resolved, whatever language it was asked in.</summary>
internal sealed class SelectQuery
{
    /// <summary>The platform's limit: DP/fetchxml/aggregate-data#limitations.</summary>
    public const int MaxAggregate = 50_000;

    private const int MaxConditions = 500;
    private const int MaxLinks = 15;

    private int _conditions;
    private int _links;

    public required Source Root { get; init; }

    /// <summary>Only distinct rows.</summary>
    public bool Distinct { get; set; }

    /// <summary>At most so many rows, without paging.</summary>
    public int? Top { get; set; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>The cookie of an earlier page; null to count pages from the first.</summary>
    public string? Cookie { get; set; }

    /// <summary>Rows of a page.</summary>
    public int PageSize { get; set; } = 5000;

    /// <summary>Whether the total is asked for.</summary>
    public bool CountAll { get; set; }

    /// <summary>Whether columns are aggregates or groups.</summary>
    public bool IsAggregate { get; set; }

    /// <summary>How many rows an aggregate may be made of.</summary>
    public int AggregateLimit { get; set; } = MaxAggregate;

    /// <summary>Whether choices are sorted by their values instead of their labels.</summary>
    public bool SortsByValue { get; set; }

    /// <summary>Orders, first to last, over all sources.</summary>
    public List<OrderTerm> Orders { get; } = [];

    /// <summary>Faults when a column cannot be added up or grouped by as asked for, or neither is asked for in an aggregate.</summary>
    /// <param name="column">The column.</param>
    /// <param name="alias">Its alias.</param>
    /// <param name="aggregate">The aggregate, in the words of FetchXML; null for none.</param>
    /// <param name="groups">Whether it is grouped by.</param>
    /// <param name="part">The part of a date that is grouped by; null for the whole.</param>
    public void CheckAggregate(ColumnSchema column, string? alias, string? aggregate, bool groups, string? part)
    {
        if (IsAggregate && alias is null) throw new OrganizationFault(ErrorCodes.NoAlias, $"In an aggregate query the attribute '{column.Name}' needs an alias.");
        if (IsAggregate && (aggregate is null) != groups) throw Faults.Invalid($"In an aggregate query the attribute '{column.Name}' has either an aggregate or groupby.");
        if (!IsAggregate && (aggregate is not null || groups)) throw Faults.Invalid($"The attribute '{column.Name}' has an aggregate or groupby, but the query is no aggregate.");
        var isNumber = column.Kind is StorageKind.Integer or StorageKind.BigInteger or StorageKind.Decimal or StorageKind.Money or StorageKind.Float;
        if (aggregate is "sum" or "avg" && !isNumber || aggregate is "min" or "max" && !isNumber && column.Kind != StorageKind.DateTime)
            throw Faults.Invalid($"The aggregate '{aggregate}' is for numbers{(aggregate is "min" or "max" ? " and dates" : "")}, and '{column.Name}' is of type '{column.Model.TypeName}'.");
        if (part is not null && (!groups || column.Kind != StorageKind.DateTime)) throw Faults.Invalid($"The attribute '{column.Name}' has a dategrouping, but is no date that is grouped by.");
    }

    /// <summary>Faults when the query has more conditions and links than the platform takes.</summary>
    public void CountCondition()
    {
        if (++_conditions > MaxConditions) throw new OrganizationFault(ErrorCodes.TooManyConditions, "Number of conditions in query exceeded maximum limit.");
    }

    /// <summary>As <see cref="CountCondition"/>, for a link.</summary>
    public void CountLink()
    {
        if (++_links > MaxLinks) throw new OrganizationFault(ErrorCodes.TooManyLinks, "Number of link entities in query exceeded maximum limit.");
        CountCondition();
    }
}

/// <summary>A table in a query.</summary>
internal sealed class Source
{
    public required TableSchema Table { get; init; }

    /// <summary>Alias in SQL.</summary>
    public required string Sql { get; init; }

    /// <summary>Alias in results; null for the root.</summary>
    public string? Alias { get; init; }

    public List<SelectedColumn> Columns { get; } = [];

    public Filter? Where { get; set; }

    public List<Join> Joins { get; } = [];
}

/// <summary>A column asked for.</summary>
/// <param name="Column">The column.</param>
/// <param name="Alias">Alias of its own; null for the plain name.</param>
/// <param name="Aggregate">count, countcolumn, sum, min, max or avg; null for none.</param>
/// <param name="Distinct">Whether the aggregate counts distinct values.</param>
/// <param name="DatePart">For a date that is grouped by a part of it: day, week, month, quarter, year, fiscal-period or fiscal-year; null for the whole.</param>
/// <param name="InUtc">Whether the part is that of the time in UTC instead of the user's.</param>
internal sealed record SelectedColumn(
    ColumnSchema Column, string? Alias = null, string? Aggregate = null, bool Distinct = false, string? DatePart = null, bool InUtc = false)
{
    /// <summary>The aggregate that counts a row's children in its hierarchy, for a query that is no aggregate otherwise.</summary>
    public const string CountChildren = "CountChildren";
}

/// <summary>A link to another source.</summary>
/// <param name="To">The linked source.</param>
/// <param name="From">Column on this side.</param>
/// <param name="Target">Column on the linked side.</param>
/// <param name="Kind">How the rows are matched.</param>
internal sealed record Join(Source To, ColumnSchema From, ColumnSchema Target, JoinKind Kind)
{
    /// <summary>Whether the linked rows' columns can be asked for.</summary>
    public bool HasRows => Kind is JoinKind.Inner or JoinKind.Outer or JoinKind.First;

    /// <summary>A link of two tables, or a fault where the values of its columns cannot be equal.</summary>
    public static Join Of(Source from, ColumnSchema own, Source to, ColumnSchema target, JoinKind kind)
    {
        foreach (var column in new[] { own, target })
        {
            if (!column.IsStored || column.Kind == StorageKind.Choices || column.IsFile)
                throw Faults.Invalid($"The column '{column.Name}' of type '{column.Model.TypeName}' cannot be used to link tables.");
        }

        return KindOf(own) == KindOf(target) && own.Factor == target.Factor
            ? new Join(to, own, target, kind)
            : throw Faults.Invalid($"The columns '{from.Table.Name}.{own.Name}' of type '{own.Model.TypeName}' and '{to.Table.Name}.{target.Name}' of type '{target.Model.TypeName}' cannot be used to link tables: their values are never equal.");
    }

    private static StorageKind KindOf(ColumnSchema column) => column.Kind == StorageKind.Reference ? StorageKind.Guid : column.Kind;
}

/// <summary>How a link matches.</summary>
internal enum JoinKind
{
    /// <summary>Rows with a partner, once for each.</summary>
    Inner,

    /// <summary>All rows, with partners where there are any.</summary>
    Outer,

    /// <summary>Rows that have any partner, once; the partner has no columns in the result.</summary>
    Any,

    /// <summary>Rows that have no partner.</summary>
    NotAny,

    /// <summary>Rows that have partners, none of which the link's filter takes. The platform's name for it says otherwise: DP/fetchxml/filter-rows.</summary>
    All,

    /// <summary>All rows once, with one of the partners where there are any.</summary>
    First,
}

/// <summary>Conditions joined by and, or by or.</summary>
internal sealed class Filter
{
    public bool IsOr { get; init; }

    public List<Condition> Conditions { get; } = [];

    public List<Filter> Filters { get; } = [];

    /// <summary>Links that are conditions: a row has partners, or has none.</summary>
    public List<(Source Source, Join Join)> Links { get; } = [];

    public bool IsEmpty => Conditions.Count + Filters.Count + Links.Count == 0;
}

/// <summary>A condition.</summary>
/// <param name="Source">Source of its column.</param>
/// <param name="Column">The column.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Values">Its values as they came: SDK values or texts.</param>
/// <param name="Other">A column to compare with instead of a value.</param>
/// <param name="OtherSource">Source of that column; null for the same.</param>
internal sealed record Condition(
    Source Source, ColumnSchema Column, ConditionOperator Operator, IReadOnlyList<object?> Values, ColumnSchema? Other = null, Source? OtherSource = null);

/// <summary>A sort order.</summary>
/// <param name="Source">Source of the column; null where an aggregate's alias is sorted by.</param>
/// <param name="Column">The column.</param>
/// <param name="Descending">Whether the largest comes first.</param>
/// <param name="Alias">Alias of the aggregate.</param>
internal sealed record OrderTerm(Source? Source, ColumnSchema? Column, bool Descending, string? Alias = null);
