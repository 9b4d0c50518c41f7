namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_Snapshot. Checked against Solution/Entities/rdy_Snapshot/Entity.xml.</summary>
public static class Snapshot
{
    public const string Table = "rdy_snapshot";
    public const string Id = "rdy_snapshotid";
    public const string OfferId = "rdy_offerid";
    public const string Confirmed = "rdy_confirmed";
    public const string Day = "rdy_day";
    public const string Met = "rdy_met";
    public const string Name = "rdy_name";
    public const string NotApplicable = "rdy_notapplicable";
    public const string NotMet = "rdy_notmet";
    public const string OpenItems = "rdy_openitems";
    public const string Readiness = "rdy_readiness";
    public const string Rejected = "rdy_rejected";
    public const string RuleSetVersion = "rdy_rulesetversion";
    public const string Score = "rdy_score";
    public const string Undecided = "rdy_undecided";
    public const string Waived = "rdy_waived";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
