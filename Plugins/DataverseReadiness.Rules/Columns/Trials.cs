using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The columns of a trial, and where a missing one is added.</summary>
internal static class Trials
{
    public const string Table = Tables.Trial;
    public const string Kind = "rdy_kind";
    public const string Period = "rdy_period";
    public const string PeriodUnit = "rdy_periodunit";
    public const string Url = "rdy_url";
    public const string LeadDestination = "rdy_leaddestination";
    public const string LeadEndpoint = "rdy_leadendpoint";
    public const string Type = "rdy_testdrivetype";
    public const string Description = "rdy_description";
    public const string MaxConcurrent = "rdy_maxconcurrent";
    public const string Licenses = "rdy_licenses";
    public const string InstanceUrl = "rdy_instanceurl";
    public const string WebApiUrl = "rdy_webapiurl";
    public const string TenantId = "rdy_tenantid";
    public const string TenantName = "rdy_tenantname";
    public const string AppId = "rdy_appid";
    public const string AppKeyEntered = "rdy_appkeyentered";
    public const string AppKeyExpires = "rdy_appkeyexpires";
    public const string RoleName = "rdy_rolename";
    public const string SubscriptionId = "rdy_subscriptionid";
    public const string AccessInformation = "rdy_accessinformation";
    public const string Region = "rdy_region";
    public const string ResourceGroup = "rdy_resourcegroup";
    public const string AssignApp = "rdy_assignapp";
    public const string DeprovisionApp = "rdy_deprovisionapp";

    /// <summary>A trial that has to be created.</summary>
    public static FixTarget Missing { get; } = new(Table, null, Kind);

    public static FixTarget In(TrialFact trial, string column) => new(Table, trial.Id, column);

    public static string Label(string column) => Tables.Label(Table, column);

    public static string[] Reads(params string[] columns) => Array.ConvertAll(columns, column => Table + "." + column);

    public static IEnumerable<TrialFact> TestDrives(OfferFacts offer) =>
        offer.Trials.Where(trial => trial.Kind == TrialKind.TestDrive);

    /// <summary>Whether the requirements on test drives apply: it is said so, or there is one.</summary>
    public static bool HasTestDrive(OfferFacts offer) => offer.TestDrive == YesNo.Yes || TestDrives(offer).Any();
}
