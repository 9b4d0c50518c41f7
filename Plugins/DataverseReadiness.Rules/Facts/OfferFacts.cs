using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Everything the rules know about one offer: its columns, its active children, its judgements, and what time it is.</summary>
/// <remarks>Property names follow the columns' schema names. What is not filled in is null; nothing here is checked or trimmed.</remarks>
public sealed class OfferFacts
{
    private HtmlFacts? _descriptionHtml;

    public Guid Id { get; init; }

    /// <summary>The current time in UTC; the rules have no clock of their own.</summary>
    public DateTime Now { get; init; }

    public string? Name { get; init; }

    public RuleSetChoice? RuleSet { get; init; }

    public AppType? AppType { get; init; }

    public string? Summary { get; init; }

    /// <summary>HTML.</summary>
    public string? Description { get; init; }

    /// <summary>One per line.</summary>
    public string? Keywords { get; init; }

    public IReadOnlyList<Industry> Industries { get; init; } = Array.Empty<Industry>();

    public IReadOnlyList<Category> Categories { get; init; } = Array.Empty<Category>();

    /// <summary>Empty means worldwide; one per line or separated by commas.</summary>
    public string? Countries { get; init; }

    public IReadOnlyList<Language> Languages { get; init; } = Array.Empty<Language>();

    public string? AppVersion { get; init; }

    public DateTime? ReleaseDate { get; init; }

    /// <summary>One per line.</summary>
    public string? WorksWith { get; init; }

    public string? HideKey { get; init; }

    public LeadDestination? LeadDestination { get; init; }

    public string? LeadEndpoint { get; init; }

    public string? MarketplaceId { get; init; }

    public string? PublisherId { get; init; }

    /// <summary>Addresses, one per line.</summary>
    public string? OtherPublications { get; init; }

    public Registration? Registration { get; init; }

    public string? PartnerId { get; init; }

    public string? NominationOrganization { get; init; }

    public string? NominationDescription { get; init; }

    public string? NominationProduct { get; init; }

    public string? PortalAccount { get; init; }

    public string? DevCenterAccount { get; init; }

    /// <summary>One per line.</summary>
    public string? MarketplaceAccounts { get; init; }

    public AccountKind? AccountKind { get; init; }

    public string? DevCenterId { get; init; }

    public string? AppId { get; init; }

    public TenantMode? TenantMode { get; init; }

    public SignInProtocol? Protocol { get; init; }

    public string? SignInUrl { get; init; }

    public string? ConsentScopes { get; init; }

    public string? TestAccount { get; init; }

    public SignInMethod? SignInMethod { get; init; }

    public YesNo? TestDrive { get; init; }

    public string? BusinessProcess { get; init; }

    public string? TargetAudience { get; init; }

    public YesNo? UsesCloudServices { get; init; }

    public string? CloudServices { get; init; }

    public int? SetupSteps { get; init; }

    public int? SetupMinutes { get; init; }

    public YesNo? NeedsDevelopment { get; init; }

    public string? AdminGuideUrl { get; init; }

    public decimal? UptimeCommitted { get; init; }

    public decimal? UptimeMeasured { get; init; }

    public int? UptimeWindow { get; init; }

    public string? MonitorUrl { get; init; }

    public string? BillingRoute { get; init; }

    public string? License { get; init; }

    public YesNo? UsesThirdParty { get; init; }

    /// <summary>One per line: name; licence.</summary>
    public string? ThirdParty { get; init; }

    public string? Terms { get; init; }

    public string? PrivacyUrl { get; init; }

    public LicenseModel? LicenseModel { get; init; }

    public YesNo? SecureStore { get; init; }

    public YesNo? LifecycleEvents { get; init; }

    public string? LifecycleAgreement { get; init; }

    public string? ConfigurationUrl { get; init; }

    public IReadOnlyList<DynamicsProduct> ApplicableProducts { get; init; } = Array.Empty<DynamicsProduct>();

    public YesNo? MarketingOnly { get; init; }

    public string? PublishedVersion { get; init; }

    public string? PackageFileName { get; init; }

    /// <summary>Its signature is removed before it is stored.</summary>
    public string? PackageUrl { get; init; }

    public YesNo? MultiplePackages { get; init; }

    /// <summary>One per line.</summary>
    public string? PackageFiles { get; init; }

    public IReadOnlyList<PackageRegion> PackageRegions { get; init; } = Array.Empty<PackageRegion>();

    public YesNo? RegionPermission { get; init; }

    /// <summary>Null when no package is uploaded.</summary>
    public InspectionState? PackageInspection { get; init; }

    public DateTime? CheckerRunOn { get; init; }

    public int? CheckerErrors { get; init; }

    public DateTime? InstallTestedOn { get; init; }

    public DateTime? FunctionTestedOn { get; init; }

    public YesNo? HasExternalConnections { get; init; }

    public string? ExternalConnections { get; init; }

    public DateTime? FirstPublishedOn { get; init; }

    public DateTime? RecertifiedOn { get; init; }

    public YesNo? PartnerCenterActive { get; init; }

    public YesNo? IsvAgreement { get; init; }

    public YesNo? BillingProfile { get; init; }

    public string? EngineeringName { get; init; }

    public string? EngineeringEmail { get; init; }

    public string? EngineeringPhone { get; init; }

    public string? SupportName { get; init; }

    public string? SupportEmail { get; init; }

    public string? SupportPhone { get; init; }
    /// <summary>What the inspection found in the package; null until it is inspected.</summary>
    public PackageFacts? Package { get; init; }

    /// <summary>The description as read by several rules, tokenised once.</summary>
    internal HtmlFacts DescriptionHtml => _descriptionHtml ??= HtmlReader.Read(Description);

    public IReadOnlyList<TrialFact> Trials { get; init; } = Array.Empty<TrialFact>();

    public IReadOnlyList<SupportLinkFact> SupportLinks { get; init; } = Array.Empty<SupportLinkFact>();

    public IReadOnlyList<AssetFact> Assets { get; init; } = Array.Empty<AssetFact>();

    /// <summary>All judgements of the offer, in any order.</summary>
    public IReadOnlyList<JudgementFact> Judgements { get; init; } = Array.Empty<JudgementFact>();
}
