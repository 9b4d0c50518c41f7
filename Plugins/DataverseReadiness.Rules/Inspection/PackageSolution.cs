namespace DataverseReadiness.Rules.Inspection;

/// <summary>One solution zip inside an AppSource package.</summary>
public sealed class PackageSolution
{
    /// <summary>Creates the facts of one solution.</summary>
    public PackageSolution(string file, string uniqueName, string version, bool isManaged)
    {
        File = file;
        UniqueName = uniqueName;
        Version = version;
        IsManaged = isManaged;
    }

    /// <summary>Path inside the inner package zip.</summary>
    public string File { get; }

    /// <summary>Unique name from solution.xml; empty when it could not be read.</summary>
    public string UniqueName { get; }

    /// <summary>Version from solution.xml; empty when it could not be read.</summary>
    public string Version { get; }

    /// <summary>Whether solution.xml says Managed 1.</summary>
    public bool IsManaged { get; }
}
