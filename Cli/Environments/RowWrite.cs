using System.Text.Json.Nodes;

namespace DataverseReadiness.Cli.Environments;

/// <summary>One row to write.</summary>
/// <param name="Path">Entity set and id.</param>
/// <param name="Etag">The version that is changed; null for a row that must not be there yet.</param>
internal sealed record RowWrite(string Path, string? Etag, JsonObject Values);
