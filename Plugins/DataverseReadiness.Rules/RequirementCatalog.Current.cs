using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;
using static DataverseReadiness.Rules.RequirementGroup;

namespace DataverseReadiness.Rules;

internal static partial class RequirementCatalog
{
    private static readonly Lazy<IReadOnlyList<Requirement>> LazyCurrent = new(CreateCurrent);

    public static IReadOnlyList<Requirement> Current => LazyCurrent.Value;

    private static Requirement[] CreateCurrent()
    {
        TestDriveType[] hosted = [TestDriveType.MicrosoftHosted];
        TestDriveType[] azure = [TestDriveType.AzureResourceManager, TestDriveType.LogicApp];

        var listingChoice = new ListingChoice(Required("O-02", RequirementGroup.ListingOption, Auto, $"{B1}; {B2}"), AppType.Free, AppType.Trial, AppType.ContactMe);
        var leads = new LeadManagement(Advised("O-08", RequirementGroup.ListingOption, Probe, $"{B2}; {B1}; {B27}; {B28}", after: "S-22"));
        var sharpness = new ImageSharpness(Required("G-07", Media, Person, B4), suspicious: BlurBelow);
        var packageUrl = new PackageUrl(Required("X-04", TechnicalConfiguration, Probe, $"{B7}; {B16}", ProbeKind.Package, after: "X-08"), advisedDays: 30);
        var scenarios = new DocumentAssets(Required("V-03", RequirementGroup.Certification, Person, B17, after: "V-03"), AssetKind.ScenarioDocument, ["PDF"], max: 1);
        var artefacts = new PackageComplete(Required("V-02", RequirementGroup.Certification, Auto, $"{B17}; {V1}"), EveryPart);
        var install = new TestedOn(Required("V-04", RequirementGroup.Certification, Probe, B17, after: "V-05"), Columns.InstallTestedOn);
        var uninstall = new TestedOn(Required("V-05", RequirementGroup.Certification, Probe, B17), Columns.InstallTestedOn);
        var function = new TestedOn(Required("V-07", RequirementGroup.Certification, Person, B17, after: "V-06"), Columns.FunctionTestedOn);
        var serviceAccount = new ServiceAccount(
            Required("V-09", RequirementGroup.Certification, Person, B17), "Maker", "Environment Maker", "System Administrator", "System Customizer");
        var notes = new AllGiven(Required("V-12", RequirementGroup.Certification, Person, $"{B12}; {V2}"), Columns.CertificationNotes);
        var concurrency = new TestDriveConcurrency(Required("D-02", TestDrive, Probe, B11, after: "D-06"), recommendedMin: 3, recommendedMax: 5);
        var testDriveUrls = new TestDriveUrls(Required("D-04", TestDrive, Probe, B11, after: "D-08"), hosted);
        var directory = new TestDriveDirectory(Required("D-06", TestDrive, Probe, B11, after: "D-09"), [.. hosted, .. azure]);

        Requirement[] rows =
        [
            new PublisherAccount(Required("A-01", Account, Both, B23)),
            new OfferIdPair(Required("A-02", Account, Auto, $"{B2}; {V1}"), max: 40),
            new AllGiven(Required("A-03", Account, Auto, B2), Columns.Alias),
            new AllGiven(Required("A-04", Account, Probe, B2), Columns.PublisherId),
            new OfferTypeFits(Required("A-05", Account, Person, P1)),

            new SellThrough(Required("O-01", RequirementGroup.ListingOption, Auto, $"{B2}; {B1}")),
            listingChoice,
            new TrialMonths(Required("O-03", RequirementGroup.ListingOption, Auto, B1), 1, 3, 6),
            new TrialUrl(Required("O-04", RequirementGroup.ListingOption, Both, $"{B26}; {B2}; {B25}", ProbeKind.Address)),
            new PlanTrials(Advised("O-05", RequirementGroup.ListingOption, Auto, B8)),
            new ManagedLicenses(Advised("O-06", RequirementGroup.ListingOption, Person, $"{B2}; {B10}")),
            new InstallWithoutLicense(Required("O-07", RequirementGroup.ListingOption, Auto, $"{B2}; {B10}")),
            leads,
            new TrialUrl(Required("O-09", RequirementGroup.ListingOption, Both, B25, ProbeKind.Address)),

            new ListingName(Required("L-01", ListingText, Auto, $"{B4}; {B1}"), max: 200),
            new TitlePolicy(Required("L-02", ListingText, Both, P2)),
            new SummaryLine(Required("L-03", ListingText, Person, $"{B4}; {B1}; {P2}", after: "S-01"), max: 100),
            new HtmlLength(Required("L-04", ListingText, Auto, B4), max: 5000),
            new HtmlTags(Required("L-05", ListingText, Auto, B5), "b", "i", "br", "p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6"),
            new DescriptionContent(Required("L-06", ListingText, Person, $"{P2}; {P3}; {V2}; {B4}")),
            new DescriptionNamesProduct(Required("L-07", ListingText, Auto, V1)),
            new LanguageNotice(Required("L-08", ListingText, Auto, $"{B4}; {B1}; {V2}; {V3}")),
            new OneLanguage(Required("L-09", ListingText, Auto, B4)),
            new SearchKeywords(Advised("L-10", ListingText, Person, $"{B4}; {B1}; {V2}"), max: 3),
            new LinesWithin(Advised("L-11", ListingText, Auto, $"{B4}; {B1}", after: "S-11"), Columns.WorksWith, max: 3),
            new LinkGiven(Required("L-12", ListingText, Probe, B4, ProbeKind.Address, after: "S-06"), LinkPurpose.Help, differsFrom: LinkPurpose.Support),
            new UrlGiven(Required("L-13", ListingText, Both, $"{B4}; {V4}", ProbeKind.Address, after: "S-19"), Columns.PrivacyUrl),
            new SupportContact(Required("L-14", ListingText, Probe, B4, ProbeKind.Address)),
            new Contact(Required("L-15", ListingText, Probe, $"{B4}; {B1}", after: "C-01"), Columns.EngineeringName, Columns.EngineeringEmail, Columns.EngineeringPhone),
            new DocumentAssets(Required("L-16", ListingText, Auto, $"{B4}; {V1}; {V5}", after: "S-17"), AssetKind.Document, ["PDF"], max: 3),
            new LinkGiven(Required("L-17", ListingText, Both, $"{V2}; {B25}", ProbeKind.Address), LinkPurpose.LearnMore, optional: true),

            new SquareLogo(Required("G-01", Media, Auto, $"{B4}; {V2}; {V3}"), min: 216, max: 350),
            new PngAssets(Advised("G-02", Media, Auto, $"{B4}; {V2}", after: "S-14"), AssetKind.SearchLogo48, 48, 48, optional: true),
            new PngAssets(Advised("G-03", Media, Auto, $"{B26}; {V5}"), AssetKind.Logo255x115, 255, 115, or: AssetKind.ApplicationLogo255x115, optional: true),
            new PngAssets(Advised("G-04", Media, Auto, B26), AssetKind.HeroImage, 815, 290, optional: true),
            new LogoStyle(Advised("G-05", Media, Person, B4)),
            new PngAssets(Required("G-06", Media, Person, $"{B4}; {B1}; {V2}", after: "S-18"), AssetKind.Screenshot, 1280, 720, max: 5, captioned: true),
            sharpness,
            new VideoAssets(Advised("G-08", Media, Both, $"{B4}; {B1}; {V2}; {V3}", ProbeKind.Address, after: "S-16"), AssetKind.Video, max: 4, 1280, 720, directOnly: true),
            new PackageComplete(Required("G-09", Media, Auto, B14), PackagePart.Icon),

            new MarketCategories(Required("R-01", Properties, Person, $"{B3}; {V2}"), maxSubcategories: 2),
            new MarketIndustryChoice(Advised("R-02", Properties, Person, B3), max: 2, maxVerticals: 2),
            new ChoicesWithin<MarketProduct>(Advised("R-03", Properties, Auto, $"{B3}; least count {Unsourced}", unsourced: true), Columns.MarketProducts, min: 0),
            new AppVersion(Required("R-04", Properties, Auto, B3)),
            new TermsGiven(Required("R-05", Properties, Probe, $"{B3}; {B26}", ProbeKind.Address), max: 10_000),
            new MarketsChosen(Required("R-07", Properties, Auto, $"{B6}; {B8}")),
            new HideKey(Required("R-08", Properties, Auto, $"{B6}; {B12}"), lowerCase: true),
            new OneListing(Required("R-09", Properties, Person, V2)),

            new PlanCount(Required("N-01", Plans, Auto, B8)),
            new PlanIds(Required("N-02", Plans, Auto, B8), max: 50),
            new PlanNames(Required("N-03", Plans, Auto, B8), max: 200),
            new PlanDescriptions(Required("N-04", Plans, Auto, B8), max: 3000),
            new PlanPrices(Required("N-05", Plans, Auto, B8), maxUsers: 1_000_000),
            new PrivatePlans(Required("N-06", Plans, Auto, B8), maxByHand: 10, maxByCsv: 20_000),
            new ServiceIds(Required("N-07", Plans, Auto, B10)),
            new PublicPlan(Required("N-08", Plans, Auto, $"{V2}; {V3}")),

            new LicenseModelFits(Required("X-01", TechnicalConfiguration, Auto, B7)),
            new OptionalGiven(Advised("X-02", TechnicalConfiguration, Auto, B7, after: "X-02"), Columns.SecureStore),
            new LeftBlank(Required("X-03", TechnicalConfiguration, Auto, B7), Columns.ConfigurationUrl),
            packageUrl,
            new PublicContainer(Advised("X-05", TechnicalConfiguration, Probe, B16, ProbeKind.PublicPackage)),
            new SeveralPackages(Required("X-06", TechnicalConfiguration, Auto, B7, after: "X-09"), optional: true),
            new RegionsAllowed(
                Required("X-07", TechnicalConfiguration, Auto, B7),
                PackageRegion.UsGovernment,
                PackageRegion.China,
                PackageRegion.Germany,
                PackageRegion.UsGovernmentHigh,
                PackageRegion.TestInProduction,
                PackageRegion.UsDod),
            new DocumentAssets(Required("X-08", TechnicalConfiguration, Person, $"{B9}; {B26}", after: "X-10"), AssetKind.ScenarioDocument, ["PDF"], max: 1),

            .. PackageRows(),

            new RollUp(Required("V-01", RequirementGroup.Certification, Auto, B17), mirror: true, listingChoice),
            artefacts,
            scenarios,
            install,
            uninstall,
            new WhenYes(Required("V-06", RequirementGroup.Certification, Both, B17), Columns.HasConnectors, Columns.Connectors),
            function,
            new WhenYes(Required("V-08", RequirementGroup.Certification, Person, B17), Columns.DeployerCode),
            serviceAccount,
            new SecurityReview(Required("V-10", RequirementGroup.Certification, Person, B17, after: "V-07"), onlyDeclared: true),
            new StandaloneCanvas(Required("V-11", RequirementGroup.Certification, Auto, B17)),
            notes,
            new PersonJudges(Required("V-13", RequirementGroup.Certification, Person, $"{V2}; {V4}"), "judge.function", Columns.AppVersion, Columns.Description),
            new NoSecrets(
                Required("V-14", RequirementGroup.Certification, Person, $"{V2}; {V3}; {V4}"), Columns.Description, Columns.Summary, Columns.Keywords, Columns.Terms),
            new ContentPolicy(Required("V-15", RequirementGroup.Certification, Person, V4)),
            new TrademarkFree(Required("V-16", RequirementGroup.Certification, Person, $"{P1}; {V3}; {V2}")),
            new AllYes(Required("V-17", RequirementGroup.Certification, Auto, B12), Columns.PagesComplete),
            new Uptime(Advised("V-19", RequirementGroup.Certification, Both, Unsourced, after: "T-07", unsourced: true), least: 99.9m, optional: true),
            new SingleSignOn(Advised("V-20", RequirementGroup.Certification, Both, Unsourced, ProbeKind.SignIn, after: "T-01", unsourced: true), optional: true),
            new PersonJudges(Advised("V-21", RequirementGroup.Certification, Person, B18), "judge.design", Columns.AppVersion),
            new Republished(Required("V-22", RequirementGroup.Certification, Auto, B2)),

            new TestDriveEnabled(Advised("D-01", TestDrive, Auto, $"{B2}; {B11}"), typed: true),
            concurrency,
            new TestDriveDuration(Required("D-03", TestDrive, Auto, B11, after: "D-07"), recommendedMin: 2, recommendedMax: 24),
            testDriveUrls,
            new TestDriveRole(Required("D-05", TestDrive, Probe, B11, after: "D-10"), hosted),
            directory,
            new TestDriveSubscription(Required("D-07", TestDrive, Auto, B11), azure),
            new TestDriveText(Required("D-08", TestDrive, Auto, B11), Trials.Description, trial => trial.Description, max: 3000),
            new TestDriveText(Required("D-09", TestDrive, Auto, B11), Trials.AccessInformation, trial => trial.AccessInformation, max: 10_000, azure),
            new DocumentAssets(Required("D-10", TestDrive, Auto, B11, after: "D-03"), AssetKind.TestDriveManual, ["PDF"], max: 1, testDriveOnly: true, maxFileName: 255),
            new VideoAssets(
                Advised("D-11", TestDrive, Probe, B11, ProbeKind.Address, after: "D-04"), AssetKind.TestDriveVideo, max: int.MaxValue, 533, 324, testDriveOnly: true),
            new TestDriveGiven(
                Required("D-12", TestDrive, Probe, B11),
                [TestDriveType.LogicApp],
                Trials.Region,
                Trials.MaxConcurrent,
                Trials.Period,
                Trials.ResourceGroup,
                Trials.AssignApp,
                Trials.DeprovisionApp),
            new TestDriveLanguage(Required("D-13", TestDrive, Auto, B11)),
        ];

        return
        [
            .. rows,
            .. RejectedPackages(),
            new InputFileName(Rejected("F-02", Auto, $"{C1}; {V1}"), "Input.xml"),
            new RollUp(Rejected("F-08", Probe, B7), mirror: true, packageUrl),
            new RollUp(Rejected("F-10", Both, C4), mirror: true, artefacts, install, uninstall, function),
            new RollUp(Rejected("F-11", Person, B4), mirror: true, sharpness),
            new PlainTitle(Rejected("F-12", Auto, C5)),
            new RollUp(Rejected("F-13", Person, B17), mirror: true, scenarios, notes),
            new RollUp(Rejected("F-14", Probe, B17), mirror: true, uninstall),
            new RollUp(Rejected("F-15", Person, B17), mirror: true, serviceAccount),
            new RollUp(Rejected("F-16", Both, B17), mirror: true, Row("Q-18")),
            new RollUp(Rejected("F-17", Probe, $"{B12}; {B27}"), mirror: true, leads, concurrency, testDriveUrls, directory),
            new LinksDiffer(Rejected("F-18", Auto, B4), LinkPurpose.Help, LinkPurpose.Support),
            new RollUp(Rejected("F-19", Auto, $"{A14}; {V1}"), mirror: true, Row("Q-11")),

            new TrialLengthInTexts(Agreed("01")),
            new WordsInDescription(Agreed("02"), Columns.Keywords, offer => Lines.Of(offer.Keywords)),
            new NameInCaptions(Agreed("03")),
            new VersionInTexts(Agreed("04")),
            new LanguagesOfPackage(Agreed("05")),
            new RolesOfPackage(Agreed("06")),
            new WordsInDescription(Agreed("07"), Columns.WorksWith, offer => Lines.Of(offer.WorksWith)),
            new WordsInDescription(
                Agreed("08"), Columns.MarketProducts, offer => [.. offer.MarketProducts.Select(product => Texts.Find(Shown.Choice(product).Substring(1), Texts.English) ?? "")]),
            new MarketsOfPackage(Agreed("09")),
        ];

        Requirement Row(string row) => Array.Find(rows, requirement => requirement.Key == "D365-CU-" + row)!;
    }

