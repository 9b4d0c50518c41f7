using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Everything the rules know about one offer: its columns, its active children, its judgements, and what time it is.</summary>
/// <remarks>
/// Names follow the columns' schema names. What is not filled in is null; nothing here is checked or trimmed. Facts are fields that are
/// set when the object is made and only read afterwards: as properties they would be a fifteenth of the whole plug-in assembly.
/// </remarks>
public sealed class OfferFacts
{
    private HtmlFacts? _descriptionHtml;
    private Dictionary<string, ProbeFact>? _probes;

    public Guid Id;

    /// <summary>The current time in UTC; the rules have no clock of their own.</summary>
    public DateTime Now;

    public string? Name;

    public RuleSetChoice? RuleSet;

    public AppType? AppType;

    public string? Summary;

    /// <summary>HTML.</summary>
    public string? Description;

    /// <summary>One per line.</summary>
    public string? Keywords;

    public IReadOnlyList<Industry> Industries = Array.Empty<Industry>();

    public IReadOnlyList<Category> Categories = Array.Empty<Category>();

    /// <summary>Empty means worldwide; one per line or separated by commas.</summary>
    public string? Countries;

    public IReadOnlyList<Language> Languages = Array.Empty<Language>();

    public string? AppVersion;

    public DateTime? ReleaseDate;

    /// <summary>One per line.</summary>
    public string? WorksWith;

    public string? HideKey;

    public LeadDestination? LeadDestination;

    public string? LeadEndpoint;

    public string? MarketplaceId;

    public string? PublisherId;

    /// <summary>Addresses, one per line.</summary>
    public string? OtherPublications;

    public Registration? Registration;

    public string? PartnerId;

    public string? NominationOrganization;

    public string? NominationDescription;

    public string? NominationProduct;

    public string? PortalAccount;

    public string? DevCenterAccount;

    /// <summary>One per line.</summary>
    public string? MarketplaceAccounts;

    public AccountKind? AccountKind;

    public string? DevCenterId;

    public string? AppId;

    public TenantMode? TenantMode;

    public SignInProtocol? Protocol;

    public string? SignInUrl;

    public string? ConsentScopes;

    public string? TestAccount;

    public SignInMethod? SignInMethod;

    public YesNo? TestDrive;

    public string? BusinessProcess;

    public string? TargetAudience;

    public YesNo? UsesCloudServices;

    public string? CloudServices;

    public int? SetupSteps;

    public int? SetupMinutes;

    public YesNo? NeedsDevelopment;

    public string? AdminGuideUrl;

    public decimal? UptimeCommitted;

    public decimal? UptimeMeasured;

    public int? UptimeWindow;

    public string? MonitorUrl;

    public string? BillingRoute;

    public string? License;

    public YesNo? UsesThirdParty;

    /// <summary>One per line: name; licence.</summary>
    public string? ThirdParty;

    public string? Terms;

    public string? PrivacyUrl;

    public LicenseModel? LicenseModel;

    public YesNo? SecureStore;

    public YesNo? LifecycleEvents;

    public string? LifecycleAgreement;

    public string? ConfigurationUrl;

    public IReadOnlyList<DynamicsProduct> ApplicableProducts = Array.Empty<DynamicsProduct>();

    public YesNo? MarketingOnly;

    public string? PublishedVersion;

    public string? PackageFileName;

    /// <summary>Its signature is removed before it is stored.</summary>
    public string? PackageUrl;

    public YesNo? MultiplePackages;

    /// <summary>One per line.</summary>
    public string? PackageFiles;

    public IReadOnlyList<PackageRegion> PackageRegions = Array.Empty<PackageRegion>();

    public YesNo? RegionPermission;

    /// <summary>Null when no package is uploaded.</summary>
    public InspectionState? PackageInspection;

    public DateTime? CheckerRunOn;

    public int? CheckerErrors;

    public DateTime? InstallTestedOn;

    public DateTime? FunctionTestedOn;

    public YesNo? HasExternalConnections;

    public string? ExternalConnections;

    public DateTime? FirstPublishedOn;

    public DateTime? RecertifiedOn;

    public YesNo? PartnerCenterActive;

    public YesNo? IsvAgreement;

    public YesNo? BillingProfile;

    public string? EngineeringName;

    public string? EngineeringEmail;

    public string? EngineeringPhone;

    public string? SupportName;

    public string? SupportEmail;

    public string? SupportPhone;

    public string? Alias;

    public string? LegalName;

    public string? LegalAddress;

    public string? PrimaryContact;

    public YesNo? PublisherAgreement;

    public YesNo? TestOffer;

    public YesNo? SellThroughMicrosoft;

    public YesNo? LicenseManagement;

