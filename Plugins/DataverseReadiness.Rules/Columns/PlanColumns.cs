using System;

namespace DataverseReadiness.Rules;

/// <summary>The columns of a plan, and where a missing one is added.</summary>
internal static class PlanColumns
{
    public const string Table = Tables.Plan;
    public const string Name = "rdy_name";
    public const string PlanId = "rdy_marketplaceid";
    public const string Description = "rdy_description";
    public const string PriceMonthly = "rdy_pricemonthly";
    public const string PriceAnnual = "rdy_priceannual";
    public const string MinUsers = "rdy_minusers";
    public const string MaxUsers = "rdy_maxusers";
    public const string Visibility = "rdy_visibility";
    public const string WasPublic = "rdy_waspublic";
    public const string TenantList = "rdy_tenantlist";
    public const string TenantIds = "rdy_tenantids";
    public const string Trial = "rdy_trial";
    public const string ServiceId = "rdy_serviceid";
    public const string Components = "rdy_components";
    public const string Markets = "rdy_markets";

    /// <summary>A plan that has to be created.</summary>
    public static FixTarget Missing { get; } = new(Table, null, PlanId);

    public static FixTarget In(PlanFact plan, string column) => new(Table, plan.Id, column);

    public static string Label(string column) => Tables.Label(Table, column);

    public static string[] Reads(params string[] columns) => Array.ConvertAll(columns, column => Table + "." + column);
}
