namespace DataverseReadiness.Plugins.Names;

/// <summary>Lists of columns for filtering attributes and images. Checked against the solution's tables.</summary>
public static class ColumnLists
{
    private const string Comma = ",";

    /// <summary>What people fill in on an offer, and its status.</summary>
    public const string OfferInputs =
        Offer.AccountKind + Comma + Offer.AddsServiceAccount + Comma + Offer.AdminGuideUrl + Comma + Offer.Alias + Comma +
        Offer.AppId + Comma + Offer.AppType + Comma + Offer.AppVersion + Comma + Offer.ApplicableProducts + Comma +
        Offer.BillingProfile + Comma + Offer.BillingRoute + Comma + Offer.BusinessProcess + Comma + Offer.Categories + Comma +
        Offer.CertificationNotes + Comma + Offer.ChangedSincePublished + Comma + Offer.CheckerErrors + Comma + Offer.CheckerReport + Comma +
        Offer.CheckerRunOn + Comma + Offer.CloudServices + Comma + Offer.Competitors + Comma + Offer.ConfigurationUrl + Comma +
        Offer.Connectors + Comma + Offer.ConsentPageUrl + Comma + Offer.ConsentScopes + Comma + Offer.Countries + Comma +
        Offer.DeployerCode + Comma + Offer.Description + Comma + Offer.DevCenterAccount + Comma + Offer.DevCenterId + Comma +
        Offer.EngineeringEmail + Comma + Offer.EngineeringName + Comma + Offer.EngineeringPhone + Comma +
        Offer.ExternalConnections + Comma + Offer.FirstPublishedOn + Comma + Offer.FourEyes + Comma + Offer.FunctionTestedOn + Comma +
        Offer.HasConnectors + Comma + Offer.HasExternalConnections + Comma + Offer.HideKey + Comma + Offer.Industries + Comma +
        Offer.InstallTestedOn + Comma + Offer.InstallWithoutLicense + Comma + Offer.IsvAgreement + Comma + Offer.Keywords + Comma +
        Offer.Languages + Comma + Offer.LastPublishedOn + Comma + Offer.LeadDestination + Comma + Offer.LeadEndpoint + Comma +
        Offer.LegalAddress + Comma + Offer.LegalName + Comma + Offer.License + Comma + Offer.LicenseManagement + Comma +
        Offer.LicenseModel + Comma + Offer.LifecycleAgreement + Comma + Offer.LifecycleEvents + Comma + Offer.ListingLanguage + Comma +
        Offer.MarketIndustries + Comma + Offer.MarketProducts + Comma + Offer.MarketingOnly + Comma + Offer.MarketplaceAccounts + Comma +
        Offer.MarketplaceId + Comma + Offer.Markets + Comma + Offer.MonitorUrl + Comma + Offer.MultiplePackages + Comma +
        Offer.Name + Comma + Offer.NeedsDevelopment + Comma + Offer.NominationDescription + Comma + Offer.NominationOrganization + Comma +
        Offer.NominationProduct + Comma + Offer.OtherPublications + Comma + Offer.OtherVersions + Comma + Offer.Package + Comma +
        Offer.PackageFileName + Comma + Offer.PackageFiles + Comma + Offer.PackageRegions + Comma + Offer.PackageUrl + Comma +
        Offer.PagesComplete + Comma + Offer.PartnerCenterActive + Comma + Offer.PartnerId + Comma + Offer.PlatformVersion + Comma +
        Offer.PortalAccount + Comma + Offer.PrimaryCategory + Comma + Offer.PrimaryContact + Comma + Offer.PrimarySubcategories + Comma +
        Offer.PrivacyUrl + Comma + Offer.Protocol + Comma + Offer.PublishedVersion + Comma + Offer.PublisherAgreement + Comma +
        Offer.PublisherId + Comma + Offer.RecertifiedOn + Comma + Offer.RegionPermission + Comma + Offer.Registration + Comma +
        Offer.ReleaseDate + Comma + Offer.Repackaged + Comma + Offer.RuleSet + Comma + Offer.SecondaryCategory + Comma +
        Offer.SecondarySubcategories + Comma + Offer.SecureStore + Comma + Offer.SellThroughMicrosoft + Comma +
        Offer.ServiceAccountRoles + Comma + Offer.SetupMinutes + Comma + Offer.SetupSteps + Comma + Offer.SignInMethod + Comma +
        Offer.SignInUrl + Comma + Offer.StandaloneCanvas + Comma + Offer.StandardContract + Comma + Offer.Summary + Comma +
        Offer.SupportEmail + Comma + Offer.SupportName + Comma + Offer.SupportPhone + Comma + Offer.TargetAudience + Comma +
        Offer.TenantMode + Comma + Offer.Terms + Comma + Offer.TermsUrl + Comma + Offer.TestAccount + Comma + Offer.TestDrive + Comma +
        Offer.TestOffer + Comma + Offer.ThirdParty + Comma + Offer.UptimeCommitted + Comma + Offer.UptimeMeasured + Comma +
        Offer.UptimeWindow + Comma + Offer.UsesCloudServices + Comma + Offer.UsesThirdParty + Comma + Offer.Verticals + Comma +
        Offer.WorksWith + Comma + Offer.StateCode + Comma + Offer.StatusCode;

