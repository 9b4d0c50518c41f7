namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_Certification. Checked against Solution/Entities/rdy_Certification/Entity.xml.</summary>
public static class Certification
{
    public const string Table = "rdy_certification";
    public const string Id = "rdy_certificationid";
    public const string OfferId = "rdy_offerid";
    public const string AppVersion = "rdy_appversion";
    public const string Finding = "rdy_finding";
    public const string Key = "rdy_key";
    public const string Memory = "rdy_memory";
    public const string Name = "rdy_name";
    public const string Outcome = "rdy_outcome";
    public const string ReceivedOn = "rdy_receivedon";
    public const string StatusThen = "rdy_statusthen";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