    /// <summary>The usual rejections of 2018-12: what was reported later about the same files and texts held then too.</summary>
    private static Requirement[] Rejections2018(Func<string, Requirement> row) =>
    [
        .. RejectedPackages(),
        new RollUp(Rejected("F-08", Probe, B7), mirror: true, row("X-08")),
        new RollUp(Rejected("F-10", Both, C4), mirror: true, row("V-02"), row("V-05"), row("V-06")),
        new ImageSharpness(Rejected("F-11", Person, B4), suspicious: BlurBelow),
        new PlainTitle(Rejected("F-12", Auto, C5)),
        new RollUp(Rejected("F-13", Person, B17), mirror: true, row("V-03")),
        new RollUp(Rejected("F-14", Probe, B17), mirror: true, row("V-05")),
        new RollUp(Rejected("F-16", Both, B17), mirror: true, row("V-04")),
        new RollUp(Rejected("F-17", Probe, $"{B12}; {B27}"), mirror: true, row("S-22"), row("D-06"), row("D-08"), row("D-09")),
        new LinksDiffer(Rejected("F-18", Auto, B4), LinkPurpose.Help, LinkPurpose.Support),
        new RollUp(Rejected("F-19", Auto, A14), mirror: true, row("V-08")),
    ];

    private static Requirement[] RejectedPackages() =>
    [
        new NoFinding(Rejected("F-01", Auto, B14), finding => finding.Part is PackagePart.Outer or PackagePart.Inner or PackagePart.Folder && finding.Message.Key != HiddenOfMac),
        new NoFinding(Rejected("F-03", Auto, C3), finding => finding.Message.Key == HiddenOfMac),
        new NoFinding(Rejected("F-04", Auto, C2), finding => finding.Part == PackagePart.Terms),
        new NoFinding(Rejected("F-05", Auto, $"{C7}; {A12}"), finding => finding.Part is PackagePart.OuterTypes or PackagePart.InnerTypes),
        new NoFinding(Rejected("F-06", Auto, B14), finding => finding.Part == PackagePart.Countries),
        new NoFinding(Rejected("F-07", Auto, B14), finding => finding.Part == PackagePart.Locales),
        new NoFinding(
            Rejected("F-09", Auto, C4),
            finding => finding.Rule is "avoid-dom-form" or "avoid-dom-form-event" or "avoid-window-top" or "do-not-make-parent-assumption" or "avoid-unpub-api"),
    ];

