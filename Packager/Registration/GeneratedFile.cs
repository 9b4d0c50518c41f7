namespace Packager.Registration;

/// <summary>A file as it should be.</summary>
/// <param name="Path">Relative to the solution's folder.</param>
/// <param name="Content">Its text; null when there should be no such file.</param>
internal sealed record GeneratedFile(string Path, string? Content);
