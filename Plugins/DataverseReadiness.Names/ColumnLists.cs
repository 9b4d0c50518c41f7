namespace DataverseReadiness.Plugins.Names;

/// <summary>Lists of columns for filtering attributes and images. Checked against the solution's tables.</summary>
public static class ColumnLists
{
    private const string Comma = ",";

    /// <summary>What people fill in on an offer, and its status.</summary>
    public const string OfferInputs =
        Offer.AccountKind + Comma + Offer.AdminGuideUrl + Comma + Offer.AppId + Comma + Offer.AppType + Comma + Offer.AppVersion + Comma +
        Offer.ApplicableProducts + Comma + Offer.BillingProfile + Comma + Offer.BillingRoute + Comma + Offer.BusinessProcess + Comma +
        Offer.Categories + Comma + Offer.CheckerErrors + Comma + Offer.CheckerRunOn + Comma + Offer.CloudServices + Comma +
        Offer.ConfigurationUrl + Comma + Offer.ConsentScopes + Comma + Offer.Countries + Comma + Offer.Description + Comma +
        Offer.DevCenterAccount + Comma + Offer.DevCenterId + Comma + Offer.EngineeringEmail + Comma + Offer.EngineeringName + Comma +
        Offer.EngineeringPhone + Comma + Offer.ExternalConnections + Comma + Offer.FirstPublishedOn + Comma + Offer.FunctionTestedOn + Comma +
        Offer.HasExternalConnections + Comma + Offer.HideKey + Comma + Offer.Industries + Comma + Offer.InstallTestedOn + Comma +
        Offer.IsvAgreement + Comma + Offer.Keywords + Comma + Offer.Languages + Comma + Offer.LeadDestination + Comma + Offer.LeadEndpoint + Comma +
        Offer.License + Comma + Offer.LicenseModel + Comma + Offer.LifecycleAgreement + Comma + Offer.LifecycleEvents + Comma +
        Offer.MarketingOnly + Comma + Offer.MarketplaceAccounts + Comma + Offer.MarketplaceId + Comma + Offer.MonitorUrl + Comma +
        Offer.MultiplePackages + Comma + Offer.Name + Comma + Offer.NeedsDevelopment + Comma + Offer.NominationDescription + Comma +
        Offer.NominationOrganization + Comma + Offer.NominationProduct + Comma + Offer.OtherPublications + Comma + Offer.Package + Comma +
        Offer.PackageFileName + Comma + Offer.PackageFiles + Comma + Offer.PackageRegions + Comma + Offer.PackageUrl + Comma +
        Offer.PartnerCenterActive + Comma + Offer.PartnerId + Comma + Offer.PortalAccount + Comma + Offer.PrivacyUrl + Comma +
        Offer.Protocol + Comma + Offer.PublishedVersion + Comma + Offer.PublisherId + Comma + Offer.RecertifiedOn + Comma +
        Offer.RegionPermission + Comma + Offer.Registration + Comma + Offer.ReleaseDate + Comma + Offer.RuleSet + Comma + Offer.SecureStore + Comma +
        Offer.SetupMinutes + Comma + Offer.SetupSteps + Comma + Offer.SignInMethod + Comma + Offer.SignInUrl + Comma + Offer.Summary + Comma +
        Offer.SupportEmail + Comma + Offer.SupportName + Comma + Offer.SupportPhone + Comma + Offer.TargetAudience + Comma +
        Offer.TenantMode + Comma + Offer.Terms + Comma + Offer.TestAccount + Comma + Offer.TestDrive + Comma + Offer.ThirdParty + Comma +
        Offer.UptimeCommitted + Comma + Offer.UptimeMeasured + Comma + Offer.UptimeWindow + Comma + Offer.UsesCloudServices + Comma +
        Offer.UsesThirdParty + Comma + Offer.WorksWith + Comma + Offer.StateCode + Comma + Offer.StatusCode;

    /// <summary>What only our own steps write on an offer.</summary>
    public const string OfferResults =
        Offer.BaseLanguage + Comma + Offer.Deleting + Comma + Offer.EvaluatedOn + Comma + Offer.Lock + Comma + Offer.OpenItems + Comma +
        Offer.PackageFacts + Comma + Offer.PackageInspection + Comma + Offer.Readiness + Comma + Offer.RuleSetVersion + Comma + Offer.Score + Comma +
        Offer.StatusNote;

    /// <summary>Changes after which an offer is evaluated: the inputs and the result of a package inspection.</summary>
    public const string OfferFacts = OfferInputs + Comma + Offer.PackageInspection + Comma + Offer.PackageFacts;

