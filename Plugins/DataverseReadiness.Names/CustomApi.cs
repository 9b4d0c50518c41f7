namespace DataverseReadiness.Plugins.Names;

/// <summary>Names of the custom APIs with their parameters. Checked against Solution/customapis.</summary>
public static class CustomApi
{
    public const string EvaluateOffer = "rdy_EvaluateOffer";
    public const string InspectAsset = "rdy_InspectAsset";
    public const string InspectPackage = "rdy_InspectPackage";

    public const string Readiness = "Readiness";
    public const string Score = "Score";
    public const string OpenItems = "OpenItems";

    public const string Column = "Column";
    public const string Inspection = "Inspection";
    public const string Format = "Format";
    public const string Width = "Width";
    public const string Height = "Height";
    public const string Bytes = "Bytes";
    public const string Finding = "Finding";
    public const string Findings = "Findings";
}
