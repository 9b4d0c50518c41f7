namespace Packager.Model;

/// <summary>A relationship. One-to-many unless the intersect table is set.</summary>
public sealed record RelationshipModel
{
    /// <summary>Schema name.</summary>
    public required string Name { get; init; }

    /// <summary>Logical name of the "one" side (for many-to-many: the first table).</summary>
    public required string ReferencedTable { get; init; }

    /// <summary>Logical name of the "many" side (for many-to-many: the second table).</summary>
    public required string ReferencingTable { get; init; }

    /// <summary>Logical name of the lookup column; empty for many-to-many.</summary>
    public required string ReferencingColumn { get; init; }

    /// <summary>Name of the single-valued navigation property on the "many" side (case matters); for many-to-many of the collection on the second table.</summary>
    public required string LookupNavigation { get; init; }

    /// <summary>Name of the collection-valued navigation property on the "one" side; for many-to-many of the one on the first table.</summary>
    public required string CollectionNavigation { get; init; }

    /// <summary>Intersect table of a many-to-many relationship.</summary>
    public string? IntersectTable { get; init; }

    /// <summary>Column of the intersect table with the ids of the first table's rows; empty until whoever knows both tables' keys fills it in.</summary>
    public string FirstIntersectColumn { get; init; } = "";

    /// <summary>As <see cref="FirstIntersectColumn"/>, of the second table's rows.</summary>
    public string SecondIntersectColumn { get; init; } = "";

    /// <summary>Cascade, NoCascade, RemoveLink or Restrict.</summary>
    public string CascadeDelete { get; init; } = "NoCascade";

    /// <summary>Cascade, NoCascade, ActiveOnly or UserOwned.</summary>
    public string CascadeAssign { get; init; } = "NoCascade";

    /// <summary>As <see cref="CascadeAssign"/>.</summary>
    public string CascadeShare { get; init; } = "NoCascade";

    /// <summary>As <see cref="CascadeAssign"/>.</summary>
    public string CascadeUnshare { get; init; } = "NoCascade";

    /// <summary>As <see cref="CascadeAssign"/>.</summary>
    public string CascadeReparent { get; init; } = "NoCascade";

    /// <summary>Whether its table is a hierarchy along it, as the operators <c>under</c> and <c>above</c> read it.</summary>
    public bool IsHierarchical { get; init; }

    /// <summary>True for the relationships every table has (owner, created by, ...).</summary>
    public bool IsSystem { get; init; }
}
