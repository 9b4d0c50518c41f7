using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>S-01 to S-22.</summary>
public sealed class StorefrontCases : CaseTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // S-01
        NotMet("S-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_summary)", "fix.D365-18-S-01(100)", "rdy_offer.rdy_summary"),
        Met("S-01", "100 characters", new OfferFacts { Summary = Chars(100) }, "text.length($column.rdy_offer.rdy_summary, 100, 100)", "rdy_offer.rdy_summary"),
        NotMet("S-01", "101 characters", new OfferFacts { Summary = Chars(101) }, "text.long($column.rdy_offer.rdy_summary, 101, 100)", "fix.D365-18-S-01(100)", "rdy_offer.rdy_summary"),
        NotMet("S-01", "markup", new OfferFacts { Summary = "Quotes in <b>seconds</b>." }, "text.markup($column.rdy_offer.rdy_summary, <b>)", "text.markup.fix($column.rdy_offer.rdy_summary)", "rdy_offer.rdy_summary"),
        Met("S-01", "a comparison", new OfferFacts { Summary = "Less work: 1 < 2, and <3." }, "text.length($column.rdy_offer.rdy_summary, 25, 100)", "rdy_offer.rdy_summary"),
        Met("S-01", "a tag that never ends", new OfferFacts { Summary = "Write <b to be bold." }, "text.length($column.rdy_offer.rdy_summary, 20, 100)", "rdy_offer.rdy_summary"),

        // S-02
        NotMet("S-02", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_description)", "fix.D365-18-S-02(1300)", "rdy_offer.rdy_description"),
        Met("S-02", "1300 characters of source", new OfferFacts { Description = "<p>" + Chars(1293) + "</p>" }, "markup.length(1300, 1300, 1293)", "rdy_offer.rdy_description"),
        NotMet("S-02", "1301 characters of source", new OfferFacts { Description = "<p>" + Chars(1294) + "</p>" }, "markup.long(1301, 1300, 1294)", "fix.D365-18-S-02(1300)", "rdy_offer.rdy_description"),
        Met("S-02", "1300 visible characters", new OfferFacts { Description = Chars(1300) }, "text.length($column.rdy_offer.rdy_description, 1300, 1300)", "rdy_offer.rdy_description"),
        NotMet("S-02", "1301 visible characters", new OfferFacts { Description = Chars(1301) }, "text.long($column.rdy_offer.rdy_description, 1301, 1300)", "fix.D365-18-S-02(1300)", "rdy_offer.rdy_description"),
        Met("S-02", "every allowed tag", new OfferFacts { Description = "<h1>a</h1><h6>b</h6><p><em>c</em></p><ul><li>d</li></ul><ol><li>e</li></ol>" }, "markup.length(75, 1300, 9)", "rdy_offer.rdy_description"),
        NotMet("S-02", "another tag", new OfferFacts { Description = "<p>Quotes in <b>seconds</b> or <i>less</i>.</p>" }, "markup.tags(b, i)", "fix.D365-18-S-02(1300)", "rdy_offer.rdy_description"),
        NotMet("S-02", "a script", new OfferFacts { Description = "<script>alert(1)</script>" }, "markup.script", "fix.D365-18-S-02(1300)", "rdy_offer.rdy_description"),
        NotMet("S-02", "an unclosed tag", new OfferFacts { Description = "<p>Quotes <em>in seconds.</p>" }, "html.unclosed(em, 11)", "fix.D365-18-S-02(1300)", "rdy_offer.rdy_description"),

        // S-03
        NotApplicable("S-03", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_industries)", "rdy_offer.rdy_industries"),
        Met("S-03", "2 industries", new OfferFacts { Industries = new[] { Industry.Agriculture, Industry.Automotive } }, "choices.chosen($column.rdy_offer.rdy_industries, $choice.Industry.Agriculture $choice.Industry.Automotive)", "rdy_offer.rdy_industries"),
        NotMet("S-03", "3 industries", new OfferFacts { Industries = new[] { Industry.Agriculture, Industry.Automotive, Industry.Education } }, "list.many($column.rdy_offer.rdy_industries, 3, 2)", "fix.D365-18-S-03(0, 2)", "rdy_offer.rdy_industries"),

        // S-04
        NotMet("S-04", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_categories)", "fix.D365-18-S-04(1, 3)", "rdy_offer.rdy_categories"),
        Undecided("S-04", "1 category", new OfferFacts { Categories = new[] { Category.Sales } }, "choices.chosen($column.rdy_offer.rdy_categories, $choice.Category.Sales)", "rdy_offer.rdy_categories"),
        Undecided("S-04", "3 categories", new OfferFacts { Categories = new[] { Category.Sales, Category.Marketing, Category.Finance } }, "choices.chosen($column.rdy_offer.rdy_categories, $choice.Category.Sales $choice.Category.Marketing $choice.Category.Finance)", "rdy_offer.rdy_categories"),
        NotMet("S-04", "4 categories", new OfferFacts { Categories = new[] { Category.Sales, Category.Marketing, Category.Finance, Category.Analytics } }, "list.many($column.rdy_offer.rdy_categories, 4, 3)", "fix.D365-18-S-04(1, 3)", "rdy_offer.rdy_categories"),

        // S-05
        NotMet("S-05", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_apptype)", "fix.D365-18-S-05", "rdy_offer.rdy_apptype"),
        Met("S-05", "free", new OfferFacts { AppType = AppType.Free }, "column.value($column.rdy_offer.rdy_apptype, $choice.AppType.Free)", "rdy_offer.rdy_apptype"),
        Met("S-05", "trial", new OfferFacts { AppType = AppType.Trial }, "column.value($column.rdy_offer.rdy_apptype, $choice.AppType.Trial)", "rdy_offer.rdy_apptype"),
        Met("S-05", "contact me", new OfferFacts { AppType = AppType.ContactMe }, "column.value($column.rdy_offer.rdy_apptype, $choice.AppType.ContactMe)", "rdy_offer.rdy_apptype"),
        NotMet("S-05", "transact", new OfferFacts { AppType = AppType.Transact }, "listing.type($choice.AppType.Transact)", "fix.D365-18-S-05", "rdy_offer.rdy_apptype"),

        // S-06
        NotMet("S-06", "nothing read", new OfferFacts(), "link.none($choice.LinkPurpose.Help)", "link.none.fix($choice.LinkPurpose.Help)", "new rdy_supportlink.rdy_purpose"),
        NotMet("S-06", "an address with blanks", With(Link(LinkPurpose.Help, "https://contoso.com/our help")), "url.space(24)", "fix.url($column.rdy_supportlink.rdy_url)", "rdy_supportlink.rdy_url"),
        Undecided("S-06", "two help links", With(Link(LinkPurpose.Help, "https://contoso.com/help"), Link(LinkPurpose.Help, "https://contoso.com/docs")), "link.given($choice.LinkPurpose.Help, https://contoso.com/help)", "rdy_supportlink.rdy_url"),

        // S-07, S-10
        NotApplicable("S-07", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_countries)", "rdy_offer.rdy_countries"),
        Met("S-07", "two countries", new OfferFacts { Countries = "Sweden, Norway" }, "column.value($column.rdy_offer.rdy_countries, Sweden, Norway)", "rdy_offer.rdy_countries"),
        NotApplicable("S-10", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_releasedate)", "rdy_offer.rdy_releasedate"),
        Met("S-10", "a date", new OfferFacts { ReleaseDate = new DateTime(2019, 4, 1) }, "column.value($column.rdy_offer.rdy_releasedate, 2019-04-01)", "rdy_offer.rdy_releasedate"),

        // S-08
        NotApplicable("S-08", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_languages)", "rdy_offer.rdy_languages"),
        Met("S-08", "two languages", new OfferFacts { Languages = new[] { Language.English, Language.Swedish } }, "choices.chosen($column.rdy_offer.rdy_languages, $choice.Language.English $choice.Language.Swedish)", "rdy_offer.rdy_languages"),

        // S-09
        NotApplicable("S-09", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_appversion)", "rdy_offer.rdy_appversion"),
        Met("S-09", "one number", new OfferFacts { AppVersion = "9" }, "column.value($column.rdy_offer.rdy_appversion, 9)", "rdy_offer.rdy_appversion"),
        Met("S-09", "four numbers", new OfferFacts { AppVersion = "9.0.12.3" }, "column.value($column.rdy_offer.rdy_appversion, 9.0.12.3)", "rdy_offer.rdy_appversion"),
        NotMet("S-09", "five numbers", new OfferFacts { AppVersion = "9.0.12.3.1" }, "column.value($column.rdy_offer.rdy_appversion, 9.0.12.3.1)", "fix.D365-18-S-09", "rdy_offer.rdy_appversion"),
        NotMet("S-09", "a dot at the end", new OfferFacts { AppVersion = "9." }, "column.value($column.rdy_offer.rdy_appversion, 9.)", "fix.D365-18-S-09", "rdy_offer.rdy_appversion"),
        NotMet("S-09", "two dots", new OfferFacts { AppVersion = "9..0" }, "column.value($column.rdy_offer.rdy_appversion, 9..0)", "fix.D365-18-S-09", "rdy_offer.rdy_appversion"),
        NotMet("S-09", "a word", new OfferFacts { AppVersion = "v9 beta" }, "column.value($column.rdy_offer.rdy_appversion, v9 beta)", "fix.D365-18-S-09", "rdy_offer.rdy_appversion"),

        // S-11
        NotApplicable("S-11", "nothing read", new OfferFacts { WorksWith = "\r\n \n" }, "optional.empty($column.rdy_offer.rdy_workswith)", "rdy_offer.rdy_workswith"),
        Met("S-11", "3 products", new OfferFacts { WorksWith = "Sales\nOutlook\nExcel\n" }, "list.count($column.rdy_offer.rdy_workswith, 3, 3)", "rdy_offer.rdy_workswith"),
        NotMet("S-11", "4 products", new OfferFacts { WorksWith = "Sales\nOutlook\nExcel\nWord" }, "list.many($column.rdy_offer.rdy_workswith, 4, 3)", "fix.D365-18-S-11(3)", "rdy_offer.rdy_workswith"),

        // S-12
        NotApplicable("S-12", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_keywords)", "rdy_offer.rdy_keywords"),
        Undecided("S-12", "3 keywords", new OfferFacts { Keywords = "quotes\nsales\noffers" }, "list.count($column.rdy_offer.rdy_keywords, 3, 3)", "rdy_offer.rdy_keywords"),
        NotMet("S-12", "4 keywords", new OfferFacts { Keywords = "quotes\nsales\noffers\ncrm" }, "list.many($column.rdy_offer.rdy_keywords, 4, 3)", "fix.D365-18-S-12(3)", "rdy_offer.rdy_keywords"),

        // S-13
        NotMet("S-13", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_hidekey)", "fix.D365-18-S-13", "rdy_offer.rdy_hidekey"),
        Met("S-13", "letters and digits", new OfferFacts { HideKey = "Quotes2019" }, "hidekey.length(10)", "rdy_offer.rdy_hidekey"),
        NotMet("S-13", "a hyphen", new OfferFacts { HideKey = "quotes-2019" }, "hidekey.character(quotes-2019)", "fix.D365-18-S-13", "rdy_offer.rdy_hidekey"),
        NotMet("S-13", "a letter beyond z", new OfferFacts { HideKey = "nyckel\u00E5" }, "hidekey.character(nyckel\u00E5)", "fix.D365-18-S-13", "rdy_offer.rdy_hidekey"),

        // S-14, S-15
        NotMet("S-14", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.SearchLogo48)", "png.add($choice.AssetKind.SearchLogo48, 48, 48)", "new rdy_marketingasset.rdy_kind"),
        NotMet("S-14", "47 x 48", With(Image(AssetKind.SearchLogo48, 47, 48)), "png.size(Picture, 47, 48)", "png.fix(48, 48)", "rdy_marketingasset.rdy_image"),
        NotMet("S-14", "48 x 49", With(Image(AssetKind.SearchLogo48, 48, 49)), "png.size(Picture, 48, 49)", "png.fix(48, 48)", "rdy_marketingasset.rdy_image"),
        Met("S-14", "48 x 48", With(Image(AssetKind.SearchLogo48, 48, 48)), "png.right(48, 48)", "rdy_marketingasset.rdy_image"),
        NotMet("S-15", "215 x 216", With(Image(AssetKind.DetailLogo216, 215, 216)), "png.size(Picture, 215, 216)", "png.fix(216, 216)", "rdy_marketingasset.rdy_image"),
        Met("S-15", "216 x 216", With(Image(AssetKind.DetailLogo216, 216, 216)), "png.right(216, 216)", "rdy_marketingasset.rdy_image"),

        // S-16
        NotApplicable("S-16", "nothing read", new OfferFacts(), "asset.optional($choice.AssetKind.Video)", "new rdy_marketingasset.rdy_kind"),
        NotMet("S-16", "no name", With(Film(AssetKind.Video, "https://youtu.be/x", 1280, 720, " ")), "document.unnamed($choice.AssetKind.Video)", "column.fill($column.rdy_marketingasset.rdy_name)", "rdy_marketingasset.rdy_name"),
        NotMet("S-16", "no address", With(Film(AssetKind.Video, "", 1280, 720)), "video.empty(Tour)", "video.host.fix", "rdy_marketingasset.rdy_url"),
        NotMet("S-16", "no web address", With(Film(AssetKind.Video, "tour.mp4", 1280, 720)), "url.scheme.missing(tour.mp4)", "video.host.fix", "rdy_marketingasset.rdy_url"),
        NotMet("S-16", "another host", With(Film(AssetKind.Video, "https://notyoutube.com/watch?v=x", 1280, 720)), "video.host(Tour, notyoutube.com)", "video.host.fix", "rdy_marketingasset.rdy_url"),
        NotMet("S-16", "a small thumbnail", With(Film(AssetKind.Video, "https://vimeo.com/1", 1279, 720)), "png.size(Tour, 1279, 720)", "video.thumbnail.fix(1280, 720)", "rdy_marketingasset.rdy_image"),
        Uninspected("S-16", "a thumbnail not inspected", With(new AssetFact { Name = "Tour", Kind = AssetKind.Video, Url = "https://vimeo.com/1", Inspection = InspectionState.NotInspected }), "asset.uninspected(Tour)", "asset.uninspected.fix", "rdy_marketingasset.rdy_image"),
        Undecided("S-16", "4 videos", With(Film(AssetKind.Video, "https://www.youtube.com/watch?v=x", 1280, 720), Film(AssetKind.Video, "https://youtu.be/x", 1280, 720), Film(AssetKind.Video, "https://VIMEO.com/1", 1280, 720), Film(AssetKind.Video, "https://player.vimeo.com/1", 1280, 720)), "video.given(4, 4)", "rdy_marketingasset.rdy_url"),
        NotMet("S-16", "5 videos", With(Film(AssetKind.Video, "https://vimeo.com/1", 1280, 720), Film(AssetKind.Video, "https://vimeo.com/1", 1280, 720), Film(AssetKind.Video, "https://vimeo.com/1", 1280, 720), Film(AssetKind.Video, "https://vimeo.com/1", 1280, 720), Film(AssetKind.Video, "https://vimeo.com/1", 1280, 720)), "asset.many(5, $choice.AssetKind.Video, 4)", "asset.many.fix(4, $choice.AssetKind.Video)", "rdy_marketingasset.rdy_kind"),

        // S-17
        NotMet("S-17", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.Document)", "fix.D365-18-S-17(3)", "new rdy_marketingasset.rdy_kind"),
        NotMet("S-17", "a Word document", With(File(AssetKind.Document, "DOCX")), "document.format(Guide, DOCX)", "fix.D365-18-S-17(3)", "rdy_marketingasset.rdy_file"),
        NotMet("S-17", "no name", With(File(AssetKind.Document, "PDF", "")), "document.unnamed($choice.AssetKind.Document)", "column.fill($column.rdy_marketingasset.rdy_name)", "rdy_marketingasset.rdy_name"),
        Met("S-17", "1 document", With(File(AssetKind.Document, "PDF")), "document.right(Guide, PDF)", "rdy_marketingasset.rdy_file"),
        Met("S-17", "3 documents", With(File(AssetKind.Document, "PDF"), File(AssetKind.Document, "PDF"), File(AssetKind.Document, "PDF")), "document.all(3, 3)", "rdy_marketingasset.rdy_file"),
        NotMet("S-17", "4 documents", With(File(AssetKind.Document, "PDF"), File(AssetKind.Document, "PDF"), File(AssetKind.Document, "PDF"), File(AssetKind.Document, "PDF")), "asset.many(4, $choice.AssetKind.Document, 3)", "asset.many.fix(3, $choice.AssetKind.Document)", "rdy_marketingasset.rdy_kind"),
        NotMet("S-17", "one of two is damaged, one not inspected", With(Bytes(AssetKind.Document, InspectionState.NotInspected), Bytes(AssetKind.Document, InspectionState.Damaged)), "asset.damaged(Picture)", "fix.D365-18-S-17(3)", "rdy_marketingasset.rdy_file"),

        // S-18
        NotMet("S-18", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.Screenshot)", "png.add($choice.AssetKind.Screenshot, 1280, 720)", "new rdy_marketingasset.rdy_kind"),
        Undecided("S-18", "1 screenshot", With(Image(AssetKind.Screenshot, 1280, 720)), "png.right(1280, 720)", "rdy_marketingasset.rdy_image"),
        Undecided("S-18", "5 screenshots", With(Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720)), "png.all(5, 1280, 720)", "rdy_marketingasset.rdy_image"),
        NotMet("S-18", "6 screenshots", With(Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720)), "asset.many(6, $choice.AssetKind.Screenshot, 5)", "asset.many.fix(5, $choice.AssetKind.Screenshot)", "rdy_marketingasset.rdy_kind"),
        NotMet("S-18", "the last one is too big", With(Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 721)), "png.size(Picture, 1280, 721)", "png.fix(1280, 720)", "rdy_marketingasset.rdy_image"),

        // S-19, S-20
        NotMet("S-19", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_privacyurl)", "fix.D365-18-S-19", "rdy_offer.rdy_privacyurl"),
        NotMet("S-19", "over http", new OfferFacts { PrivacyUrl = "http://contoso.com/privacy" }, "url.http", "fix.D365-18-S-19", "rdy_offer.rdy_privacyurl"),
        Undecided("S-19", "an address", new OfferFacts { PrivacyUrl = "https://contoso.com/privacy" }, "column.value($column.rdy_offer.rdy_privacyurl, https://contoso.com/privacy)", "rdy_offer.rdy_privacyurl"),
        NotMet("S-20", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_terms)", "fix.D365-18-S-20", "rdy_offer.rdy_terms"),
        NotMet("S-20", "markup", new OfferFacts { Terms = "<h1>Terms</h1> Be kind." }, "text.markup($column.rdy_offer.rdy_terms, <h1>)", "text.markup.fix($column.rdy_offer.rdy_terms)", "rdy_offer.rdy_terms"),
        NotMet("S-20", "a comment", new OfferFacts { Terms = "Be kind. <!-- or not -->" }, "text.markup($column.rdy_offer.rdy_terms, <!-- or not -->)", "text.markup.fix($column.rdy_offer.rdy_terms)", "rdy_offer.rdy_terms"),
        Met("S-20", "plain text", new OfferFacts { Terms = "Be kind." }, "text.plain($column.rdy_offer.rdy_terms, 8)", "rdy_offer.rdy_terms"),

        // S-21
        NotMet("S-21", "nothing read", new OfferFacts(), "link.none($choice.LinkPurpose.Support)", "link.none.fix($choice.LinkPurpose.Support)", "new rdy_supportlink.rdy_purpose"),
        Undecided("S-21", "one link", With(Link(LinkPurpose.Support, "https://contoso.com/support")), "link.given($choice.LinkPurpose.Support, https://contoso.com/support)", "rdy_supportlink.rdy_url"),
        NotMet("S-21", "two links", With(Link(LinkPurpose.Support, "https://contoso.com/support"), Link(LinkPurpose.Support, "https://contoso.com/more")), "link.many(2, $choice.LinkPurpose.Support, 1)", "link.many.fix($choice.LinkPurpose.Support, 1)", "rdy_supportlink.rdy_purpose"),

        // S-22
        NotApplicable("S-22", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_leaddestination)", "rdy_offer.rdy_leaddestination"),
        NotApplicable("S-22", "none", new OfferFacts { LeadDestination = LeadDestination.None }, "leads.none", "rdy_offer.rdy_leaddestination"),
        NotMet("S-22", "no address", new OfferFacts { LeadDestination = LeadDestination.AzureTable }, "column.empty($column.rdy_offer.rdy_leadendpoint)", "column.fill($column.rdy_offer.rdy_leadendpoint)", "rdy_offer.rdy_leadendpoint"),
        NotMet("S-22", "an endpoint that is no address", new OfferFacts { LeadDestination = LeadDestination.HttpsEndpoint, LeadEndpoint = "leads" }, "url.scheme.missing(leads)", "fix.D365-18-S-22", "rdy_offer.rdy_leadendpoint"),
        Undecided("S-22", "an endpoint", new OfferFacts { LeadDestination = LeadDestination.HttpsEndpoint, LeadEndpoint = "https://contoso.com/leads" }, "leads.destination($choice.LeadDestination.HttpsEndpoint, https://contoso.com/leads)", "rdy_offer.rdy_leaddestination"),
        Undecided("S-22", "a table", new OfferFacts { LeadDestination = LeadDestination.AzureTable, LeadEndpoint = "leads" }, "leads.destination($choice.LeadDestination.AzureTable, leads)", "rdy_offer.rdy_leaddestination"),
    };
}
