namespace DataverseReadiness.Rules;

/// <summary>Whose directories may sign in. Values are those of the choice <c>rdy_tenantmode</c>.</summary>
public enum TenantMode
{
    MultiTenant = 847360000,
    SingleTenant = 847360001,
}
