using Sandbox.Store;

namespace Sandbox.Query;

/// <summary>A query as SQL, with what is needed to read its rows.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Parameters">Its parameters in order.</param>
/// <param name="Table">The root table.</param>
/// <param name="Columns">What lies where in a row.</param>
/// <param name="IdIndex">Index of the root's id; -1 where the rows have none.</param>
/// <param name="CountSql">The statement that counts all rows; null when the total is not asked for.</param>
/// <param name="CountParameters">Its parameters.</param>
internal sealed record CompiledQuery(
    string Sql,
    object?[] Parameters,
    TableSchema Table,
    IReadOnlyList<ResultColumn> Columns,
    int IdIndex,
    string? CountSql,
    object?[] CountParameters)
{
    /// <summary>What the rows are sorted by, for the cookie of a page; empty where there can be none.</summary>
    public IReadOnlyList<PagingKey> Keys { get; init; } = [];

    /// <summary>For an aggregate: the statement that has a row when it would be made of too many.</summary>
    public string? LimitSql { get; init; }

    /// <summary>Its parameters.</summary>
    public object?[] LimitParameters { get; init; } = [];

    /// <summary>The fiscal year by which dates are grouped.</summary>
    public FiscalCalendar Fiscal { get; init; } = FiscalCalendar.Default;
}

/// <summary>A column of a result.</summary>
/// <param name="Column">The column.</param>
/// <param name="Table">Its table.</param>
/// <param name="Index">Index of its value.</param>
/// <param name="NameIndex">Index of the primary name of the row a lookup points at; -1 for none.</param>
/// <param name="Key">Name in the result.</param>
/// <param name="IsAliased">Whether the value is wrapped as an aliased one.</param>
/// <param name="Aggregate">The aggregate, if it is one.</param>
/// <param name="DatePart">The part of a date that is grouped by, if it is one.</param>
/// <param name="Order">What to sort by where an order names the alias.</param>
internal sealed record ResultColumn(
    ColumnSchema Column, TableSchema Table, int Index, int NameIndex, string Key, bool IsAliased, string? Aggregate = null,
    string? DatePart = null, string? Order = null);
