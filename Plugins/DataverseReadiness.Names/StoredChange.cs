namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_ItemChange. Checked against Solution/Entities/rdy_ItemChange/Entity.xml.</summary>
public static class StoredChange
{
    public const string Table = "rdy_itemchange";
    public const string Id = "rdy_itemchangeid";
    public const string OfferId = "rdy_offerid";
    public const string Cause = "rdy_cause";
    public const string CauseRow = "rdy_causerow";
    public const string ChangedById = "rdy_changedbyid";
    public const string ChangedOn = "rdy_changedon";
    public const string From = "rdy_from";
    public const string Key = "rdy_key";
    public const string Name = "rdy_name";
    public const string Reason = "rdy_reason";
    public const string RuleSetVersion = "rdy_rulesetversion";
    public const string To = "rdy_to";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