    /// <summary>Everything a request can write on an offer.</summary>
    public const string OfferAll = OfferInputs + Comma + OfferResults;

    /// <summary>Columns of an offer that a save brings into their stored form: addresses, ids, and the package, whose facts are cleared.</summary>
    public const string OfferFilled =
        Offer.AdminGuideUrl + Comma + Offer.AppId + Comma + Offer.ConfigurationUrl + Comma + Offer.MonitorUrl + Comma + Offer.Package + Comma +
        Offer.PackageUrl + Comma + Offer.PrivacyUrl + Comma + Offer.SignInUrl;

    /// <summary>Columns of a trial that a save brings into their stored form.</summary>
    public const string TrialFilled =
        Trial.AppId + Comma + Trial.InstanceUrl + Comma + Trial.TenantId + Comma + Trial.Url + Comma + Trial.WebApiUrl;

    /// <summary>Columns of a marketing asset that a save brings into their stored form, or after which its facts are others.</summary>
    public const string AssetFilled =
        MarketingAsset.File + Comma + MarketingAsset.Image + Comma + MarketingAsset.ImageId + Comma + MarketingAsset.Kind + Comma + MarketingAsset.Url;

    /// <summary>What people fill in on a trial, and its status.</summary>
    public const string TrialFacts =
        Trial.AppId + Comma + Trial.AppKeyEntered + Comma + Trial.AppKeyExpires + Comma + Trial.Description + Comma + Trial.InstanceUrl + Comma +
        Trial.Kind + Comma + Trial.LeadDestination + Comma + Trial.LeadEndpoint + Comma + Trial.Licenses + Comma + Trial.MaxConcurrent + Comma +
        Trial.Name + Comma + Trial.Period + Comma + Trial.PeriodUnit + Comma + Trial.RoleName + Comma + Trial.TenantId + Comma +
        Trial.TenantName + Comma + Trial.TestDriveType + Comma + Trial.Url + Comma + Trial.WebApiUrl + Comma + Trial.StateCode + Comma +
        Trial.StatusCode;

    /// <summary>What people fill in on a support link, and its status.</summary>
    public const string SupportLinkFacts =
        SupportLink.Channel + Comma + SupportLink.Hours + Comma + SupportLink.Model + Comma + SupportLink.Name + Comma +
        SupportLink.Purpose + Comma + SupportLink.Url + Comma + SupportLink.StateCode + Comma + SupportLink.StatusCode;

    /// <summary>What people fill in on a marketing asset, and its status. An image may announce itself by its id alone.</summary>
    public const string AssetInputs =
        MarketingAsset.Caption + Comma + MarketingAsset.File + Comma + MarketingAsset.Image + Comma + MarketingAsset.ImageId + Comma + MarketingAsset.Kind + Comma +
        MarketingAsset.Name + Comma + MarketingAsset.Url + Comma + MarketingAsset.StateCode + Comma + MarketingAsset.StatusCode;

    /// <summary>What the inspection writes on a marketing asset.</summary>
    public const string AssetResults =
        MarketingAsset.Bytes + Comma + MarketingAsset.Finding + Comma + MarketingAsset.Format + Comma + MarketingAsset.Height + Comma +
        MarketingAsset.Inspection + Comma + MarketingAsset.Sha256 + Comma + MarketingAsset.Width;

    /// <summary>Changes after which the offer of a marketing asset is evaluated.</summary>
    public const string AssetFacts = AssetInputs + Comma + AssetResults;

    /// <summary>Everything a request can write on a trial.</summary>
    public const string TrialAll = Trial.OfferId + Comma + TrialFacts;

    /// <summary>Everything a request can write on a support link.</summary>
    public const string SupportLinkAll = SupportLink.OfferId + Comma + SupportLinkFacts;

    /// <summary>Everything a request can write on a marketing asset.</summary>
    public const string AssetAll = MarketingAsset.OfferId + Comma + AssetFacts;

    /// <summary>What a judgement says: written once, never changed.</summary>
    public const string JudgementContent =
        Judgement.OfferId + Comma + Judgement.Key + Comma + Judgement.Verdict + Comma + Judgement.Note + Comma + Judgement.Name + Comma + JudgementResults;

    /// <summary>What only our own step writes on a judgement.</summary>
    public const string JudgementResults = Judgement.Fingerprint + Comma + Judgement.JudgedById + Comma + Judgement.JudgedOn;

    /// <summary>Changes of a judgement after which its offer is evaluated: what it says cannot change.</summary>
    public const string JudgementStatus = Judgement.StateCode + Comma + Judgement.StatusCode;
}
