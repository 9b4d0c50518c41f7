using Microsoft.Xrm.Sdk;

namespace Sandbox.WebApi;

/// <summary>A row with the neighbours that were expanded.</summary>
/// <param name="Entity">The row.</param>
internal sealed record Row(Entity Entity)
{
    /// <summary>Expanded lookups by navigation property; null where the lookup is empty.</summary>
    public Dictionary<string, Row?> Singles { get; } = [];

    /// <summary>Expanded collections by navigation property.</summary>
    public Dictionary<string, IReadOnlyList<Row>> Collections { get; } = [];
}
