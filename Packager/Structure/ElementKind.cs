namespace Packager.Structure;

/// <summary>How an element's children stand.</summary>
internal enum ElementKind
{
    /// <summary>In the order of the grammar.</summary>
    Seq,

    /// <summary>In any order, each at most once.</summary>
    All,

    /// <summary>In any order and number.</summary>
    Free,

    /// <summary>None.</summary>
    Empty,

    /// <summary>Text instead of children.</summary>
    Value,
}
