using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Facts;

/// <summary>Turns the rows of <see cref="OfferQuery"/> into the facts that the rules read.</summary>
internal static class FactsReader
{
    /// <param name="requirements">The team's own requirements.</param>
    /// <param name="now">The current time in UTC.</param>
    public static OfferFacts Of(Entity offer, IReadOnlyList<TeamRequirementFact> requirements, DateTime now)
    {
        var package = PackageFacts.FromJson(offer.Text(Offer.PackageFacts));
        var checker = CheckerFacts.FromJson(offer.Text(Offer.CheckerFacts));
        return new()
        {
            Now = now,
            Id = offer.Id,
            Name = offer.Text(Offer.Name),
            RuleSet = offer.Choice<RuleSetChoice>(Offer.RuleSet),
            AppType = offer.Choice<AppType>(Offer.AppType),
            Summary = offer.Text(Offer.Summary),
            Description = offer.Text(Offer.Description),
            Keywords = offer.Text(Offer.Keywords),
            Industries = offer.Choices<Industry>(Offer.Industries),
            Categories = offer.Choices<Category>(Offer.Categories),
            Countries = offer.Text(Offer.Countries),
            Languages = offer.Choices<Language>(Offer.Languages),
            AppVersion = offer.Text(Offer.AppVersion),
            ReleaseDate = offer.Date(Offer.ReleaseDate),
            WorksWith = offer.Text(Offer.WorksWith),
            HideKey = offer.Text(Offer.HideKey),
            LeadDestination = offer.Choice<LeadDestination>(Offer.LeadDestination),
            LeadEndpoint = offer.Text(Offer.LeadEndpoint),
            MarketplaceId = offer.Text(Offer.MarketplaceId),
            PublisherId = offer.Text(Offer.PublisherId),
            OtherPublications = offer.Text(Offer.OtherPublications),
            Registration = offer.Choice<Registration>(Offer.Registration),
            PartnerId = offer.Text(Offer.PartnerId),
            NominationOrganization = offer.Text(Offer.NominationOrganization),
            NominationDescription = offer.Text(Offer.NominationDescription),
            NominationProduct = offer.Text(Offer.NominationProduct),
            PortalAccount = offer.Text(Offer.PortalAccount),
            DevCenterAccount = offer.Text(Offer.DevCenterAccount),
            MarketplaceAccounts = offer.Text(Offer.MarketplaceAccounts),
            AccountKind = offer.Choice<AccountKind>(Offer.AccountKind),
            DevCenterId = offer.Text(Offer.DevCenterId),
            AppId = offer.Text(Offer.AppId),
            TenantMode = offer.Choice<TenantMode>(Offer.TenantMode),
            Protocol = offer.Choice<SignInProtocol>(Offer.Protocol),
            SignInUrl = offer.Text(Offer.SignInUrl),
            ConsentScopes = offer.Text(Offer.ConsentScopes),
            TestAccount = offer.Text(Offer.TestAccount),
            SignInMethod = offer.Choice<SignInMethod>(Offer.SignInMethod),
            TestDrive = offer.Choice<YesNo>(Offer.TestDrive),
            BusinessProcess = offer.Text(Offer.BusinessProcess),
            TargetAudience = offer.Text(Offer.TargetAudience),
            UsesCloudServices = offer.Choice<YesNo>(Offer.UsesCloudServices),
            CloudServices = offer.Text(Offer.CloudServices),
            SetupSteps = offer.Number(Offer.SetupSteps),
            SetupMinutes = offer.Number(Offer.SetupMinutes),
            NeedsDevelopment = offer.Choice<YesNo>(Offer.NeedsDevelopment),
            AdminGuideUrl = offer.Text(Offer.AdminGuideUrl),
            UptimeCommitted = offer.Decimal(Offer.UptimeCommitted),
            UptimeMeasured = offer.Decimal(Offer.UptimeMeasured),
            UptimeWindow = offer.Number(Offer.UptimeWindow),
            MonitorUrl = offer.Text(Offer.MonitorUrl),
            BillingRoute = offer.Text(Offer.BillingRoute),
            License = offer.Text(Offer.License),
            UsesThirdParty = offer.Choice<YesNo>(Offer.UsesThirdParty),
            ThirdParty = offer.Text(Offer.ThirdParty),
            Terms = offer.Text(Offer.Terms),
            PrivacyUrl = offer.Text(Offer.PrivacyUrl),
            LicenseModel = offer.Choice<LicenseModel>(Offer.LicenseModel),
            SecureStore = offer.Choice<YesNo>(Offer.SecureStore),
            LifecycleEvents = offer.Choice<YesNo>(Offer.LifecycleEvents),
            LifecycleAgreement = offer.Text(Offer.LifecycleAgreement),
            ConfigurationUrl = offer.Text(Offer.ConfigurationUrl),
            ApplicableProducts = offer.Choices<DynamicsProduct>(Offer.ApplicableProducts),
            MarketingOnly = offer.Choice<YesNo>(Offer.MarketingOnly),
            PublishedVersion = offer.Text(Offer.PublishedVersion),
            PackageFileName = offer.Text(Offer.PackageFileName),
            PackageUrl = offer.Text(Offer.PackageUrl),
            MultiplePackages = offer.Choice<YesNo>(Offer.MultiplePackages),
            PackageFiles = offer.Text(Offer.PackageFiles),
            PackageRegions = offer.Choices<PackageRegion>(Offer.PackageRegions),
            RegionPermission = offer.Choice<YesNo>(Offer.RegionPermission),
            PackageInspection = StateOf(offer, Offer.Package, Offer.PackageInspection, package?.FileId),
            Package = package,
            CheckerRunOn = offer.Date(Offer.CheckerRunOn),
            CheckerErrors = offer.Number(Offer.CheckerErrors),
            InstallTestedOn = offer.Date(Offer.InstallTestedOn),
            FunctionTestedOn = offer.Date(Offer.FunctionTestedOn),
            HasExternalConnections = offer.Choice<YesNo>(Offer.HasExternalConnections),
            ExternalConnections = offer.Text(Offer.ExternalConnections),
            FirstPublishedOn = offer.Date(Offer.FirstPublishedOn),
            RecertifiedOn = offer.Date(Offer.RecertifiedOn),
            PartnerCenterActive = offer.Choice<YesNo>(Offer.PartnerCenterActive),
            IsvAgreement = offer.Choice<YesNo>(Offer.IsvAgreement),
            BillingProfile = offer.Choice<YesNo>(Offer.BillingProfile),
            EngineeringName = offer.Text(Offer.EngineeringName),
            EngineeringEmail = offer.Text(Offer.EngineeringEmail),
            EngineeringPhone = offer.Text(Offer.EngineeringPhone),
            SupportName = offer.Text(Offer.SupportName),
            SupportEmail = offer.Text(Offer.SupportEmail),
            SupportPhone = offer.Text(Offer.SupportPhone),
            Alias = offer.Text(Offer.Alias),
            LegalName = offer.Text(Offer.LegalName),
            LegalAddress = offer.Text(Offer.LegalAddress),
            PrimaryContact = offer.Text(Offer.PrimaryContact),
            PublisherAgreement = offer.Choice<YesNo>(Offer.PublisherAgreement),
            TestOffer = offer.Choice<YesNo>(Offer.TestOffer),
            SellThroughMicrosoft = offer.Choice<YesNo>(Offer.SellThroughMicrosoft),
            LicenseManagement = offer.Choice<YesNo>(Offer.LicenseManagement),
            InstallWithoutLicense = offer.Choice<YesNo>(Offer.InstallWithoutLicense),
            ListingLanguage = offer.Choice<Language>(Offer.ListingLanguage),
            Repackaged = offer.Choice<YesNo>(Offer.Repackaged),
            Competitors = offer.Text(Offer.Competitors),
            PrimaryCategory = offer.Choice<MarketCategory>(Offer.PrimaryCategory),
            PrimarySubcategories = offer.Choices<Subcategory>(Offer.PrimarySubcategories),
            SecondaryCategory = offer.Choice<MarketCategory>(Offer.SecondaryCategory),
            SecondarySubcategories = offer.Choices<Subcategory>(Offer.SecondarySubcategories),
            MarketIndustries = offer.Choices<MarketIndustry>(Offer.MarketIndustries),
            Verticals = offer.Choices<Vertical>(Offer.Verticals),
            MarketProducts = offer.Choices<MarketProduct>(Offer.MarketProducts),
            TermsUrl = offer.Text(Offer.TermsUrl),
            StandardContract = offer.Choice<YesNo>(Offer.StandardContract),
            Markets = offer.Text(Offer.Markets),
            OtherVersions = offer.Text(Offer.OtherVersions),
            PlatformVersion = offer.Text(Offer.PlatformVersion),
            LastPublishedOn = offer.Date(Offer.LastPublishedOn),
            ChangedSincePublished = offer.Choice<YesNo>(Offer.ChangedSincePublished),
            PagesComplete = offer.Choice<YesNo>(Offer.PagesComplete),
            CertificationNotes = offer.Text(Offer.CertificationNotes),
            HasConnectors = offer.Choice<YesNo>(Offer.HasConnectors),
            Connectors = offer.Text(Offer.Connectors),
            DeployerCode = offer.Choice<YesNo>(Offer.DeployerCode),
            AddsServiceAccount = offer.Choice<YesNo>(Offer.AddsServiceAccount),
            ServiceAccountRoles = offer.Text(Offer.ServiceAccountRoles),
            ConsentPageUrl = offer.Text(Offer.ConsentPageUrl),
            StandaloneCanvas = offer.Choice<YesNo>(Offer.StandaloneCanvas),
            AcceptedPackage = PackageFacts.FromJson(offer.Text(Offer.AcceptedPackage)),
            Checker = checker,
            CheckerInspection = StateOf(offer, Offer.CheckerReport, Offer.CheckerInspection, checker?.FileId),
            Trials = offer.Related(Relationships.Trials).Select(TrialOf).ToArray(),
            Plans = offer.Related(Relationships.Plans).Select(PlanOf).ToArray(),
            SupportLinks = offer.Related(Relationships.SupportLinks).Select(SupportLinkOf).ToArray(),
            Assets = offer.Related(Relationships.Assets).Select(AssetOf).ToArray(),
            Probes = offer.Related(Relationships.Probes).Select(ProbeOf).ToArray(),
            TeamRequirements = requirements,
            Uptime = UptimeRecord.FromJson(offer.Text(Offer.UptimeFacts)),
            FourEyes = offer.Choice<YesNo>(Offer.FourEyes),
            EnteredBy = offer.Text(Offer.EnteredBy),
            Judgements = offer.Related(Relationships.Judgements).Select(JudgementOf).ToArray(),
        };
    }

