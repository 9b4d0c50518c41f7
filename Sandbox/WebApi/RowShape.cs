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
    /// <summary>Lookups of which only the address is wanted (<c>$expand=x/$ref</c>).</summary>
    public IReadOnlyList<NavigationSchema> References { get; init; } = [];

    /// <summary>Owners that are expanded, as what users and teams have in common: the id alone, which is the lookup's (DP/webapi/reference/principal).</summary>
    public IReadOnlyList<NavigationSchema> Owners { get; init; } = [];

    /// <summary>The columns that are read for it.</summary>
    public IEnumerable<string> Attributes => Properties.Select(property => property.Attribute).Union(Owners.Select(owner => owner.Column));

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
/// <param name="Options">The query options of the collection's own address, as sent.</param>
/// <param name="PageSize">Rows of a page, where an expansion within another makes the platform page each collection; null otherwise.</param>
internal sealed record CollectionExpansion(NavigationSchema Navigation, RowQuery Query, int? Top, string Options, int? PageSize)
{
    /// <summary>Most rows to read for one parent; null for all.</summary>
    public int? Limit => Top ?? PageSize;
}