    /// <summary>What only our own steps write on an offer.</summary>
    public const string OfferResults =
        Offer.AcceptedPackage + Comma + Offer.BaseLanguage + Comma + Offer.CheckerFacts + Comma + Offer.CheckerInspection + Comma +
        Offer.Deleting + Comma + Offer.EnteredBy + Comma + Offer.EvaluatedOn + Comma + Offer.Lock + Comma + Offer.OpenItems + Comma +
        Offer.PackageFacts + Comma + Offer.PackageInspection + Comma + Offer.Readiness + Comma + Offer.ReevaluateOn + Comma +
        Offer.RuleSetVersion + Comma + Offer.Score + Comma + Offer.StatusNote + Comma + Offer.UptimeFacts;

    /// <summary>Changes after which an offer is evaluated: the inputs and what inspections and imported records found.</summary>
    public const string OfferFacts =
        OfferInputs + Comma + Offer.AcceptedPackage + Comma + Offer.CheckerFacts + Comma + Offer.CheckerInspection + Comma + Offer.PackageFacts + Comma +
        Offer.PackageInspection + Comma + Offer.UptimeFacts;

    /// <summary>Everything a request can write on an offer.</summary>
    public const string OfferAll = OfferInputs + Comma + OfferResults;

    /// <summary>What people fill in on a trial, and its status.</summary>
    public const string TrialFacts =
        Trial.AccessInformation + Comma + Trial.AppId + Comma + Trial.AppKeyEntered + Comma + Trial.AppKeyExpires + Comma +
        Trial.AssignApp + Comma + Trial.DeprovisionApp + Comma + Trial.Description + Comma + Trial.InstanceUrl + Comma +
        Trial.Kind + Comma + Trial.LeadDestination + Comma + Trial.LeadEndpoint + Comma + Trial.Licenses + Comma +
        Trial.MaxConcurrent + Comma + Trial.Name + Comma + Trial.Period + Comma + Trial.PeriodUnit + Comma + Trial.Region + Comma +
        Trial.ResourceGroup + Comma + Trial.RoleName + Comma + Trial.SubscriptionId + Comma + Trial.TenantId + Comma +
        Trial.TenantName + Comma + Trial.TestDriveType + Comma + Trial.Url + Comma + Trial.WebApiUrl + Comma + Trial.StateCode + Comma +
        Trial.StatusCode;

    /// <summary>What people fill in on a support link, and its status.</summary>
    public const string SupportLinkFacts =
        SupportLink.Channel + Comma + SupportLink.Hours + Comma + SupportLink.Model + Comma + SupportLink.Name + Comma +
        SupportLink.Purpose + Comma + SupportLink.Url + Comma + SupportLink.StateCode + Comma + SupportLink.StatusCode;

