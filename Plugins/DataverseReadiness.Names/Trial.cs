namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_Trial. Checked against Solution/Entities/rdy_Trial/Entity.xml.</summary>
public static class Trial
{
    public const string Table = "rdy_trial";
    public const string Id = "rdy_trialid";
    public const string OfferId = "rdy_offerid";
    public const string AccessInformation = "rdy_accessinformation";
    public const string AppId = "rdy_appid";
    public const string AppKeyEntered = "rdy_appkeyentered";
    public const string AppKeyExpires = "rdy_appkeyexpires";
    public const string AssignApp = "rdy_assignapp";
    public const string DeprovisionApp = "rdy_deprovisionapp";
    public const string Description = "rdy_description";
    public const string EnteredBy = "rdy_enteredby";
    public const string InstanceUrl = "rdy_instanceurl";
    public const string Kind = "rdy_kind";
    public const string LeadDestination = "rdy_leaddestination";
    public const string LeadEndpoint = "rdy_leadendpoint";
    public const string Licenses = "rdy_licenses";
    public const string MaxConcurrent = "rdy_maxconcurrent";
    public const string Name = "rdy_name";
    public const string Period = "rdy_period";
    public const string PeriodUnit = "rdy_periodunit";
    public const string Region = "rdy_region";
    public const string ResourceGroup = "rdy_resourcegroup";
    public const string RoleName = "rdy_rolename";
    public const string SubscriptionId = "rdy_subscriptionid";
    public const string TenantId = "rdy_tenantid";
    public const string TenantName = "rdy_tenantname";
    public const string TestDriveType = "rdy_testdrivetype";
    public const string Url = "rdy_url";
    public const string WebApiUrl = "rdy_webapiurl";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
