namespace DataverseReadiness.Cli.Input;

/// <summary>What the published schema of an offer's folder says about one column.</summary>
/// <param name="Options">The values of a choice; null for any other column.</param>
/// <param name="Default">What a row gets that does not mention the column; null for nothing.</param>
/// <param name="Decimals">Decimals that are kept; null where the column is no decimal number.</param>
internal sealed record ColumnForm(IReadOnlySet<int>? Options, int? Default, int? Decimals);
