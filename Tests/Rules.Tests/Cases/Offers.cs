using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>Whole offers.</summary>
public static class Offers
{
    public static readonly Guid Id = new Guid("11111111-1111-1111-1111-111111111111");

    /// <summary>Every technical requirement declared; the arguments can make T-02 and T-07 fail.</summary>
    public static OfferFacts Technical(string? cloudServices, decimal uptime) => new OfferFacts
    {
        Id = Id,
        Name = "Contoso Quotes",
        AppType = AppType.Trial,
        AppId = "0f8fad5b-d9cb-469f-a165-70867728950e",
        Protocol = SignInProtocol.OpenIdConnect,
        TenantMode = TenantMode.MultiTenant,
        SignInUrl = "https://contoso.com/signin",
        ConsentScopes = "User.Read",
        TestAccount = "tester",
        UsesCloudServices = YesNo.Yes,
        CloudServices = cloudServices,
        BusinessProcess = "Writing quotes",
        TargetAudience = "Sales teams",
        SignInMethod = SignInMethod.WorkAccount,
        NeedsDevelopment = YesNo.No,
        SetupSteps = 3,
        SetupMinutes = 10,
        AdminGuideUrl = "https://contoso.com/admin",
        UptimeMeasured = uptime,
        UptimeWindow = 30,
        Trials = new[]
        {
            new TrialFact { Name = "Free for a month", Kind = TrialKind.FreeTrial, Period = 1, PeriodUnit = PeriodUnit.Months, Url = "https://contoso.com/try" },
        },
        SupportLinks = new[] { new SupportLinkFact { Name = "Support", Purpose = LinkPurpose.Support, Url = "https://contoso.com/support" } },
    };

