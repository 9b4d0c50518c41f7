namespace Sandbox;

/// <summary>What an import did.</summary>
/// <param name="UniqueName">Unique name of the solution.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Previous">Its version before; null for a first import.</param>
/// <param name="IsManaged">Whether it came managed.</param>
/// <param name="Warnings">What was taken over but has no effect here, by name.</param>
public sealed record ImportResult(
    string UniqueName, Version Version, Version? Previous, bool IsManaged, IReadOnlyList<string> Warnings)
{
    private const int NamesShown = 5;

    /// <summary>How many components of each kind were imported.</summary>
    public IReadOnlyDictionary<string, int> Imported { get; init; } = new Dictionary<string, int>();

    /// <summary>Names of the parts that were not imported, by kind, those of platform tables that the sandbox does not have included; their counts are those of the zip.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> NotImported { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The warnings that are about no part by itself: what an exporter would have written otherwise.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What was not taken over, in a line for each kind with its count, and the remarks.</summary>
    public IEnumerable<string> Summary() => NotImported.Select(kind =>
            FormattableString.Invariant($"Not imported: {kind.Key}, {kind.Value.Count} ({string.Join(", ", kind.Value.Take(NamesShown))}{(kind.Value.Count > NamesShown ? ", ..." : "")})."))
        .Concat(Remarks);

    internal IReadOnlyList<Packager.Model.Component> Components { get; init; } = [];

    /// <summary>Components that went, by name.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Data that went with them.</summary>
    public IReadOnlyList<LostData> Lost { get; init; } = [];
}

/// <summary>What the delete of a solution takes with it.</summary>
/// <param name="UniqueName">Unique name of the solution.</param>
/// <param name="IsManaged">Whether it is managed; the components of an unmanaged one stay.</param>
/// <param name="Removed">Components that go, by name.</param>
/// <param name="Lost">Data that goes with them.</param>
/// <param name="Blockers">Sentences that say what in other solutions needs its components; with any of them it cannot be deleted.</param>
public sealed record UninstallResult(
    string UniqueName, bool IsManaged, IReadOnlyList<string> Removed, IReadOnlyList<LostData> Lost, IReadOnlyList<string> Blockers);