    private static TrialFact TrialOf(Entity row) => new()
    {
        Id = row.Id,
        Name = row.Text(Trial.Name),
        Kind = row.Choice<TrialKind>(Trial.Kind),
        Period = row.Number(Trial.Period),
        PeriodUnit = row.Choice<PeriodUnit>(Trial.PeriodUnit),
        Url = row.Text(Trial.Url),
        LeadDestination = row.Choice<LeadDestination>(Trial.LeadDestination),
        LeadEndpoint = row.Text(Trial.LeadEndpoint),
        TestDriveType = row.Choice<TestDriveType>(Trial.TestDriveType),
        Description = row.Text(Trial.Description),
        MaxConcurrent = row.Number(Trial.MaxConcurrent),
        Licenses = row.Number(Trial.Licenses),
        InstanceUrl = row.Text(Trial.InstanceUrl),
        WebApiUrl = row.Text(Trial.WebApiUrl),
        TenantId = row.Text(Trial.TenantId),
        TenantName = row.Text(Trial.TenantName),
        AppId = row.Text(Trial.AppId),
        AppKeyEntered = row.Choice<YesNo>(Trial.AppKeyEntered),
        AppKeyExpires = row.Date(Trial.AppKeyExpires),
        RoleName = row.Text(Trial.RoleName),
        SubscriptionId = row.Text(Trial.SubscriptionId),
        AccessInformation = row.Text(Trial.AccessInformation),
        Region = row.Text(Trial.Region),
        ResourceGroup = row.Text(Trial.ResourceGroup),
        AssignApp = row.Text(Trial.AssignApp),
        DeprovisionApp = row.Text(Trial.DeprovisionApp),
        EnteredBy = row.Text(Trial.EnteredBy),
    };