    public YesNo? InstallWithoutLicense;

    /// <summary>The language the listing is written in.</summary>
    public Language? ListingLanguage;

    /// <summary>Whether the software is somebody else's, packaged again.</summary>
    public YesNo? Repackaged;

    /// <summary>One per line.</summary>
    public string? Competitors;

    public MarketCategory? PrimaryCategory;

    public IReadOnlyList<Subcategory> PrimarySubcategories = Array.Empty<Subcategory>();

    public MarketCategory? SecondaryCategory;

    public IReadOnlyList<Subcategory> SecondarySubcategories = Array.Empty<Subcategory>();

    public IReadOnlyList<MarketIndustry> MarketIndustries = Array.Empty<MarketIndustry>();

    public IReadOnlyList<Vertical> Verticals = Array.Empty<Vertical>();

    public IReadOnlyList<MarketProduct> MarketProducts = Array.Empty<MarketProduct>();

    public string? TermsUrl;

    public YesNo? StandardContract;

    /// <summary>Codes of two letters (ISO 3166-1), parted by blanks, commas or lines.</summary>
    public string? Markets;

    /// <summary>Other offers that are versions of the same product, one per line.</summary>
    public string? OtherVersions;

    public string? PlatformVersion;

    public DateTime? LastPublishedOn;

    public YesNo? ChangedSincePublished;

    public YesNo? PagesComplete;

    public string? CertificationNotes;

    public YesNo? HasConnectors;

    /// <summary>One per line.</summary>
    public string? Connectors;

    public YesNo? DeployerCode;

    public YesNo? AddsServiceAccount;

    /// <summary>One per line.</summary>
    public string? ServiceAccountRoles;

    /// <summary>Where customers agree to the service account.</summary>
    public string? ConsentPageUrl;

    public YesNo? StandaloneCanvas;

    /// <summary>What the inspection found in the package; null until it is inspected.</summary>
    public PackageFacts? Package;

    /// <summary>The facts of the last package that was accepted; null when none is known.</summary>
    public PackageFacts? AcceptedPackage;

    /// <summary>What the solution checker's report says; null until it is read.</summary>
    public CheckerFacts? Checker;

    /// <summary>Null when no report is uploaded.</summary>
    public InspectionState? CheckerInspection;

    /// <summary>The description as read by several rules, tokenised once.</summary>
    internal HtmlFacts DescriptionHtml => _descriptionHtml ??= HtmlReader.Read(Description);

    public IReadOnlyList<TrialFact> Trials = Array.Empty<TrialFact>();

    public IReadOnlyList<PlanFact> Plans = Array.Empty<PlanFact>();

    public IReadOnlyList<SupportLinkFact> SupportLinks = Array.Empty<SupportLinkFact>();

    public IReadOnlyList<AssetFact> Assets = Array.Empty<AssetFact>();

    /// <summary>All judgements of the offer, in any order.</summary>
    public IReadOnlyList<JudgementFact> Judgements = Array.Empty<JudgementFact>();

    /// <summary>The last probe of each address.</summary>
    public IReadOnlyList<ProbeFact> Probes = Array.Empty<ProbeFact>();

    /// <summary>Active rows of every rule set; a row of another one than the offer's counts for nothing.</summary>
    public IReadOnlyList<TeamRequirementFact> TeamRequirements = Array.Empty<TeamRequirementFact>();

    /// <summary>What monitoring recorded; null when nothing was imported or counted.</summary>
    public UptimeRecord? Uptime;

    /// <summary>Whether nobody may judge what they alone entered.</summary>
    public YesNo? FourEyes;

    /// <summary>The last author of each column, as <see cref="AuthorMap"/> writes it.</summary>
    public string? EnteredBy;

    /// <summary>The last probe of the address at this place; null when there was none.</summary>
    internal ProbeFact? ProbeOf(FixTarget target)
    {
        if (Probes.Count == 0)
            return null;
        if (_probes is null)
        {
            _probes = new Dictionary<string, ProbeFact>(StringComparer.OrdinalIgnoreCase);
            foreach (var probe in Probes)
                _probes[probe.Target ?? ""] = probe;
        }

        return _probes.TryGetValue(target.ToString(), out var found) ? found : null;
    }

    /// <summary>The same offer at another moment.</summary>
    public OfferFacts At(DateTime now)
    {
        var facts = (OfferFacts)MemberwiseClone();
        facts.Now = now;
        return facts;
    }

    /// <summary>The same offer under another rule set.</summary>
    public OfferFacts Under(RuleSetChoice ruleSet)
    {
        var facts = (OfferFacts)MemberwiseClone();
        facts.RuleSet = ruleSet;
        return facts;
    }
}
