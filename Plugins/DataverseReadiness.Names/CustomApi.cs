namespace DataverseReadiness.Plugins.Names;

/// <summary>Names of the custom APIs with their parameters. Checked against Solution/customapis.</summary>
public static class CustomApi
{
    public const string EvaluateOffer = "rdy_EvaluateOffer";
    public const string InspectAsset = "rdy_InspectAsset";
    public const string InspectPackage = "rdy_InspectPackage";
    public const string ProbeOffer = "rdy_ProbeOffer";
    public const string SweepOffers = "rdy_SweepOffers";
    public const string PreviewOffer = "rdy_PreviewOffer";
    public const string ForecastOffer = "rdy_ForecastOffer";
    public const string CompareRuleSets = "rdy_CompareRuleSets";
    public const string AssignItem = "rdy_AssignItem";
    public const string AttachEvidence = "rdy_AttachEvidence";
    public const string ImportUptime = "rdy_ImportUptime";
    public const string ClauseLedger = "rdy_ClauseLedger";

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

    public const string PackageUrl = "PackageUrl";
    public const string Probed = "Probed";
    public const string Failed = "Failed";
    public const string CouldNotCheck = "CouldNotCheck";

    public const string PageSize = "PageSize";
    public const string PassOver = "PassOver";
    public const string FailedOffers = "FailedOffers";
    public const string Evaluated = "Evaluated";
    public const string Remaining = "Remaining";

    public const string Values = "Values";
    public const string Table = "Table";
    public const string RowId = "RowId";
    public const string Changes = "Changes";

    public const string Until = "Until";
    public const string Days = "Days";
    public const string From = "From";
    public const string Events = "Events";

    public const string RuleSet = "RuleSet";
    public const string Differences = "Differences";

    public const string OwnerId = "OwnerId";
    public const string DueOn = "DueOn";
    public const string ClearDueOn = "ClearDueOn";

    public const string FileName = "FileName";
    public const string MimeType = "MimeType";
    public const string Content = "Content";

    public const string Records = "Records";
    public const string Percentage = "Percentage";
    public const string WindowDays = "WindowDays";
    public const string SpentMinutes = "SpentMinutes";
    public const string AllowedMinutes = "AllowedMinutes";

    public const string Clauses = "Clauses";
}
