namespace DataverseReadiness.Cli.Fixes;

/// <summary>One value as it is written and as it should be, both as JSON.</summary>
internal sealed record FolderFix(int Line, string Column, int Start, int Length, string Before, string After);
