using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;
using static DataverseReadiness.Rules.RequirementGroup;

namespace DataverseReadiness.Rules;

/// <summary>One line per requirement, one file per rule set.</summary>
internal static partial class RequirementCatalog
{
    private const DecidedBy Auto = DecidedBy.Software;
    private const DecidedBy Probe = DecidedBy.Software | DecidedBy.Probe;
    private const DecidedBy Person = DecidedBy.Software | DecidedBy.Person;
    private const DecidedBy Both = DecidedBy.Software | DecidedBy.Probe | DecidedBy.Person;

    private const string A1 = "CPP: Dynamics 365 CE prerequisites, 2018-12-20";
    private const string A2 = "CPP: Offer settings tab, 2018-12-27";
    private const string A3 = "CPP: Technical info tab, 2019-01-02";
    private const string A4 = "CPP: Test drive tab, 2018-12-25";
    private const string A5 = "CPP: Storefront details tab, 2019-01-03";
    private const string A6 = "CPP: Contacts tab, 2018-12-27";
    private const string A7 = "CPP: Publish the offer, 2018-12-28";
    private const string A8 = "Get AppSource certified for Azure AD, 2018-08-21";
    private const string A9 = "AppSource app review guidelines v5";
    private const string A10 = "Become a Cloud Marketplace publisher, 2018-06-05";
    private const string A11 = "AppSource publishing guide, 2018-07-09";
    private const string A12 = "Create a package for AppSource, 2018-12-29";
    private const string A13 = "App certification checklist, 2019-02-25";
    private const string A14 = "Business Applications ISV programme, 2019-07-12";

    /// <summary>
    /// What no waiver helps against: the portal does not take an offer without it, or the platform cannot import the package. The list is closed.
    /// </summary>
    private static readonly HashSet<string> NeverWaived2018 = new(StringComparer.Ordinal)
    {
        "B-12", "B-19", "O-01", "O-02", "X-01", "X-07", "X-08", "X-12", "X-13", "X-14", "X-15", "X-16",
        "S-01", "S-02", "S-04", "S-05", "S-14", "S-15", "S-19", "S-20", "V-02",
    };

    public static IReadOnlyList<Requirement> December2018 { get; } = CreateDecember2018();