    /// <summary>Addresses of an offer that are asked when they change.</summary>
    public const string OfferAddresses =
        Offer.AdminGuideUrl + Comma + Offer.ConfigurationUrl + Comma + Offer.ConsentPageUrl + Comma + Offer.MonitorUrl + Comma + Offer.PackageUrl + Comma +
        Offer.PrivacyUrl + Comma + Offer.SignInUrl + Comma + Offer.TermsUrl;

    /// <summary>What people fill in on a marketing asset, and its status. An image may announce itself by its id alone.</summary>
    public const string AssetInputs =
        MarketingAsset.Caption + Comma + MarketingAsset.File + Comma + MarketingAsset.Image + Comma + MarketingAsset.ImageId + Comma + MarketingAsset.Kind + Comma +
        MarketingAsset.Name + Comma + MarketingAsset.Url + Comma + MarketingAsset.StateCode + Comma + MarketingAsset.StatusCode;

    /// <summary>What the inspection writes on a marketing asset.</summary>
    public const string AssetFindings =
        MarketingAsset.Bytes + Comma + MarketingAsset.Finding + Comma + MarketingAsset.Format + Comma + MarketingAsset.Height + Comma +
        MarketingAsset.Inspection + Comma + MarketingAsset.Sha256 + Comma + MarketingAsset.Sharpness + Comma + MarketingAsset.Width;

    /// <summary>Changes after which the offer of a marketing asset is evaluated.</summary>
    public const string AssetFacts = AssetInputs + Comma + AssetFindings;

    /// <summary>What only our own steps write on a marketing asset.</summary>
    public const string AssetResults = AssetFindings + Comma + MarketingAsset.EnteredBy;

    /// <summary>Everything a request can write on a trial.</summary>
    public const string TrialAll = Trial.OfferId + Comma + Trial.EnteredBy + Comma + TrialFacts;

    /// <summary>Everything a request can write on a support link.</summary>
    public const string SupportLinkAll = SupportLink.OfferId + Comma + SupportLink.EnteredBy + Comma + SupportLinkFacts;

    /// <summary>Everything a request can write on a marketing asset.</summary>
    public const string AssetAll = MarketingAsset.OfferId + Comma + MarketingAsset.EnteredBy + Comma + AssetFacts;

    /// <summary>What people fill in on a plan, and its status.</summary>
    public const string PlanFacts =
        Plan.Components + Comma + Plan.Description + Comma + Plan.MarketplaceId + Comma + Plan.Markets + Comma + Plan.MaxUsers + Comma +
        Plan.MinUsers + Comma + Plan.Name + Comma + Plan.PriceAnnual + Comma + Plan.PriceMonthly + Comma + Plan.ServiceId + Comma +
        Plan.TenantIds + Comma + Plan.TenantList + Comma + Plan.Trial + Comma + Plan.Visibility + Comma + Plan.WasPublic + Comma +
        Plan.StateCode + Comma + Plan.StatusCode;

    /// <summary>Everything a request can write on a plan.</summary>
    public const string PlanAll = Plan.OfferId + Comma + Plan.EnteredBy + Comma + PlanFacts;

    /// <summary>What people fill in on an own requirement, and its status.</summary>
    public const string RequirementFacts =
        OwnRequirement.AnnouncedOn + Comma + OwnRequirement.AppliesFrom + Comma + OwnRequirement.EndsOn + Comma +
        OwnRequirement.Guidance + Comma + OwnRequirement.Key + Comma + OwnRequirement.Name + Comma + OwnRequirement.Scope + Comma +
        OwnRequirement.Severity + Comma + OwnRequirement.Test + Comma + OwnRequirement.TestedColumn + Comma +
        OwnRequirement.TestedTable + Comma + OwnRequirement.Value + Comma + OwnRequirement.StateCode + Comma + OwnRequirement.StatusCode;

    /// <summary>Everything a request can write on an own requirement.</summary>
    public const string RequirementAll = OwnRequirement.Problem + Comma + RequirementFacts;

