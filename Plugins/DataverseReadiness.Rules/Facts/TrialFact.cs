using System;

namespace DataverseReadiness.Rules;

/// <summary>One active trial of the offer: a way to try the app.</summary>
public sealed class TrialFact
{
    public Guid Id;

    public string? Name;

    public TrialKind? Kind;

    /// <summary>Length in <see cref="PeriodUnit"/>; for a test drive its hours.</summary>
    public int? Period;

    public PeriodUnit? PeriodUnit;

    public string? Url;

    public LeadDestination? LeadDestination;

    public string? LeadEndpoint;

    public TestDriveType? TestDriveType;

    /// <summary>Description of the test drive, HTML.</summary>
    public string? Description;

    public int? MaxConcurrent;

    /// <summary>Dynamics 365 licences held for test drives.</summary>
    public int? Licenses;

    public string? InstanceUrl;

    public string? WebApiUrl;

    public string? TenantId;

    public string? TenantName;

    public string? AppId;

    /// <summary>Whether the key is entered in the portal; the key itself is never stored.</summary>
    public YesNo? AppKeyEntered;

    public DateTime? AppKeyExpires;

    /// <summary>Security role of test drive users.</summary>
    public string? RoleName;

    /// <summary>Azure subscription of the test drive, a GUID.</summary>
    public string? SubscriptionId;

    /// <summary>How to get into the test drive, as the person who tries it is told.</summary>
    public string? AccessInformation;

    public string? Region;

    public string? ResourceGroup;

    /// <summary>Logic app that assigns a test drive.</summary>
    public string? AssignApp;

    /// <summary>Logic app that takes a test drive back.</summary>
    public string? DeprovisionApp;

    /// <summary>The last author of each column, as <see cref="AuthorMap"/> writes it.</summary>
    public string? EnteredBy;
}
