namespace DataverseReadiness.Rules.Inspection;

/// <summary>One model-driven app of a solution.</summary>
public sealed class PackageApp
{
    public string UniqueName = "";

    /// <summary>Display name; of several languages the first.</summary>
    public string Name = "";

    /// <summary>4 is the Unified Interface; null when the solution does not say.</summary>
    public int? ClientType;
}
