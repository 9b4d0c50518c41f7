namespace DataverseReadiness.Cli.Input;

/// <summary>What the published schema of an offer's folder says about one table.</summary>
internal sealed record TableForm(IReadOnlyDictionary<string, ColumnForm> Columns, IReadOnlySet<string> Files);
