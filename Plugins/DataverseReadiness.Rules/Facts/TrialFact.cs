using System;

namespace DataverseReadiness.Rules;

/// <summary>One active trial of the offer: a way to try the app.</summary>
public sealed class TrialFact
{
    public Guid Id { get; init; }

    public string? Name { get; init; }

    public TrialKind? Kind { get; init; }

    /// <summary>Length in <see cref="PeriodUnit"/>; for a test drive its hours.</summary>
    public int? Period { get; init; }

    public PeriodUnit? PeriodUnit { get; init; }

    public string? Url { get; init; }

    public LeadDestination? LeadDestination { get; init; }

    public string? LeadEndpoint { get; init; }

    public TestDriveType? TestDriveType { get; init; }

    /// <summary>Description of the test drive, HTML.</summary>
    public string? Description { get; init; }

    public int? MaxConcurrent { get; init; }

    /// <summary>Dynamics 365 licences held for test drives.</summary>
    public int? Licenses { get; init; }

    public string? InstanceUrl { get; init; }

    public string? WebApiUrl { get; init; }

    public string? TenantId { get; init; }

    public string? TenantName { get; init; }

    public string? AppId { get; init; }

    /// <summary>Whether the key is entered in the portal; the key itself is never stored.</summary>
    public YesNo? AppKeyEntered { get; init; }

    public DateTime? AppKeyExpires { get; init; }

    /// <summary>Security role of test drive users.</summary>
    public string? RoleName { get; init; }
}
