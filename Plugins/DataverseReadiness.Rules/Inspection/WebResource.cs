namespace DataverseReadiness.Rules.Inspection;

/// <summary>A web resource as customizations.xml describes it.</summary>
internal sealed class WebResource
{
    public const int Page = 1;
    public const int Script = 3;

    public string Name = "";

    /// <summary>Path in the solution zip, without a slash before it.</summary>
    public string File = "";

    public int Type;
}
