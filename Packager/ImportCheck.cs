namespace Packager;

/// <summary>Tells beforehand what would make an import fail, or succeed with something missing.</summary>
public static class ImportCheck
{
    /// <summary>All findings, in the order of file and line; none for a package that imports.</summary>
    public static IReadOnlyList<Finding> Run(SolutionPackage package) => [.. package.ReadFindings];
}
