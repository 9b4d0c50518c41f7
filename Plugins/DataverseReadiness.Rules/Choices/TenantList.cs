namespace DataverseReadiness.Rules;

/// <summary>How the tenants of a private plan are entered. Values are those of the choice <c>rdy_tenantlist</c>.</summary>
public enum TenantList
{
    ByHand = 847360000,
    ByCsv = 847360001,
}
