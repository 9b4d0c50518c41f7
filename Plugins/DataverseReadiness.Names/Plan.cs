namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_Plan. Checked against Solution/Entities/rdy_Plan/Entity.xml.</summary>
public static class Plan
{
    public const string Table = "rdy_plan";
    public const string Id = "rdy_planid";
    public const string OfferId = "rdy_offerid";
    public const string Components = "rdy_components";
    public const string Description = "rdy_description";
    public const string EnteredBy = "rdy_enteredby";
    public const string MarketplaceId = "rdy_marketplaceid";
    public const string Markets = "rdy_markets";
    public const string MaxUsers = "rdy_maxusers";
    public const string MinUsers = "rdy_minusers";
    public const string Name = "rdy_name";
    public const string PriceAnnual = "rdy_priceannual";
    public const string PriceMonthly = "rdy_pricemonthly";
    public const string ServiceId = "rdy_serviceid";
    public const string TenantIds = "rdy_tenantids";
    public const string TenantList = "rdy_tenantlist";
    public const string Trial = "rdy_trial";
    public const string Visibility = "rdy_visibility";
    public const string WasPublic = "rdy_waspublic";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
