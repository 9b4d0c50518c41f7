using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Input;

/// <summary>A record of <c>data.json</c>.</summary>
/// <param name="Path">JSON pointer of the record.</param>
/// <param name="Offer">The offer it belongs to; null for rows that belong to none.</param>
internal sealed record FolderRow(string Path, DataPlace Place, Entity Entity, Guid? Offer, IReadOnlyList<SubmittedFile> Files);
