namespace Sandbox.WebApi;

/// <summary>Which properties of a row are written, and what of its neighbours.</summary>
/// <param name="Entity">The table.</param>
/// <param name="Properties">The properties.</param>
/// <param name="Singles">Lookups that are expanded.</param>
/// <param name="Collections">Collections that are expanded.</param>
internal sealed record RowShape(
    EntitySchema Entity,
    IReadOnlyList<PropertySchema> Properties,
    IReadOnlyList<SingleExpansion> Singles,
    IReadOnlyList<CollectionExpansion> Collections)
{
    public bool IsExpanded => Singles.Count > 0 || Collections.Count > 0;
}

/// <summary>An expanded lookup: joined in the same query.</summary>
/// <param name="Navigation">The navigation property.</param>
/// <param name="Shape">How its row is written.</param>
/// <param name="Alias">Alias of the join.</param>
internal sealed record SingleExpansion(NavigationSchema Navigation, RowShape Shape, string Alias);

/// <summary>An expanded collection: a query of its own.</summary>
/// <param name="Navigation">The navigation property.</param>
/// <param name="Query">The query, without the condition that ties it to its parents.</param>
/// <param name="Top">Most rows for one parent.</param>
internal sealed record CollectionExpansion(NavigationSchema Navigation, RowQuery Query, int? Top);
