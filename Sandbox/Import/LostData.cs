namespace Sandbox;

/// <summary>Data that goes with a component.</summary>
/// <param name="Table">The table, gone itself when neither a column nor <see cref="About"/> is named.</param>
/// <param name="Column">The column that goes, or whose files do; null when the table does.</param>
/// <param name="Option">The option that goes of a column that stays; null otherwise.</param>
/// <param name="Rows">How many rows the table has, or how many have a value or a file in the column, or that option.</param>
public sealed record LostData(string Table, string? Column, int? Option, long Rows)
{
    /// <summary>How large the files of a file or image column are together; null for other columns.</summary>
    public long? Bytes { get; init; }

    /// <summary>The table that goes, where rows of one that stays hang on its rows: notes and audit records; null otherwise.</summary>
    public string? About { get; init; }

    /// <summary>As a person reads it.</summary>
    public override string ToString() => (Column, Option) switch
    {
        (null, _) => FormattableString.Invariant($"table '{Table}': {Rows} rows{(About is null ? "" : $" about '{About}'")}"),
        (_, null) when Bytes is not null => FormattableString.Invariant($"files in '{Table}.{Column}': {Rows} with {Bytes} bytes"),
        (_, null) => FormattableString.Invariant($"column '{Table}.{Column}': {Rows} values"),
        _ => FormattableString.Invariant($"option {Option} of '{Table}.{Column}': {Rows} rows keep a value without a label"),
    };
}