    private static Requirement[] CreateDecember2018()
    {
        Requirement[] technical =
        [
            new SingleSignOn(Must("T-01", Technical, Both, ProbeKind.SignIn, A1, A8, A9)),
            new CloudServices(May("T-02", Technical, Person, A1)),
            new LineOfBusiness(Must("T-03", Technical, Both, A1, A9)),
            new TrialOffered(Must("T-04", Technical, Probe, ProbeKind.Address, A1, A8, A9)),
            new LowConfiguration(Must("T-05", Technical, Both, A1, A9)),
            new LinkGiven(Must("T-06", Technical, Both, ProbeKind.Address, A1, A5, A9), LinkPurpose.Support),
            new Uptime(Must("T-07", Technical, Both, A1, A9), least: UptimeRecord.Required),
        ];

        Requirement[] rows =
        [
            .. technical,

            new PartnerRegistration(Must("B-01", Business, Both, A1, A10)),
            new AllGivenWhen(Must("B-02", Business, Auto, A1, A10), Condition.NotRegistered, Columns.NominationOrganization, Columns.PartnerId, Columns.NominationDescription, Columns.NominationProduct, Columns.TargetAudience),
            new SameAccount(May("B-03", Business, Auto, A1, A10)),
            new OneAccount(May("B-04", Business, Auto, A1)),
            new NeutralAccount(May("B-05", Business, Person, A1)),
            new PersonalAccount(Must("B-06", Business, Person, A10)),
            new AllGivenWhen(Must("B-07", Business, Auto, A10), Condition.Transact, Columns.DevCenterId),
            new NoCommerce(Must("B-08", Business, Person, A1, A11)),
            new SupportModelChosen(Must("B-09", Business, Person, A1)),
            new AllGiven(Must("B-10", Business, Person, A1), Columns.License),
            new ThirdPartyLicenses(Must("B-11", Business, Person, A1)),
            new AllGiven(Must("B-12", Business, Auto, A1, A2), Columns.Name),
            new HtmlGiven(Must("B-13", Business, Auto, A1, A5)),
            new PngAssets(Must("B-14", Business, Auto, A1), AssetKind.Logo40, 40, 40),
            new PngAssets(Must("B-15", Business, Auto, A1), AssetKind.Logo90, 90, 90),
            new PngAssets(Must("B-16", Business, Auto, A1), AssetKind.Logo115, 115, 115),
            new PngAssets(Must("B-17", Business, Auto, A1, A3), AssetKind.Logo255x115, 255, 115),
            new AllGiven(Must("B-18", Business, Person, A1, A5), Columns.Terms),
            new UrlGiven(Must("B-19", Business, Both, ProbeKind.Address, A1, A5), Columns.PrivacyUrl),
            new RollUp(Must("B-20", Business, Person, A1), mirror: false, technical),

            new OfferId(Must("O-01", OfferSettings, Auto, A2), max: 50),
            new AllGiven(Must("O-02", OfferSettings, Auto, A2), Columns.PublisherId),
            new OfficialName(Must("O-03", OfferSettings, Both, A2), max: 50),

            new AllGiven(Must("X-01", RequirementGroup.Package, Auto, A3), Columns.LicenseModel),
            new AllGiven(Must("X-02", RequirementGroup.Package, Auto, A3), Columns.SecureStore),
            new LifecycleEvents(Must("X-03", RequirementGroup.Package, Person, A3)),
            new UrlGiven(May("X-04", RequirementGroup.Package, Probe, ProbeKind.Address, A3), Columns.ConfigurationUrl, optional: true),
            new ChoicesWithin<DynamicsProduct>(May("X-05", RequirementGroup.Package, Auto, A3), Columns.ApplicableProducts, min: 0),
            new MarketingOnlyChange(May("X-06", RequirementGroup.Package, Auto, A3)),
            new ZipFileName(Must("X-07", RequirementGroup.Package, Auto, A3)),
            new PackageUrl(Must("X-08", RequirementGroup.Package, Probe, ProbeKind.Package, A3, A12)),
            new SeveralPackages(Must("X-09", RequirementGroup.Package, Auto, A3)),
            new DocumentAssets(Must("X-10", RequirementGroup.Package, Person, A3), AssetKind.ScenarioDocument, ["DOCX", "PDF"], max: 1),
            new PackageRegions(Must("X-11", RequirementGroup.Package, Auto, A3), PackageRegion.Germany, PackageRegion.UsGovernment, PackageRegion.TestInProduction),
            new PngAssets(Must("X-12", RequirementGroup.Package, Auto, A3), AssetKind.ApplicationLogo255x115, 255, 115),
            new PackageComplete(Must("X-13", RequirementGroup.Package, Auto, A12), asksForZip: true, PackagePart.Outer, PackagePart.OuterTypes, PackagePart.Icon, PackagePart.Terms),
            new PackageComplete(Must("X-14", RequirementGroup.Package, Auto, A12), PackagePart.Inner, PackagePart.InnerTypes, PackagePart.Folder),
            new PackageComplete(Must("X-15", RequirementGroup.Package, Auto, A12), PackagePart.Input, PackagePart.Countries, PackagePart.Locales, PackagePart.Dates, PackagePart.Link),
            new PackageComplete(Must("X-16", RequirementGroup.Package, Auto, A12), PackagePart.Solution),

            new TextWithin(Must("S-01", Storefront, Auto, A5), Columns.Summary, max: 100),
            new HtmlWithin(Must("S-02", Storefront, Auto, A5), max: 1300),
            new ChoicesWithin<Industry>(May("S-03", Storefront, Auto, A5), Columns.Industries, min: 0, max: 2),
            new ChoicesWithin<Category>(Must("S-04", Storefront, Person, A5), Columns.Categories, min: 1, max: 3),
            new ListingOption(Must("S-05", Storefront, Auto, A5), AppType.Free, AppType.Trial, AppType.ContactMe),
            new LinkGiven(Must("S-06", Storefront, Probe, ProbeKind.Address, A5), LinkPurpose.Help),
            new OptionalGiven(May("S-07", Storefront, Auto, A5), Columns.Countries),
            new ChoicesWithin<Language>(May("S-08", Storefront, Auto, A5), Columns.Languages, min: 0),
            new VersionNumber(May("S-09", Storefront, Auto, A5), Columns.AppVersion),
            new OptionalGiven(May("S-10", Storefront, Auto, A5), Columns.ReleaseDate),
            new LinesWithin(May("S-11", Storefront, Auto, A5), Columns.WorksWith, max: 3),
            new LinesWithin(May("S-12", Storefront, Person, A5), Columns.Keywords, max: 3),
            new HideKey(Must("S-13", Storefront, Auto, A5)),
            new PngAssets(Must("S-14", Storefront, Auto, A5), AssetKind.SearchLogo48, 48, 48),
            new PngAssets(Must("S-15", Storefront, Auto, A5), AssetKind.DetailLogo216, 216, 216),
            new VideoAssets(May("S-16", Storefront, Probe, ProbeKind.Address, A5), AssetKind.Video, max: 4, 1280, 720),
            new DocumentAssets(Must("S-17", Storefront, Auto, A5), AssetKind.Document, ["PDF"], max: 3),
            new PngAssets(Must("S-18", Storefront, Person, A5), AssetKind.Screenshot, 1280, 720, max: 5),
            new UrlGiven(Must("S-19", Storefront, Both, ProbeKind.Address, A5), Columns.PrivacyUrl),
            new PlainTextGiven(Must("S-20", Storefront, Auto, A5), Columns.Terms),
            new LinkGiven(Must("S-21", Storefront, Probe, ProbeKind.Address, A5, A1), LinkPurpose.Support, max: 1),
            new LeadManagement(May("S-22", Storefront, Probe, A5)),

            new TestDriveEnabled(May("D-01", TestDrive, Auto, A4)),
            new TestDriveDescription(Must("D-02", TestDrive, Auto, A4)),
            new DocumentAssets(Must("D-03", TestDrive, Auto, A4), AssetKind.TestDriveManual, ["PDF"], max: 1, testDriveOnly: true),
            new VideoAssets(May("D-04", TestDrive, Probe, ProbeKind.Address, A4), AssetKind.TestDriveVideo, max: 1, 533, 324, testDriveOnly: true),
            new TestDriveTypeIs(Must("D-05", TestDrive, Auto, A4), TestDriveType.MicrosoftHosted),
            new TestDriveConcurrency(Must("D-06", TestDrive, Probe, A4), recommendedMin: 3, recommendedMax: 5),
            new TestDriveDuration(Must("D-07", TestDrive, Auto, A4), recommendedMin: 2, recommendedMax: 24),
            new TestDriveUrls(Must("D-08", TestDrive, Probe, A4)),
            new TestDriveDirectory(Must("D-09", TestDrive, Probe, A4)),
            new TestDriveRole(Must("D-10", TestDrive, Probe, A4)),

            new Contact(Must("C-01", Contacts, Probe, A6), Columns.EngineeringName, Columns.EngineeringEmail, Columns.EngineeringPhone),
            new Contact(Must("C-02", Contacts, Probe, A6), Columns.SupportName, Columns.SupportEmail, Columns.SupportPhone),

            new TrialDuty(Must("P-02", Publishing, Person, A7)),
            new ContactMeWithTestDrive(Must("V-01", Publishing, Auto, A13)),
            new PackageComplete(
                Must("V-02", Publishing, Auto, A13),
                PackagePart.Outer, PackagePart.OuterTypes, PackagePart.Icon, PackagePart.Terms, PackagePart.Inner, PackagePart.InnerTypes, PackagePart.Folder,
                PackagePart.Input, PackagePart.Countries, PackagePart.Locales, PackagePart.Dates, PackagePart.Link, PackagePart.Solution),
            new DocumentAssets(Must("V-03", Publishing, Person, A13), AssetKind.ScenarioDocument, ["DOCX", "PDF"], max: 1),
            new CodeAnalysis(Must("V-04", Publishing, Both, A13)),
            new TestedOn(Must("V-05", Publishing, Probe, A13), Columns.InstallTestedOn),
            new TestedOn(Must("V-06", Publishing, Person, A13), Columns.FunctionTestedOn),
            new SecurityReview(Must("V-07", Publishing, Person, A13)),
            new RecertifiedBy(Must("V-08", Publishing, Auto, A14), began: new DateTime(2019, 7, 12), deadline: new DateTime(2019, 10, 15)),
            new AllYes(Must("V-09", Publishing, Auto, A14), Columns.PartnerCenterActive, Columns.IsvAgreement, Columns.BillingProfile),
        ];
        return [.. rows, .. Rejections2018(row => Array.Find(rows, requirement => requirement.Key == "D365-18-" + row)!)];
    }

    private static CatalogLine Must(string row, RequirementGroup group, DecidedBy decidedBy, params string[] sources) =>
        Line(row, group, Severity.Blocking, decidedBy, null, sources);

    private static CatalogLine Must(string row, RequirementGroup group, DecidedBy decidedBy, ProbeKind probe, params string[] sources) =>
        Line(row, group, Severity.Blocking, decidedBy, probe, sources);

    private static CatalogLine May(string row, RequirementGroup group, DecidedBy decidedBy, params string[] sources) =>
        Line(row, group, Severity.Advice, decidedBy, null, sources);

    private static CatalogLine May(string row, RequirementGroup group, DecidedBy decidedBy, ProbeKind probe, params string[] sources) =>
        Line(row, group, Severity.Advice, decidedBy, probe, sources);

    private static CatalogLine Line(string row, RequirementGroup group, Severity severity, DecidedBy decidedBy, ProbeKind? probe, string[] sources) =>
        new("D365-18-" + row, group, severity, decidedBy, string.Join("; ", sources), probe, neverWaived: NeverWaived2018.Contains(row));
}
