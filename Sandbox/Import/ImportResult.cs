namespace Sandbox;

/// <summary>What an import did.</summary>
/// <param name="UniqueName">Unique name of the solution.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Previous">Its version before; null for a first import.</param>
/// <param name="IsManaged">Whether it came managed.</param>
/// <param name="Warnings">What was taken over but has no effect here, by name.</param>
public sealed record ImportResult(
    string UniqueName, Version Version, Version? Previous, bool IsManaged, IReadOnlyList<string> Warnings);
