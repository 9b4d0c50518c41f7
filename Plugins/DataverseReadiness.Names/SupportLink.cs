namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_SupportLink. Checked against Solution/Entities/rdy_SupportLink/Entity.xml.</summary>
public static class SupportLink
{
    public const string Table = "rdy_supportlink";
    public const string Id = "rdy_supportlinkid";
    public const string OfferId = "rdy_offerid";
    public const string Channel = "rdy_channel";
    public const string EnteredBy = "rdy_enteredby";
    public const string Hours = "rdy_hours";
    public const string Model = "rdy_model";
    public const string Name = "rdy_name";
    public const string Purpose = "rdy_purpose";
    public const string Url = "rdy_url";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
