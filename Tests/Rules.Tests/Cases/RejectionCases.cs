using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>The usual rejections, as both rule sets have them.</summary>
public sealed class RejectionCases : CurrentTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // F-01
        Uninspected("F-01", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("F-01", "nothing found", Packaged(Solution()), "zip.nofinding", "rdy_offer.rdy_package"),
        NotMet("F-01", "found", Found(PackagePart.Inner, "package.missing", "package.zip"), "package.missing(package.zip)", "fix.D365-F-01(1)", "rdy_offer.rdy_package"),

        // F-03
        Uninspected("F-03", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("F-03", "nothing found", Packaged(Solution()), "zip.nofinding", "rdy_offer.rdy_package"),
        NotMet("F-03", "found", Found(PackagePart.Outer, "package.mac", "quotes.zip", "__MACOSX/._input.xml", "3"), "package.mac(quotes.zip, __MACOSX/._input.xml, 3)", "fix.D365-F-03(1)", "rdy_offer.rdy_package"),

        // F-04
        Uninspected("F-04", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("F-04", "nothing found", Packaged(Solution()), "zip.nofinding", "rdy_offer.rdy_package"),
        NotMet("F-04", "found", Found(PackagePart.Terms, "package.input.none"), "package.input.none", "fix.D365-F-04(1)", "rdy_offer.rdy_package"),

        // F-05
        Uninspected("F-05", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("F-05", "nothing found", Packaged(Solution()), "zip.nofinding", "rdy_offer.rdy_package"),
        NotMet("F-05", "found", Found(PackagePart.InnerTypes, "package.missing", "[Content_Types].xml"), "package.missing([Content_Types].xml)", "fix.D365-F-05(1)", "rdy_offer.rdy_package"),

        // F-06
        Uninspected("F-06", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("F-06", "nothing found", Packaged(Solution()), "zip.nofinding", "rdy_offer.rdy_package"),
        NotMet("F-06", "found", Found(PackagePart.Countries, "package.input.none"), "package.input.none", "fix.D365-F-06(1)", "rdy_offer.rdy_package"),

        // F-07
        Uninspected("F-07", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("F-07", "nothing found", Packaged(Solution()), "zip.nofinding", "rdy_offer.rdy_package"),
        NotMet("F-07", "found", Found(PackagePart.Locales, "package.input.none"), "package.input.none", "fix.D365-F-07(1)", "rdy_offer.rdy_package"),

        // F-01
        Met("F-01", "another thing found", Found(PackagePart.Icon, "package.missing", "package.zip"), "zip.nofinding", "rdy_offer.rdy_package"),

        // F-02
        Uninspected("F-02", "nothing read", new OfferFacts { RuleSet = RuleSetChoice.Current }, "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("F-02", "as today", Spelt("Input.xml"), "input.spelt(Input.xml)", "rdy_offer.rdy_package"),
        NotMet("F-02", "as in 2018", Spelt("input.xml"), "input.spelt(input.xml)", "fix.D365-F-02(Input.xml)", "rdy_offer.rdy_package"),
        NotMet("F-02", "none", Spelt(""), "input.missing(Input.xml)", "fix.D365-F-02(Input.xml)", "rdy_offer.rdy_package"),

        // F-09
        Uninspected("F-09", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("F-09", "nothing found", Packaged(Solution()), "zip.nofinding", "rdy_offer.rdy_package"),
        NotMet("F-09", "the page's document", Unsupported("avoid-dom-form"), "script.avoid-dom-form(form.js, 7)", "fix.D365-F-09(1)", "rdy_offer.rdy_package"),
        Met("F-09", "another rule", Unsupported("avoid-eval"), "zip.nofinding", "rdy_offer.rdy_package"),

        // F-08
        NotMet("F-08", "nothing read", new OfferFacts(), "mirror.failed(D365-18-X-08)", "mirror.failed.fix(D365-18-X-08)", "rdy_offer.rdy_packageurl"),
        NotMet("F-08", "expired", Shared("2019-03-01T12:00:00Z", "r"), "mirror.failed(D365-18-X-08)", "mirror.failed.fix(D365-18-X-08)", "rdy_offer.rdy_packageurl"),
        Uninspected("F-08", "not yet probed", Shared("2019-06-01T12:00:00Z", "r"), "mirror.open(D365-18-X-08)", "mirror.open.fix(D365-18-X-08)", "rdy_offer.rdy_name"),
        Met("F-08", "reached", Today(Downloaded()), "mirror.met(D365-CU-X-04)", "rdy_offer.rdy_name"),
        NotMet("F-08", "nothing read", new OfferFacts { RuleSet = RuleSetChoice.Current }, "mirror.failed(D365-CU-X-04)", "mirror.failed.fix(D365-CU-X-04)", "rdy_offer.rdy_packageurl"),
        NotMet("F-08", "expired", Today(Shared("2019-03-01T12:00:00Z", "r")), "mirror.failed(D365-CU-X-04)", "mirror.failed.fix(D365-CU-X-04)", "rdy_offer.rdy_packageurl"),

        // F-10
        NotMet("F-10", "nothing read", new OfferFacts(), "mirror.failed(D365-18-V-02)", "mirror.failed.fix(D365-18-V-02)", "rdy_offer.rdy_package"),
        Uninspected("F-10", "tested", Tested(), "mirror.open(D365-18-V-05, D365-18-V-06)", "mirror.open.fix(D365-18-V-05, D365-18-V-06)", "rdy_offer.rdy_name"),
        NotMet("F-10", "nothing read", new OfferFacts { RuleSet = RuleSetChoice.Current }, "mirror.failed(D365-CU-V-02)", "mirror.failed.fix(D365-CU-V-02)", "rdy_offer.rdy_package"),
        Uninspected("F-10", "tested", Today(Tested()), "mirror.open(D365-CU-V-04, D365-CU-V-05, D365-CU-V-07)", "mirror.open.fix(D365-CU-V-04, D365-CU-V-05, D365-CU-V-07)", "rdy_offer.rdy_name"),

        // F-11
        NotApplicable("F-11", "nothing read", new OfferFacts(), "picture.none", "new rdy_marketingasset.rdy_kind"),
        Undecided("F-11", "an image", With(Sharp(Image(AssetKind.Screenshot, 1280, 720), 60m)), "picture.sharp(1, Picture, 60)", "rdy_marketingasset.rdy_image"),
        NotApplicable("F-11", "nothing read", new OfferFacts { RuleSet = RuleSetChoice.Current }, "mirror.none(D365-CU-G-07)", "rdy_offer.rdy_name"),
        Uninspected("F-11", "an image", Today(With(Image(AssetKind.Screenshot, 1280, 720))), "mirror.open(D365-CU-G-07)", "mirror.open.fix(D365-CU-G-07)", "rdy_offer.rdy_name"),

        // F-12
        NotApplicable("F-12", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_name)", "rdy_offer.rdy_name"),
        Met("F-12", "letters, digits and signs", new OfferFacts { Name = "Contoso Quotes 365 \u2122 (R&D) - \u00E5\uD835\uDC00" }, "name.plain(Contoso Quotes 365 \u2122 (R&D) - å\uD835\uDC00)", "rdy_offer.rdy_name"),
        NotMet("F-12", "a full stop", new OfferFacts { Name = "Quotes.365" }, "name.character(Quotes.365, .)", "fix.D365-F-12", "rdy_offer.rdy_name"),
        NotMet("F-12", "an emoji", new OfferFacts { Name = "Quotes \uD83D\uDE00" }, "name.character(Quotes \uD83D\uDE00, \uD83D\uDE00)", "fix.D365-F-12", "rdy_offer.rdy_name"),
        NotMet("F-12", "a number sign", new OfferFacts { Name = "Quotes #1" }, "name.character(Quotes #1, #)", "fix.D365-F-12", "rdy_offer.rdy_name"),

        // F-13
        NotMet("F-13", "nothing read", new OfferFacts(), "mirror.failed(D365-18-V-03)", "mirror.failed.fix(D365-18-V-03)", "new rdy_marketingasset.rdy_kind"),
        Uninspected("F-13", "a document", With(File(AssetKind.ScenarioDocument, "PDF")), "mirror.open(D365-18-V-03)", "mirror.open.fix(D365-18-V-03)", "rdy_offer.rdy_name"),
        NotMet("F-13", "a document without notes", Today(With(File(AssetKind.ScenarioDocument, "PDF"))), "mirror.failed(D365-CU-V-12)", "mirror.failed.fix(D365-CU-V-12)", "rdy_offer.rdy_certificationnotes"),

        // F-14
        Uninspected("F-14", "nothing read", new OfferFacts(), "mirror.open(D365-18-V-05)", "mirror.open.fix(D365-18-V-05)", "rdy_offer.rdy_name"),
        NotMet("F-14", "a day to come", new OfferFacts { Now = Now, InstallTestedOn = Now.AddDays(1) }, "mirror.failed(D365-18-V-05)", "mirror.failed.fix(D365-18-V-05)", "rdy_offer.rdy_installtestedon"),
        Uninspected("F-14", "tested", Today(new OfferFacts { Now = Now, InstallTestedOn = new DateTime(2019, 2, 1) }), "mirror.open(D365-CU-V-05)", "mirror.open.fix(D365-CU-V-05)", "rdy_offer.rdy_name"),

        // F-15
        NotMet("F-15", "nothing read", new OfferFacts { RuleSet = RuleSetChoice.Current }, "mirror.failed(D365-CU-V-09)", "mirror.failed.fix(D365-CU-V-09)", "rdy_offer.rdy_addsserviceaccount"),
        NotApplicable("F-15", "none", new OfferFacts { RuleSet = RuleSetChoice.Current, AddsServiceAccount = YesNo.No }, "mirror.none(D365-CU-V-09)", "rdy_offer.rdy_name"),
        NotMet("F-15", "an administrator", new OfferFacts { RuleSet = RuleSetChoice.Current, AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "System Administrator", ConsentPageUrl = "https://contoso.com/consent" }, "mirror.failed(D365-CU-V-09)", "mirror.failed.fix(D365-CU-V-09)", "rdy_offer.rdy_serviceaccountroles"),
        Uninspected("F-15", "a role of its own", new OfferFacts { RuleSet = RuleSetChoice.Current, AddsServiceAccount = YesNo.Yes, ServiceAccountRoles = "Quotes Service", ConsentPageUrl = "https://contoso.com/consent" }, "mirror.open(D365-CU-V-09)", "mirror.open.fix(D365-CU-V-09)", "rdy_offer.rdy_name"),

        // F-16
        Uninspected("F-16", "nothing read", new OfferFacts(), "mirror.open(D365-18-V-04)", "mirror.open.fix(D365-18-V-04)", "rdy_offer.rdy_name"),
        NotMet("F-16", "errors", new OfferFacts { CheckerErrors = 1 }, "mirror.failed(D365-18-V-04)", "mirror.failed.fix(D365-18-V-04)", "rdy_offer.rdy_checkererrors"),
        NotApplicable("F-16", "no canvas app", Today(Packaged(Solution())), "mirror.none(D365-CU-Q-18)", "rdy_offer.rdy_name"),
        Uninspected("F-16", "a canvas app", Today(Packaged(new PackageSolution { IsRead = true, HasCanvasApp = true })), "mirror.open(D365-CU-Q-18)", "mirror.open.fix(D365-CU-Q-18)", "rdy_offer.rdy_name"),

        // F-17
        NotApplicable("F-17", "nothing read", new OfferFacts(), "mirror.none(D365-18-S-22, D365-18-D-06, D365-18-D-08, D365-18-D-09)", "rdy_offer.rdy_name"),
        NotMet("F-17", "no address for leads", new OfferFacts { LeadDestination = LeadDestination.Marketo }, "mirror.failed(D365-18-S-22)", "mirror.failed.fix(D365-18-S-22)", "rdy_offer.rdy_leadendpoint"),
        Uninspected("F-17", "leads", new OfferFacts { LeadDestination = LeadDestination.HttpsEndpoint, LeadEndpoint = "https://contoso.com/leads" }, "mirror.open(D365-18-S-22)", "mirror.open.fix(D365-18-S-22)", "rdy_offer.rdy_name"),
        NotMet("F-17", "no address for leads", new OfferFacts { RuleSet = RuleSetChoice.Current, LeadDestination = LeadDestination.Marketo }, "mirror.failed(D365-CU-O-08)", "mirror.failed.fix(D365-CU-O-08)", "rdy_offer.rdy_leadendpoint"),

        // F-18
        NotApplicable("F-18", "nothing read", new OfferFacts(), "links.few($choice.LinkPurpose.Help, $choice.LinkPurpose.Support)", "new rdy_supportlink.rdy_purpose"),
        NotApplicable("F-18", "one alone", With(Link(LinkPurpose.Help, "https://contoso.com/help")), "links.few($choice.LinkPurpose.Help, $choice.LinkPurpose.Support)", "new rdy_supportlink.rdy_purpose"),
        Met("F-18", "two", With(Link(LinkPurpose.Help, "https://contoso.com/help"), Link(LinkPurpose.Support, "https://contoso.com/support")), "links.differ($choice.LinkPurpose.Help, $choice.LinkPurpose.Support)", "rdy_supportlink.rdy_url"),
        NotMet("F-18", "the same", With(Link(LinkPurpose.Help, "https://contoso.com/help"), Link(LinkPurpose.Support, "https://contoso.com/help/")), "links.same($choice.LinkPurpose.Help, $choice.LinkPurpose.Support, https://contoso.com/help)", "fix.D365-F-18", "rdy_supportlink.rdy_url"),

        // F-19
        NotApplicable("F-19", "nothing read", new OfferFacts(), "mirror.none(D365-18-V-08)", "rdy_offer.rdy_name"),
        NotMet("F-19", "late", new OfferFacts { FirstPublishedOn = new DateTime(2019, 1, 1), RecertifiedOn = new DateTime(2019, 10, 16) }, "mirror.failed(D365-18-V-08)", "mirror.failed.fix(D365-18-V-08)", "rdy_offer.rdy_recertifiedon"),
        Met("F-19", "in time", new OfferFacts { FirstPublishedOn = new DateTime(2019, 1, 1), RecertifiedOn = new DateTime(2019, 10, 15) }, "mirror.met(D365-18-V-08)", "rdy_offer.rdy_name"),
        Met("F-19", "published half a year ago", new OfferFacts { RuleSet = RuleSetChoice.Current, Now = Now, LastPublishedOn = new DateTime(2018, 9, 1) }, "mirror.met(D365-CU-Q-11)", "rdy_offer.rdy_name"),
        NotMet("F-19", "published longer ago", new OfferFacts { RuleSet = RuleSetChoice.Current, Now = Now, LastPublishedOn = new DateTime(2018, 8, 31) }, "mirror.failed(D365-CU-Q-11)", "mirror.failed.fix(D365-CU-Q-11)", "rdy_offer.rdy_lastpublishedon"),
        NotApplicable("F-19", "never published", new OfferFacts { RuleSet = RuleSetChoice.Current, Now = Now }, "mirror.none(D365-CU-Q-11)", "rdy_offer.rdy_name"),
    };
}