    /// <summary>What people fill in on a certification verdict, and its status.</summary>
    public const string CertificationInputs =
        Certification.AppVersion + Comma + Certification.Finding + Comma + Certification.Key + Comma + Certification.Name + Comma +
        Certification.OfferId + Comma + Certification.Outcome + Comma + Certification.ReceivedOn + Comma + Certification.StateCode + Comma +
        Certification.StatusCode;

    /// <summary>What only our own step writes on a certification verdict.</summary>
    public const string CertificationResults = Certification.Memory + Comma + Certification.StatusThen;

    /// <summary>Everything a request can write on a certification verdict.</summary>
    public const string CertificationAll = CertificationResults + Comma + CertificationInputs;

    /// <summary>What stands on a probe, written by our own steps alone.</summary>
    public const string ProbeAll =
        StoredProbe.OfferId + Comma + StoredProbe.CertificateEnds + Comma + StoredProbe.CheckedOn + Comma + StoredProbe.Checks + Comma +
        StoredProbe.CountedFrom + Comma + StoredProbe.Failures + Comma + StoredProbe.FinalUrl + Comma + StoredProbe.Kind + Comma +
        StoredProbe.Milliseconds + Comma + StoredProbe.Name + Comma + StoredProbe.Outcome + Comma + StoredProbe.Reason + Comma +
        StoredProbe.ReasonArgs + Comma + StoredProbe.ReasonKey + Comma + StoredProbe.Status + Comma + StoredProbe.Target + Comma +
        StoredProbe.TriedOn + Comma + StoredProbe.TriedReason + Comma + StoredProbe.Url + Comma + StoredProbe.StateCode + Comma + StoredProbe.StatusCode;

    /// <summary>What stands on a row of the history, written by our own steps alone.</summary>
    public const string ChangeAll =
        StoredChange.OfferId + Comma + StoredChange.Cause + Comma + StoredChange.CauseRow + Comma + StoredChange.ChangedById + Comma +
        StoredChange.ChangedOn + Comma + StoredChange.From + Comma + StoredChange.Key + Comma + StoredChange.Name + Comma + StoredChange.Reason + Comma +
        StoredChange.RuleSetVersion + Comma + StoredChange.To + Comma + StoredChange.StateCode + Comma + StoredChange.StatusCode;

    /// <summary>What stands on a snapshot, written by our own steps alone.</summary>
    public const string SnapshotAll =
        Snapshot.OfferId + Comma + Snapshot.Confirmed + Comma + Snapshot.Day + Comma + Snapshot.Met + Comma + Snapshot.Name + Comma +
        Snapshot.NotApplicable + Comma + Snapshot.NotMet + Comma + Snapshot.OpenItems + Comma + Snapshot.Readiness + Comma + Snapshot.Rejected + Comma +
        Snapshot.RuleSetVersion + Comma + Snapshot.Score + Comma + Snapshot.Undecided + Comma + Snapshot.Waived + Comma + Snapshot.StateCode + Comma +
        Snapshot.StatusCode;

    /// <summary>What a judgement says: written once, never changed.</summary>
    public const string JudgementContent =
        Judgement.OfferId + Comma + Judgement.Key + Comma + Judgement.Verdict + Comma + Judgement.Note + Comma + Judgement.Name + Comma + Judgement.EvidenceUrl + Comma +
        Judgement.EndsOn + Comma + JudgementResults;

    /// <summary>What only our own step writes on a judgement.</summary>
    public const string JudgementResults =
        Judgement.Fingerprint + Comma + Judgement.JudgedById + Comma + Judgement.JudgedOn + Comma + Judgement.RuleSetVersion;

    /// <summary>What nobody changes on a judgement once it is there, and the file that is added to it once.</summary>
    public const string JudgementAll = JudgementContent + Comma + Judgement.Evidence;

    /// <summary>Changes of a judgement after which its offer is evaluated: what it says cannot change.</summary>
    public const string JudgementStatus = Judgement.StateCode + Comma + Judgement.StatusCode;
}
