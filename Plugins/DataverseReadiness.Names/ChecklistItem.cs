namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_ChecklistItem. Checked against Solution/Entities/rdy_ChecklistItem/Entity.xml.</summary>
public static class ChecklistItem
{
    public const string Table = "rdy_checklistitem";
    public const string Id = "rdy_checklistitemid";
    public const string OfferId = "rdy_offerid";
    public const string AnnouncedOn = "rdy_announcedon";
    public const string AppliesFrom = "rdy_appliesfrom";
    public const string DueOn = "rdy_dueon";
    public const string EndsOn = "rdy_endson";
    public const string EvidenceUrl = "rdy_evidenceurl";
    public const string Fix = "rdy_fix";
    public const string FixArgs = "rdy_fixargs";
    public const string FixKey = "rdy_fixkey";
    public const string Group = "rdy_group";
    public const string IsOpen = "rdy_isopen";
    public const string JudgedBy = "rdy_judgedby";
    public const string JudgedNote = "rdy_judgednote";
    public const string JudgedOn = "rdy_judgedon";
    public const string JudgementId = "rdy_judgementid";
    public const string JudgementVoid = "rdy_judgementvoid";
    public const string Key = "rdy_key";
    public const string Name = "rdy_name";
    public const string Reason = "rdy_reason";
    public const string ReasonArgs = "rdy_reasonargs";
    public const string ReasonKey = "rdy_reasonkey";
    public const string RuleSetVersion = "rdy_rulesetversion";
    public const string Sequence = "rdy_sequence";
    public const string Severity = "rdy_severity";
    public const string Source = "rdy_source";
    public const string Status = "rdy_status";
    public const string TargetColumn = "rdy_targetcolumn";
    public const string TargetId = "rdy_targetid";
    public const string TargetTable = "rdy_targettable";
    public const string Verdict = "rdy_verdict";
    public const string WaivedUntil = "rdy_waiveduntil";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