    /// <summary>Everything that data can say is right; what is left is for people and probes.</summary>
    public static OfferFacts Complete(IReadOnlyList<JudgementFact>? judgements = null, string name = "Contoso Quotes") => new OfferFacts
    {
        Id = Id,
        Now = new DateTime(2019, 3, 1, 12, 0, 0, DateTimeKind.Utc),
        Name = name,
        RuleSet = RuleSetChoice.December2018,
        AppType = AppType.Trial,
        Summary = "Quotes in seconds, from the leads you already have.",
        Description = "<h2>Quotes in seconds</h2><p>Contoso Quotes turns <em>leads</em> into quotes.</p><ul><li>One click</li><li>No setup</li></ul>",
        Keywords = "quotes\nsales",
        Industries = new[] { Industry.Manufacturing },
        Categories = new[] { Category.Sales, Category.Productivity },
        Countries = "Sweden\nNorway",
        Languages = new[] { Language.English, Language.Swedish },
        AppVersion = "1.0.0.0",
        ReleaseDate = new DateTime(2019, 4, 1),
        WorksWith = "Dynamics 365 for Sales",
        HideKey = "quotes2019",
        LeadDestination = LeadDestination.HttpsEndpoint,
        LeadEndpoint = "https://contoso.com/leads",
        MarketplaceId = "contoso-quotes",
        PublisherId = "contoso",
        OtherPublications = "https://contoso.com/quotes",
        Registration = Registration.PartnerNetworkMember,
        PartnerId = "4711",
        PortalAccount = "contoso@outlook.com",
        DevCenterAccount = "contoso@outlook.com",
        MarketplaceAccounts = "contoso@outlook.com",
        AccountKind = AccountKind.PersonalMicrosoftAccount,
        AppId = "0f8fad5b-d9cb-469f-a165-70867728950e",
        TenantMode = TenantMode.MultiTenant,
        Protocol = SignInProtocol.OpenIdConnect,
        SignInUrl = "https://contoso.com/signin",
        ConsentScopes = "User.Read",
        TestAccount = "tester",
        SignInMethod = SignInMethod.WorkAccount,
        TestDrive = YesNo.No,
        BusinessProcess = "Writing quotes",
        TargetAudience = "Sales teams",
        UsesCloudServices = YesNo.Yes,
        CloudServices = "Power BI: sales dashboard",
        SetupSteps = 3,
        SetupMinutes = 10,
        NeedsDevelopment = YesNo.No,
        AdminGuideUrl = "https://contoso.com/admin",
        UptimeCommitted = 99.9m,
        UptimeMeasured = 99.95m,
        UptimeWindow = 30,
        MonitorUrl = "https://contoso.com/health",
        BillingRoute = "By invoice, yearly",
        License = "One user, one licence.",
        UsesThirdParty = YesNo.Yes,
        ThirdParty = "jQuery; MIT",
        Terms = "Be kind.",
        PrivacyUrl = "https://contoso.com/privacy",
        LicenseModel = LicenseModel.User,
        SecureStore = YesNo.No,
        LifecycleEvents = YesNo.No,
        ConfigurationUrl = "https://contoso.com/config",
        ApplicableProducts = new[] { DynamicsProduct.Sales },
        MarketingOnly = YesNo.No,
        PackageFileName = "quotes.zip",
        PackageUrl = "https://contoso.blob.core.windows.net/drop/quotes.zip?sp=r&st=2019-02-01&se=2019-06-01&sr=b&sig=removed",
        MultiplePackages = YesNo.No,
        PackageRegions = new[] { PackageRegion.Emea },
        PackageInspection = InspectionState.Inspected,
        Package = PackageFacts.FromJson(Packages.Complete),
        CheckerRunOn = new DateTime(2019, 2, 20),
        CheckerErrors = 0,
        InstallTestedOn = new DateTime(2019, 2, 21),
        FunctionTestedOn = new DateTime(2019, 2, 22),
        HasExternalConnections = YesNo.No,
        PartnerCenterActive = YesNo.Yes,
        IsvAgreement = YesNo.Yes,
        BillingProfile = YesNo.Yes,
        EngineeringName = "Ada",
        EngineeringEmail = "ada@contoso.com",
        EngineeringPhone = "+46 8 123 456",
        SupportName = "Support",
        SupportEmail = "support@contoso.com",
        SupportPhone = "+46 8 123 457",
        Trials = new[]
        {
            new TrialFact { Name = "Free for a month", Kind = TrialKind.FreeTrial, Period = 1, PeriodUnit = PeriodUnit.Months, Url = "https://contoso.com/try" },
        },
        SupportLinks = new[]
        {
            new SupportLinkFact { Name = "Support", Purpose = LinkPurpose.Support, Url = "https://contoso.com/support", Model = SupportModel.Paid, Channel = "Phone", Hours = "8-17 CET" },
            new SupportLinkFact { Name = "Help", Purpose = LinkPurpose.Help, Url = "https://contoso.com/help" },
        },
        Assets = Pictures().Concat(new[] { Paper(AssetKind.Document, "PDF"), Paper(AssetKind.ScenarioDocument, "DOCX") }).ToArray(),
        Judgements = judgements ?? Array.Empty<JudgementFact>(),
    };

    private static IEnumerable<AssetFact> Pictures()
    {
        yield return Picture(AssetKind.Logo40, 40, 40);
        yield return Picture(AssetKind.Logo90, 90, 90);
        yield return Picture(AssetKind.Logo115, 115, 115);
        yield return Picture(AssetKind.Logo255x115, 255, 115);
        yield return Picture(AssetKind.SearchLogo48, 48, 48);
        yield return Picture(AssetKind.DetailLogo216, 216, 216);
        yield return Picture(AssetKind.ApplicationLogo255x115, 255, 115);
        yield return Picture(AssetKind.Screenshot, 1280, 720);
    }

    private static AssetFact Picture(AssetKind kind, int width, int height) => new AssetFact
    {
        Name = kind.ToString(),
        Kind = kind,
        Inspection = InspectionState.Inspected,
        Format = "PNG",
        Width = width,
        Height = height,
        Bytes = 1000,
        Sha256 = kind.ToString(),
    };

    private static AssetFact Paper(AssetKind kind, string format) => new AssetFact
    {
        Name = kind.ToString(),
        Kind = kind,
        Inspection = InspectionState.Inspected,
        Format = format,
        Bytes = 1000,
        Sha256 = kind.ToString(),
    };
}
