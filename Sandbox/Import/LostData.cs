namespace Sandbox;

/// <summary>Data that goes with a component.</summary>
/// <param name="Table">The table, gone itself when no column is named.</param>
/// <param name="Column">The column that goes; null when the table does.</param>
/// <param name="Option">The option that goes of a column that stays; null otherwise.</param>
/// <param name="Rows">How many rows the table has, or how many have a value in the column, or that option.</param>
public sealed record LostData(string Table, string? Column, int? Option, long Rows)
{
    /// <summary>As a person reads it.</summary>
    public override string ToString() => (Column, Option) switch
    {
        (null, _) => FormattableString.Invariant($"table '{Table}': {Rows} rows"),
        (_, null) => FormattableString.Invariant($"column '{Table}.{Column}': {Rows} values"),
        _ => FormattableString.Invariant($"option {Option} of '{Table}.{Column}': {Rows} rows keep a value without a label"),
    };
}
