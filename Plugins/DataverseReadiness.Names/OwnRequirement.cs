namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_Requirement. Checked against Solution/Entities/rdy_Requirement/Entity.xml.</summary>
public static class OwnRequirement
{
    public const string Table = "rdy_requirement";
    public const string Id = "rdy_requirementid";
    public const string AnnouncedOn = "rdy_announcedon";
    public const string AppliesFrom = "rdy_appliesfrom";
    public const string EndsOn = "rdy_endson";
    public const string Guidance = "rdy_guidance";
    public const string Key = "rdy_key";
    public const string Name = "rdy_name";
    public const string Problem = "rdy_problem";
    public const string Scope = "rdy_scope";
    public const string Severity = "rdy_severity";
    public const string Test = "rdy_test";
    public const string TestedColumn = "rdy_column";
    public const string TestedTable = "rdy_table";
    public const string Value = "rdy_value";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
