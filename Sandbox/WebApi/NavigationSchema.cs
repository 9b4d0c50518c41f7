using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;
using Sandbox.Metadata;

namespace Sandbox.WebApi;

/// <summary>A navigation property: one end of a relationship.</summary>
/// <param name="Name">Its name; case matters.</param>
/// <param name="Relationship">The relationship; null for the polymorphic <c>ownerid</c>, which stands for several.</param>
/// <param name="IsCollection">Whether it leads to rows rather than to a row.</param>
/// <param name="Target">The table it leads to; null where the row decides (<c>ownerid</c>).</param>
/// <param name="Column">Logical name of the lookup behind it; empty for many-to-many.</param>
public sealed record NavigationSchema(
    string Name, RelationshipModel? Relationship, bool IsCollection, string? Target, string Column)
{
    /// <summary>For many-to-many, the relationship as this table sees it; null otherwise.</summary>
    public IntersectSide? Side { get; init; }

    /// <summary>The relationship as a request names it.</summary>
    public Relationship AsRelationship() => Side?.AsRelationship() ?? new Relationship(Relationship!.Name);

    /// <summary>The link from the rows that this leads to, to the pairs they are in; for many-to-many alone.</summary>
    public LinkEntity LinkToPairs(IntersectSide side, string key) => new(side.OtherTable, side.Table, key, side.Other, JoinOperator.Inner) { EntityAlias = Pairs, Columns = new ColumnSet() };

    /// <summary>Alias of that link.</summary>
    public const string Pairs = "pairs";
}
