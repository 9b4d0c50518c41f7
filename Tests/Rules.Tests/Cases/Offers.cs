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

    /// <summary>The same product under today's rule set, with 40 children: 3 trials, 4 links, 12 plans, 21 assets. What is left is for people and probes.</summary>
    public static OfferFacts Today()
    {
        var offer = Complete();
        offer.RuleSet = RuleSetChoice.Current;
        offer.Now = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        offer.AccountKind = AccountKind.WorkOrSchoolAccount;
        offer.Alias = "quotes";
        offer.LegalName = "Contoso AB";
        offer.LegalAddress = "Storgatan 1, Stockholm";
        offer.PrimaryContact = "Ada";
        offer.PublisherAgreement = YesNo.Yes;
        offer.TestOffer = YesNo.No;
        offer.SellThroughMicrosoft = YesNo.Yes;
        offer.LicenseManagement = YesNo.Yes;
        offer.InstallWithoutLicense = YesNo.No;
        offer.ListingLanguage = Language.English;
        offer.Competitors = "Fabrikam\nNorthwind";
        offer.Description =
            "<h2>Quotes in seconds</h2><p>Contoso Quotes turns <b>leads</b> into quotes for the teams of Dynamics 365 for Sales that have no time for this and want "
            + "to sell. Start your 30-day trial.</p><ul><li>One click, with the prices that you have</li><li>No setup and no training</li></ul>";
        offer.Keywords = "quotes\nleads";
        offer.WorksWith = "Dynamics 365 for Sales";
        offer.PrimaryCategory = MarketCategory.Sales;
        offer.PrimarySubcategories = new[] { Subcategory.ConfigurePriceQuote, Subcategory.Crm };
        offer.MarketIndustries = new[] { MarketIndustry.ProfessionalServices };
        offer.Verticals = new[] { Vertical.Legal };
        offer.MarketProducts = new[] { MarketProduct.Sales };
        offer.Markets = "SE, NO, DK, FI";
        offer.AppVersion = "1.2.0.0";
        offer.ConfigurationUrl = null;
        offer.PackageUrl = "https://contoso.blob.core.windows.net/drop/quotes.zip?sp=r&st=2026-02-01&se=2026-06-01&sr=b&sig=removed";
        offer.PlatformVersion = "9.2";
        offer.PagesComplete = YesNo.Yes;
        offer.CertificationNotes = "Sign in as tester in the environment quotes-test.";
        offer.HasConnectors = YesNo.No;
        offer.DeployerCode = YesNo.No;
        offer.AddsServiceAccount = YesNo.No;
        offer.StandaloneCanvas = YesNo.No;
        offer.HideKey = "quotes2026";
        offer.Package = new PackageFacts
        {
            Sha256 = "0a",
            InputFile = "Input.xml",
            InnerFile = "package.zip",
            Folder = "Quotes",
            Input = new Dictionary<string, string> { ["SolutionAnchorName"] = "Quotes_managed.zip", ["SupportedCountries"] = "SE,NO,DK,FI,IS", ["StartDate"] = "01/01/2026", ["EndDate"] = "12/31/2027", ["LearnMoreLink"] = "https://contoso.com/quotes" },
            Solutions = new[] { TodaysSolution() },
        };
        offer.Trials = new[] { 1, 3, 6 }
            .Select(months => new TrialFact { Name = "Free", Kind = TrialKind.FreeTrial, Period = months, PeriodUnit = PeriodUnit.Months, Url = "https://contoso.com/try" })
            .ToArray();
        offer.SupportLinks = offer.SupportLinks
            .Concat(new[] { LinkPurpose.LearnMore, LinkPurpose.Community }.Select(purpose => new SupportLinkFact { Name = "More", Purpose = purpose, Url = "https://contoso.com/more" }))
            .ToArray();
        offer.Plans = Enumerable.Range(1, 12).Select(TodaysPlan).ToArray();
        offer.Assets = Pictures()
            .Concat(Enumerable.Repeat(0, 4).Select(_ => Picture(AssetKind.Screenshot, 1280, 720)))
            .Concat(Enumerable.Repeat(0, 4).Select(_ => Film()))
            .Concat(new[] { Picture(AssetKind.LargeLogo, 300, 300), Picture(AssetKind.HeroImage, 815, 290) })
            .Concat(new[] { Paper(AssetKind.Document, "PDF"), Paper(AssetKind.Document, "PDF"), Paper(AssetKind.ScenarioDocument, "PDF") })
            .ToArray();
        foreach (var asset in offer.Assets.Where(asset => asset.Kind == AssetKind.Screenshot))
            asset.Caption = "Contoso Quotes: list";
        return offer;
    }

    private static PackageSolution TodaysSolution() => new PackageSolution
    {
        File = "Quotes/Quotes_managed.zip",
        UniqueName = "Quotes",
        Version = "1.2.0.0",
        IsManaged = true,
        DisplayName = "Contoso Quotes",
        HasDescription = true,
        PublisherUniqueName = "contoso",
        PublisherName = "Contoso",
        Prefix = "cont",
        PlatformVersion = "9.2.0.0",
        Bytes = 100000,
        IsRead = true,
        Languages = new[] { 1033, 1053 },
        AppModules = new[] { new PackageApp { UniqueName = "cont_quotes", Name = "Contoso Quotes", ClientType = 4 } },
        ServicePlans = Enumerable.Range(1, 12).Select(number => "contoso.contoso-quotes.plan-" + number).ToList(),
        ServicePlanApps = { "Contoso Quotes" },
    };

    private static PlanFact TodaysPlan(int number) => new PlanFact
    {
        Name = "Plan " + number,
        MarketplaceId = "plan-" + number,
        Description = "For teams of any size.",
        PriceMonthly = 10m * number,
        Visibility = PlanVisibility.Public,
        ServiceId = "contoso.contoso-quotes.plan-" + number,
        Components = "Contoso Quotes",
        Markets = "SE, NO",
    };

    private static AssetFact Film()
    {
        var film = Picture(AssetKind.Video, 1280, 720);
        film.Url = "https://www.youtube.com/watch?v=1";
        return film;
    }

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
