namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_Judgement. Checked against Solution/Entities/rdy_Judgement/Entity.xml.</summary>
public static class Judgement
{
    public const string Table = "rdy_judgement";
    public const string Id = "rdy_judgementid";
    public const string OfferId = "rdy_offerid";
    public const string EndsOn = "rdy_endson";
    public const string Evidence = "rdy_evidence";
    public const string EvidenceUrl = "rdy_evidenceurl";
    public const string Fingerprint = "rdy_fingerprint";
    public const string JudgedById = "rdy_judgedbyid";
    public const string JudgedOn = "rdy_judgedon";
    public const string Key = "rdy_key";
    public const string Name = "rdy_name";
    public const string Note = "rdy_note";
    public const string RuleSetVersion = "rdy_rulesetversion";
    public const string Verdict = "rdy_verdict";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