    private static PlanFact PlanOf(Entity row) => new()
    {
        Id = row.Id,
        Name = row.Text(Plan.Name),
        MarketplaceId = row.Text(Plan.MarketplaceId),
        Description = row.Text(Plan.Description),
        PriceMonthly = row.Decimal(Plan.PriceMonthly),
        PriceAnnual = row.Decimal(Plan.PriceAnnual),
        MinUsers = row.Number(Plan.MinUsers),
        MaxUsers = row.Number(Plan.MaxUsers),
        Visibility = row.Choice<PlanVisibility>(Plan.Visibility),
        WasPublic = row.Choice<YesNo>(Plan.WasPublic),
        TenantList = row.Choice<TenantList>(Plan.TenantList),
        TenantIds = row.Text(Plan.TenantIds),
        Trial = row.Choice<YesNo>(Plan.Trial),
        ServiceId = row.Text(Plan.ServiceId),
        Components = row.Text(Plan.Components),
        Markets = row.Text(Plan.Markets),
        EnteredBy = row.Text(Plan.EnteredBy),
    };

    private static SupportLinkFact SupportLinkOf(Entity row) => new()
    {
        Id = row.Id,
        Name = row.Text(SupportLink.Name),
        Purpose = row.Choice<LinkPurpose>(SupportLink.Purpose),
        Url = row.Text(SupportLink.Url),
        Model = row.Choice<SupportModel>(SupportLink.Model),
        Channel = row.Text(SupportLink.Channel),
        Hours = row.Text(SupportLink.Hours),
        EnteredBy = row.Text(SupportLink.EnteredBy),
    };

