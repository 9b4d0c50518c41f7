namespace Packager.Model;

/// <summary>A model-driven app.</summary>
/// <param name="UniqueName">Unique name.</param>
/// <param name="Name">Name by language.</param>
/// <param name="Components">Its components (type 1 table, 26 view, 60 form or dashboard, 62 site map).</param>
/// <param name="Roles">Roles that may open it.</param>
public sealed record AppModel(
    string UniqueName, Labels Name, IReadOnlyList<RootComponent> Components, IReadOnlyList<Guid> Roles);
