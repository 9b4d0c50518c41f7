using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>A navigation property: one end of a relationship.</summary>
/// <param name="Name">Its name; case matters.</param>
/// <param name="Relationship">The relationship; null for the polymorphic <c>ownerid</c>, which stands for several.</param>
/// <param name="IsCollection">Whether it leads to rows rather than to a row.</param>
/// <param name="Target">The table it leads to; null where the row decides (<c>ownerid</c>).</param>
/// <param name="Column">Logical name of the lookup behind it; empty for many-to-many.</param>
public sealed record NavigationSchema(
    string Name, RelationshipModel? Relationship, bool IsCollection, string? Target, string Column);