    private static AssetFact AssetOf(Entity row) => new()
    {
        Id = row.Id,
        Name = row.Text(MarketingAsset.Name),
        Kind = row.Choice<AssetKind>(MarketingAsset.Kind),
        Url = row.Text(MarketingAsset.Url),
        Caption = row.Text(MarketingAsset.Caption),
        Inspection = IsStored(row) ? row.Choice<InspectionState>(MarketingAsset.Inspection) ?? InspectionState.NotInspected : null,
        Format = row.Text(MarketingAsset.Format),
        FileName = row.Text(MarketingAsset.FileName),
        Width = row.Number(MarketingAsset.Width),
        Height = row.Number(MarketingAsset.Height),
        Bytes = row.Number(MarketingAsset.Bytes),
        Sha256 = row.Text(MarketingAsset.Sha256),
        Sharpness = row.Decimal(MarketingAsset.Sharpness),
        Finding = MessageJson.Read(row.Text(MarketingAsset.Finding)),
        EnteredBy = row.Text(MarketingAsset.EnteredBy),
    };

    private static ProbeFact ProbeOf(Entity row) => new()
    {
        Id = row.Id,
        Target = row.Text(StoredProbe.Target),
        Kind = row.Choice<ProbeKind>(StoredProbe.Kind),
        Url = row.Text(StoredProbe.Url),
        Outcome = row.Choice<ProbeOutcome>(StoredProbe.Outcome),
        Status = row.Number(StoredProbe.Status),
        FinalUrl = row.Text(StoredProbe.FinalUrl),
        CertificateEnds = row.Date(StoredProbe.CertificateEnds),
        CheckedOn = row.Date(StoredProbe.CheckedOn),
        ReasonKey = row.Text(StoredProbe.ReasonKey),
        ReasonArgs = row.Text(StoredProbe.ReasonArgs),
        Checks = row.Number(StoredProbe.Checks),
        Failures = row.Number(StoredProbe.Failures),
        CountedFrom = row.Date(StoredProbe.CountedFrom),
    };

    private static JudgementFact JudgementOf(Entity row) => new()
    {
        Id = row.Id,
        Key = row.Text(Judgement.Key),
        Verdict = row.Choice<JudgementVerdict>(Judgement.Verdict),
        Note = row.Text(Judgement.Note),
        Fingerprint = row.Text(Judgement.Fingerprint),
        JudgedBy = row.Reference(Judgement.JudgedById)?.Name,
        JudgedOn = row.Date(Judgement.JudgedOn),
        EvidenceUrl = row.Text(Judgement.EvidenceUrl),
        EndsOn = row.Date(Judgement.EndsOn),
    };

    private static bool IsStored(Entity row) => AssetKinds.IsDocument(row.Choice<AssetKind>(MarketingAsset.Kind))
        ? row.Id(MarketingAsset.File) != null
        : row.Id(MarketingAsset.ImageId) != null;

    // The platform need not tell us of bytes that came by block upload: what is stored and was never looked at is not inspected,
    // and facts of another file say nothing about this one.
    private static InspectionState? StateOf(Entity row, string file, string inspection, Guid? inspected)
    {
        var stored = row.Id(file);
        return stored == null ? null
            : inspected != null && inspected != stored ? InspectionState.NotInspected
            : row.Choice<InspectionState>(inspection) ?? InspectionState.NotInspected;
    }
}
