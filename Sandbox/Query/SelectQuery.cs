using Microsoft.Xrm.Sdk.Query;
using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>A query with every name resolved, whatever language it was asked in.</summary>
internal sealed class SelectQuery
{
    public required Source Root { get; init; }

    /// <summary>Only distinct rows.</summary>
    public bool Distinct { get; set; }

    /// <summary>At most so many rows, without paging.</summary>
    public int? Top { get; set; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Rows of a page.</summary>
    public int PageSize { get; set; } = 5000;

    /// <summary>Whether the total is asked for.</summary>
    public bool CountAll { get; set; }

    /// <summary>Whether columns are aggregates or groups.</summary>
    public bool IsAggregate { get; set; }

    /// <summary>Orders, first to last, over all sources.</summary>
    public List<OrderTerm> Orders { get; } = [];
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
/// <param name="DatePart">For a date that is grouped by a part of it: day, week, month, quarter or year; null for the whole.</param>
internal sealed record SelectedColumn(ColumnSchema Column, string? Alias = null, string? Aggregate = null, bool Distinct = false, string? DatePart = null);

/// <summary>A link to another source.</summary>
/// <param name="To">The linked source.</param>
/// <param name="From">Column on this side.</param>
/// <param name="Target">Column on the linked side.</param>
/// <param name="Kind">How the rows are matched.</param>
internal sealed record Join(Source To, ColumnSchema From, ColumnSchema Target, JoinKind Kind);

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
}

/// <summary>Conditions joined by and, or by or.</summary>
internal sealed class Filter
{
    public bool IsOr { get; init; }

    public List<Condition> Conditions { get; } = [];

    public List<Filter> Filters { get; } = [];

    /// <summary>Links that are conditions: a row has partners, or has none.</summary>
    public List<(Source Source, Join Join)> Links { get; } = [];
}

/// <summary>A condition.</summary>
/// <param name="Source">Source of its column.</param>
/// <param name="Column">The column.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Values">Its values as they came: SDK values or texts.</param>
/// <param name="Other">A column to compare with instead of a value.</param>
internal sealed record Condition(
    Source Source, ColumnSchema Column, ConditionOperator Operator, IReadOnlyList<object?> Values, ColumnSchema? Other = null);

/// <summary>A sort order.</summary>
/// <param name="Source">Source of the column; null where an aggregate's alias is sorted by.</param>
/// <param name="Column">The column.</param>
/// <param name="Descending">Whether the largest comes first.</param>
/// <param name="Alias">Alias of the aggregate.</param>
internal sealed record OrderTerm(Source? Source, ColumnSchema? Column, bool Descending, string? Alias = null);
