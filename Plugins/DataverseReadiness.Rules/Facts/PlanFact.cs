using System;

namespace DataverseReadiness.Rules;

/// <summary>One active plan of the offer.</summary>
public sealed class PlanFact
{
    public Guid Id;

    public string? Name;

    public string? MarketplaceId;

    public string? Description;

    /// <summary>Per user and month.</summary>
    public decimal? PriceMonthly;

    /// <summary>Per user and year.</summary>
    public decimal? PriceAnnual;

    public int? MinUsers;

    public int? MaxUsers;

    public PlanVisibility? Visibility;

    /// <summary>Whether the plan was public in an earlier publication.</summary>
    public YesNo? WasPublic;

    public TenantList? TenantList;

    /// <summary>Tenant IDs of a private plan, one per line.</summary>
    public string? TenantIds;

    /// <summary>Whether the plan has the trial of one month.</summary>
    public YesNo? Trial;

    public string? ServiceId;

    /// <summary>The licensed apps by their component names, one per line.</summary>
    public string? Components;

    public string? Markets;

    /// <summary>The last author of each column, as <see cref="AuthorMap"/> writes it.</summary>
    public string? EnteredBy;
}