    /// <summary>What the inspection says of hidden files of macOS.</summary>
    private const string HiddenOfMac = "package.mac";

    /// <summary>Measured sharpness below which a picture is pointed out.</summary>
    private const decimal BlurBelow = 50m;

    private static readonly PackagePart[] EveryPart =
    [
        PackagePart.Outer, PackagePart.Inner, PackagePart.Input, PackagePart.Solution, PackagePart.Folder, PackagePart.OuterTypes, PackagePart.InnerTypes,
        PackagePart.Countries, PackagePart.Locales, PackagePart.Icon, PackagePart.Terms, PackagePart.Link,
    ];

    /// <summary>What no waiver helps against: Partner Center does not take an offer without it, or the platform cannot import the package. The list is closed.</summary>
    private static bool IsNeverWaived(string row) => row is
        "A-02" or "A-03" or "A-04" or "O-01" or "O-02" or "L-01" or "L-03" or "L-04" or "L-12" or "L-13" or "L-14" or "L-15" or "L-16" or "G-01" or "G-06"
        or "R-01" or "R-05" or "R-07" or "N-01" or "N-02" or "N-03" or "N-05" or "X-01" or "X-04" or "X-08" or "V-02" or "V-17"
        or "K-01" or "K-02" or "K-03" or "K-04" or "K-05" or "Q-01" or "Q-04" or "Q-05";

    /// <param name="after">The row of 2018-12 that asks the same of the same data.</param>
    private static CatalogLine Required(string row, RequirementGroup group, DecidedBy who, string source, ProbeKind? probe = null, string? after = null) =>
        Today(row, group, Severity.Blocking, who, source, probe, after, unsourced: false);

    private static CatalogLine Advised(
        string row, RequirementGroup group, DecidedBy who, string source, ProbeKind? probe = null, string? after = null, bool unsourced = false) =>
        Today(row, group, Severity.Advice, who, source, probe, after, unsourced);

    private static CatalogLine Today(
        string row, RequirementGroup group, Severity severity, DecidedBy who, string source, ProbeKind? probe, string? after, bool unsourced) =>
        new(
            "D365-CU-" + row,
            group,
            severity,
            who,
            source,
            probe,
            predecessor: after is null ? null : "D365-18-" + after,
            neverWaived: IsNeverWaived(row),
            secondHand: source.IndexOf(SecondHand, StringComparison.Ordinal) >= 0,
            unsourced: unsourced);

    /// <summary>A usual rejection: advice, since what it rests on blocks by itself where the rule set says so.</summary>
    private static CatalogLine Rejected(string row, DecidedBy who, string source) =>
        new("D365-" + row, Rejections, Severity.Advice, who, source, secondHand: source.IndexOf(SecondHand, StringComparison.Ordinal) >= 0);

    private static CatalogLine Agreed(string row) => new("RDY-A-" + row, Agreement, Severity.Advice, Auto, Own);
}
