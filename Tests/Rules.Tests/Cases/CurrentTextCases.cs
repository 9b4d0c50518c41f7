using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>L-01 to L-17 of today's rule set.</summary>
public sealed class CurrentTextCases : CurrentTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // CU-L-01
        NotMet("CU-L-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_name)", "fix.D365-CU-L-01(200)", "rdy_offer.rdy_name"),
        Met("CU-L-01", "200 characters", new OfferFacts { Name = Chars(200) }, "text.length($column.rdy_offer.rdy_name, 200, 200)", "rdy_offer.rdy_name"),
        NotMet("CU-L-01", "201 characters", new OfferFacts { Name = Chars(201) }, "text.long($column.rdy_offer.rdy_name, 201, 200)", "fix.D365-CU-L-01(200)", "rdy_offer.rdy_name"),
        Met("CU-L-01", "trademark signs", new OfferFacts { Name = "Quotes\u2122 \u00AE \u00A9" }, "text.length($column.rdy_offer.rdy_name, 11, 200)", "rdy_offer.rdy_name"),
        NotMet("CU-L-01", "an emoji", new OfferFacts { Name = "Quotes \uD83D\uDE00" }, "name.emoji(\uD83D\uDE00)", "fix.D365-CU-L-01(200)", "rdy_offer.rdy_name"),
        NotMet("CU-L-01", "a dingbat", new OfferFacts { Name = "Quotes \u2728" }, "name.emoji(\u2728)", "fix.D365-CU-L-01(200)", "rdy_offer.rdy_name"),
        Met("CU-L-01", "letters outside the basic plane", new OfferFacts { Name = "Quotes \uD835\uDC00" }, "text.length($column.rdy_offer.rdy_name, 9, 200)", "rdy_offer.rdy_name"),

        // CU-L-02
        NotMet("CU-L-02", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_name $column.rdy_offer.rdy_otherpublications)", "columns.fill($column.rdy_offer.rdy_name $column.rdy_offer.rdy_otherpublications)", "rdy_offer.rdy_name"),
        NotMet("CU-L-02", "another publication is no address", new OfferFacts { Name = "Quotes", OtherPublications = "our site" }, "url.space(4)", "publications.fix($column.rdy_offer.rdy_otherpublications)", "rdy_offer.rdy_otherpublications"),
        Undecided("CU-L-02", "published elsewhere", new OfferFacts { Name = "Quotes", OtherPublications = "https://contoso.com/quotes" }, "name.published(Quotes, https://contoso.com/quotes)", "rdy_offer.rdy_name"),
        Undecided("CU-L-02", "packaged again", new OfferFacts { Name = "Quotes", OtherPublications = "https://contoso.com/quotes", Repackaged = YesNo.Yes }, "name.repackaged(Quotes, https://contoso.com/quotes)", "rdy_offer.rdy_name"),

        // CU-L-03
        NotMet("CU-L-03", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_summary)", "fix.D365-CU-L-03(100)", "rdy_offer.rdy_summary"),
        Undecided("CU-L-03", "100 characters", new OfferFacts { Summary = Chars(100) }, "text.length($column.rdy_offer.rdy_summary, 100, 100)", "rdy_offer.rdy_summary"),
        NotMet("CU-L-03", "101 characters", new OfferFacts { Summary = Chars(101) }, "text.long($column.rdy_offer.rdy_summary, 101, 100)", "fix.D365-CU-L-03(100)", "rdy_offer.rdy_summary"),
        NotMet("CU-L-03", "a line break", new OfferFacts { Summary = "Quotes\nin seconds" }, "summary.break($column.rdy_offer.rdy_summary)", "fix.D365-CU-L-03(100)", "rdy_offer.rdy_summary"),
        NotMet("CU-L-03", "markup", new OfferFacts { Summary = "Quotes in <b>seconds</b>" }, "text.markup($column.rdy_offer.rdy_summary, <b>)", "text.markup.fix($column.rdy_offer.rdy_summary)", "rdy_offer.rdy_summary"),
        Undecided("CU-L-03", "two sentences", new OfferFacts { Summary = "Quotes in seconds. No typing." }, "summary.sentences($column.rdy_offer.rdy_summary, 29, 100, 2)", "rdy_offer.rdy_summary"),

        // CU-L-04
        NotMet("CU-L-04", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_description)", "fix.D365-CU-L-04(5000)", "rdy_offer.rdy_description"),
        Met("CU-L-04", "5000 characters", new OfferFacts { Description = Chars(5000) }, "text.length($column.rdy_offer.rdy_description, 5000, 5000)", "rdy_offer.rdy_description"),
        NotMet("CU-L-04", "5001 characters", new OfferFacts { Description = Chars(5001) }, "text.long($column.rdy_offer.rdy_description, 5001, 5000)", "fix.D365-CU-L-04(5000)", "rdy_offer.rdy_description"),
        Met("CU-L-04", "5000 characters, tags included", new OfferFacts { Description = "<p>" + Chars(4993) + "</p>" }, "markup.length(5000, 5000, 4993)", "rdy_offer.rdy_description"),
        NotMet("CU-L-04", "5001 characters, tags included", new OfferFacts { Description = "<p>" + Chars(4994) + "</p>" }, "markup.long(5001, 5000, 4994)", "fix.D365-CU-L-04(5000)", "rdy_offer.rdy_description"),

        // CU-L-05
        NotMet("CU-L-05", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_description)", "fix.D365-CU-L-05(b, i, br, p, ul, ol, li, h1, h2, h3, h4, h5, h6)", "rdy_offer.rdy_description"),
        Met("CU-L-05", "plain text", new OfferFacts { Description = "Quotes" }, "markup.plain", "rdy_offer.rdy_description"),
        Met("CU-L-05", "every tag that is shown", new OfferFacts { Description = "<h1>a</h1><h2>a</h2><h3>a</h3><h4>a</h4><h5>a</h5><h6>a</h6><p><b>a</b><i>a</i><br></p><ul><li>a</li></ul><ol><li>a</li></ol>" }, "markup.given(h1, h2, h3, h4, h5, \u2026)", "rdy_offer.rdy_description"),
        NotMet("CU-L-05", "emphasis of 2018", new OfferFacts { Description = "<p><em>Quotes</em></p>" }, "markup.tags(em)", "fix.D365-CU-L-05(b, i, br, p, ul, ol, li, h1, h2, h3, h4, h5, h6)", "rdy_offer.rdy_description"),
        NotMet("CU-L-05", "tags that are not shown", new OfferFacts { Description = "<div><strong>Quotes</strong><a>b</a></div>" }, "markup.tags(div, strong, a)", "fix.D365-CU-L-05(b, i, br, p, ul, ol, li, h1, h2, h3, h4, h5, h6)", "rdy_offer.rdy_description"),
        NotMet("CU-L-05", "not closed", new OfferFacts { Description = "<p><b>Quotes</p>" }, "html.unclosed(b, 4)", "fix.D365-CU-L-05(b, i, br, p, ul, ol, li, h1, h2, h3, h4, h5, h6)", "rdy_offer.rdy_description"),
        NotMet("CU-L-05", "a script", new OfferFacts { Description = "<script>a</script>" }, "markup.script", "fix.D365-CU-L-05(b, i, br, p, ul, ol, li, h1, h2, h3, h4, h5, h6)", "rdy_offer.rdy_description"),

        // CU-L-06
        NotMet("CU-L-06", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_description)", "fix.D365-CU-L-06", "rdy_offer.rdy_description"),
        NotMet("CU-L-06", "a competitor", new OfferFacts { Description = "<p>Faster than Fabrikam Offers.</p>", Competitors = "Fabrikam" }, "competitor.named($column.rdy_offer.rdy_description, Fabrikam)", "competitor.named.fix", "rdy_offer.rdy_description"),
        Undecided("CU-L-06", "part of a word is no competitor", new OfferFacts { Description = "<p>Fabrikamming</p>", Competitors = "Fabrikam" }, "content.length(12)", "rdy_offer.rdy_description"),
        Undecided("CU-L-06", "words of comparison", new OfferFacts { Description = "<p>The best quotes</p>" }, "content.comparing(best)", "rdy_offer.rdy_description"),
        Undecided("CU-L-06", "nothing to point out", new OfferFacts { Description = "<p>Quotes in seconds</p>", Competitors = "Fabrikam" }, "content.length(17)", "rdy_offer.rdy_description"),

        // CU-L-07
        NotMet("CU-L-07", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_description $column.rdy_offer.rdy_name)", "columns.fill($column.rdy_offer.rdy_description $column.rdy_offer.rdy_name)", "rdy_offer.rdy_description"),
        Met("CU-L-07", "names the product", new OfferFacts { Name = "Contoso Quotes", Description = "<p>contoso quotes saves time.</p>" }, "product.named(Contoso Quotes)", "rdy_offer.rdy_description"),
        Met("CU-L-07", "plain text names the product", new OfferFacts { Name = "Contoso Quotes", Description = "With Contoso Quotes." }, "product.named(Contoso Quotes)", "rdy_offer.rdy_description"),
        NotMet("CU-L-07", "names part of it", new OfferFacts { Name = "Contoso Quotes", Description = "<p>Quotes saves time.</p>" }, "product.unnamed(Contoso Quotes)", "product.unnamed.fix(Contoso Quotes)", "rdy_offer.rdy_description"),
        NotMet("CU-L-07", "a script", new OfferFacts { Name = "Quotes", Description = "<script>a</script> Quotes" }, "markup.script", "fix.D365-CU-L-07", "rdy_offer.rdy_description"),
        NotMet("CU-L-07", "not closed", new OfferFacts { Name = "Quotes", Description = "<p>Quotes" }, "html.unclosed(p, 1)", "fix.D365-CU-L-07", "rdy_offer.rdy_description"),

        // CU-L-08
        NotApplicable("CU-L-08", "nothing read", new OfferFacts(), "condition.language.unknown($column.rdy_offer.rdy_listinglanguage)", "rdy_offer.rdy_listinglanguage"),
        NotApplicable("CU-L-08", "English", new OfferFacts { ListingLanguage = Language.English, Description = "Quotes" }, "condition.language", "rdy_offer.rdy_listinglanguage"),
        NotMet("CU-L-08", "no description", new OfferFacts { ListingLanguage = Language.Swedish }, "column.empty($column.rdy_offer.rdy_description)", "fix.D365-CU-L-08(This application is available only in)", "rdy_offer.rdy_description"),
        Met("CU-L-08", "begins with the notice", new OfferFacts { ListingLanguage = Language.Swedish, Description = "<p>This application is available only in Swedish.</p><p>Offerter.</p>" }, "notice.first($choice.Language.Swedish)", "rdy_offer.rdy_description"),
        Met("CU-L-08", "begins with the notice of the policy", new OfferFacts { ListingLanguage = Language.Swedish, Description = "<p>This application is available in Swedish.</p><p>Offerter.</p>" }, "notice.first($choice.Language.Swedish)", "rdy_offer.rdy_description"),
        Met("CU-L-08", "ends with the notice of the policy", new OfferFacts { ListingLanguage = Language.Swedish, Description = "<p>Offerter.</p><p>This application is available in Swedish.</p>" }, "notice.last($choice.Language.Swedish)", "rdy_offer.rdy_description"),
        NotMet("CU-L-08", "the notice in the middle", new OfferFacts { ListingLanguage = Language.Swedish, Description = "<p>Offerter.</p><p>This application is available in Swedish.</p><p>Mer.</p>" }, "notice.missing($choice.Language.Swedish)", "fix.D365-CU-L-08(This application is available only in)", "rdy_offer.rdy_description"),
        NotMet("CU-L-08", "no notice", new OfferFacts { ListingLanguage = Language.Swedish, Description = "<p>Offerter.</p>" }, "notice.missing($choice.Language.Swedish)", "fix.D365-CU-L-08(This application is available only in)", "rdy_offer.rdy_description"),

        // CU-L-09
        NotMet("CU-L-09", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_listinglanguage $column.rdy_offer.rdy_description)", "columns.fill($column.rdy_offer.rdy_listinglanguage $column.rdy_offer.rdy_description)", "rdy_offer.rdy_listinglanguage"),
        Uninspected("CU-L-09", "too short to tell", new OfferFacts { ListingLanguage = Language.English, Description = "<p>Quotes</p>" }, "language.unsure($column.rdy_offer.rdy_description, $choice.Language.English)", "language.unsure.fix", "rdy_offer.rdy_description"),
        Met("CU-L-09", "English", new OfferFacts { ListingLanguage = Language.English, Description = "<p>Contoso Quotes is the app for teams that write quotes from leads and have no time for this.</p>" }, "language.same($column.rdy_offer.rdy_description, $choice.Language.English)", "rdy_offer.rdy_listinglanguage"),
        NotMet("CU-L-09", "Swedish said to be English", new OfferFacts { ListingLanguage = Language.English, Description = "<p>Appen är till för er som skriver offerter och inte vill göra det utan hjälp från era leads.</p>" }, "language.other($column.rdy_offer.rdy_description, $choice.Language.Swedish, $choice.Language.English)", "fix.D365-CU-L-09", "rdy_offer.rdy_description"),
        Met("CU-L-09", "Swedish", new OfferFacts { ListingLanguage = Language.Swedish, Description = "<p>Appen är till för er som skriver offerter och inte vill göra det utan hjälp från era leads.</p>" }, "language.same($column.rdy_offer.rdy_description, $choice.Language.Swedish)", "rdy_offer.rdy_listinglanguage"),
        NotMet("CU-L-09", "a summary in another language", new OfferFacts { ListingLanguage = Language.English, Description = "<p>Contoso Quotes is the app for teams that write quotes from leads and have no time for this.</p>", Summary = "Offerter för er som inte har tid och är utan hjälp från leads" }, "language.other($column.rdy_offer.rdy_summary, $choice.Language.Swedish, $choice.Language.English)", "fix.D365-CU-L-09", "rdy_offer.rdy_summary"),
        NotMet("CU-L-09", "German said to be English", new OfferFacts { ListingLanguage = Language.English, Description = "<p>Die App ist für alle, die Angebote schreiben und nicht warten werden oder ohne Hilfe sind.</p>" }, "language.other($column.rdy_offer.rdy_description, $choice.Language.German, $choice.Language.English)", "fix.D365-CU-L-09", "rdy_offer.rdy_description"),
        Met("CU-L-09", "Japanese", new OfferFacts { ListingLanguage = Language.Japanese, Description = "<p>\u3053\u306E\u30A2\u30D7\u30EA</p>" }, "language.same($column.rdy_offer.rdy_description, $choice.Language.Japanese)", "rdy_offer.rdy_listinglanguage"),
        NotMet("CU-L-09", "Chinese said to be Japanese", new OfferFacts { ListingLanguage = Language.Japanese, Description = "<p>\u62A5\u4EF7\u5E94\u7528\u7A0B\u5E8F</p>" }, "language.other($column.rdy_offer.rdy_description, $choice.Language.ChineseSimplified, $choice.Language.Japanese)", "fix.D365-CU-L-09", "rdy_offer.rdy_description"),

        // CU-L-10
        NotApplicable("CU-L-10", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_keywords)", "rdy_offer.rdy_keywords"),
        Undecided("CU-L-10", "three", new OfferFacts { Keywords = "quotes\nleads\npricing", Name = "Contoso" }, "list.count($column.rdy_offer.rdy_keywords, 3, 3)", "rdy_offer.rdy_keywords"),
        NotMet("CU-L-10", "four", new OfferFacts { Keywords = "quotes\nleads\npricing\ndeals" }, "list.many($column.rdy_offer.rdy_keywords, 4, 3)", "fix.D365-CU-L-10(3)", "rdy_offer.rdy_keywords"),
        NotMet("CU-L-10", "a category", new OfferFacts { Keywords = "Productivity" }, "keyword.category(Productivity)", "fix.D365-CU-L-10(3)", "rdy_offer.rdy_keywords"),
        NotMet("CU-L-10", "a competitor", new OfferFacts { Keywords = "fabrikam offers", Competitors = "Fabrikam" }, "competitor.named($column.rdy_offer.rdy_keywords, Fabrikam)", "competitor.named.fix", "rdy_offer.rdy_keywords"),
        Undecided("CU-L-10", "part of the name", new OfferFacts { Keywords = "quotes", Name = "Contoso Quotes" }, "keyword.name(quotes)", "rdy_offer.rdy_keywords"),

        // CU-L-11
        NotApplicable("CU-L-11", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_workswith)", "rdy_offer.rdy_workswith"),
        Met("CU-L-11", "three", new OfferFacts { WorksWith = "a\nb\nc" }, "list.count($column.rdy_offer.rdy_workswith, 3, 3)", "rdy_offer.rdy_workswith"),
        NotMet("CU-L-11", "four", new OfferFacts { WorksWith = "a\nb\nc\nd" }, "list.many($column.rdy_offer.rdy_workswith, 4, 3)", "fix.D365-CU-L-11(3)", "rdy_offer.rdy_workswith"),

        // CU-L-12
        NotMet("CU-L-12", "nothing read", new OfferFacts(), "link.none($choice.LinkPurpose.Help)", "link.none.fix($choice.LinkPurpose.Help)", "new rdy_supportlink.rdy_purpose"),
        Undecided("CU-L-12", "an address", With(Link(LinkPurpose.Help, "https://contoso.com/help")), "link.given($choice.LinkPurpose.Help, https://contoso.com/help)", "rdy_supportlink.rdy_url"),
        NotMet("CU-L-12", "no address", With(Link(LinkPurpose.Help, "")), "link.empty(Link)", "fix.url($column.rdy_supportlink.rdy_url)", "rdy_supportlink.rdy_url"),
        Undecided("CU-L-12", "other than the support address", With(Link(LinkPurpose.Help, "https://contoso.com/help"), Link(LinkPurpose.Support, "https://contoso.com/support")), "link.given($choice.LinkPurpose.Help, https://contoso.com/help)", "rdy_supportlink.rdy_url"),
        NotMet("CU-L-12", "the support address", With(Link(LinkPurpose.Help, "https://contoso.com/help/"), Link(LinkPurpose.Support, "https://CONTOSO.com/help")), "links.same($choice.LinkPurpose.Help, $choice.LinkPurpose.Support, https://contoso.com/help/)", "links.same.fix($choice.LinkPurpose.Help, $choice.LinkPurpose.Support)", "rdy_supportlink.rdy_url"),

        // CU-L-13
        NotMet("CU-L-13", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_privacyurl)", "fix.D365-CU-L-13", "rdy_offer.rdy_privacyurl"),
        NotMet("CU-L-13", "no https", new OfferFacts { PrivacyUrl = "http://contoso.com/privacy" }, "url.http", "fix.D365-CU-L-13", "rdy_offer.rdy_privacyurl"),
        Undecided("CU-L-13", "an address", new OfferFacts { PrivacyUrl = "https://contoso.com/privacy" }, "column.value($column.rdy_offer.rdy_privacyurl, https://contoso.com/privacy)", "rdy_offer.rdy_privacyurl"),

        // CU-L-14
        NotMet("CU-L-14", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_supportname $column.rdy_offer.rdy_supportemail $column.rdy_offer.rdy_supportphone)", "columns.fill($column.rdy_offer.rdy_supportname $column.rdy_offer.rdy_supportemail $column.rdy_offer.rdy_supportphone)", "rdy_offer.rdy_supportname"),
        NotMet("CU-L-14", "a contact without a link", new OfferFacts { SupportName = "Support", SupportEmail = "support@contoso.com", SupportPhone = "+46 8 123 457" }, "link.none($choice.LinkPurpose.Support)", "link.none.fix($choice.LinkPurpose.Support)", "new rdy_supportlink.rdy_purpose"),
        NotMet("CU-L-14", "no e-mail address", new OfferFacts { SupportName = "Support", SupportEmail = "support", SupportPhone = "+46 8 123 457" }, "email.form(support)", "fix.email($column.rdy_offer.rdy_supportemail)", "rdy_offer.rdy_supportemail"),
        Undecided("CU-L-14", "contact and link", Supported(Link(LinkPurpose.Support, "https://contoso.com/support")), "link.given($choice.LinkPurpose.Support, https://contoso.com/support)", "rdy_supportlink.rdy_url"),
        NotMet("CU-L-14", "the help address", Supported(Link(LinkPurpose.Support, "https://contoso.com/help"), Link(LinkPurpose.Help, "https://contoso.com/help")), "links.same($choice.LinkPurpose.Support, $choice.LinkPurpose.Help, https://contoso.com/help)", "links.same.fix($choice.LinkPurpose.Support, $choice.LinkPurpose.Help)", "rdy_supportlink.rdy_url"),

        // CU-L-15
        NotMet("CU-L-15", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_engineeringname $column.rdy_offer.rdy_engineeringemail $column.rdy_offer.rdy_engineeringphone)", "columns.fill($column.rdy_offer.rdy_engineeringname $column.rdy_offer.rdy_engineeringemail $column.rdy_offer.rdy_engineeringphone)", "rdy_offer.rdy_engineeringname"),
        NotMet("CU-L-15", "no phone number", new OfferFacts { EngineeringName = "Ada", EngineeringEmail = "ada@contoso.com", EngineeringPhone = "none" }, "phone.form(none)", "fix.phone($column.rdy_offer.rdy_engineeringphone)", "rdy_offer.rdy_engineeringphone"),
        Undecided("CU-L-15", "all there", new OfferFacts { EngineeringName = "Ada", EngineeringEmail = "ada@contoso.com", EngineeringPhone = "+46 8 123 456" }, "contact.given(Ada, ada@contoso.com, +46 8 123 456)", "rdy_offer.rdy_engineeringname"),

        // CU-L-16
        NotMet("CU-L-16", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.Document)", "fix.D365-CU-L-16(3)", "new rdy_marketingasset.rdy_kind"),
        Met("CU-L-16", "one", With(File(AssetKind.Document, "PDF")), "document.right(Guide, PDF)", "rdy_marketingasset.rdy_file"),
        NotMet("CU-L-16", "four", With(File(AssetKind.Document, "PDF"), File(AssetKind.Document, "PDF"), File(AssetKind.Document, "PDF"), File(AssetKind.Document, "PDF")), "asset.many(4, $choice.AssetKind.Document, 3)", "asset.many.fix(3, $choice.AssetKind.Document)", "rdy_marketingasset.rdy_kind"),
        NotMet("CU-L-16", "a Word document", With(File(AssetKind.Document, "DOCX")), "document.format(Guide, DOCX)", "fix.D365-CU-L-16(3)", "rdy_marketingasset.rdy_file"),

        // CU-L-17
        NotApplicable("CU-L-17", "nothing read", new OfferFacts(), "link.none($choice.LinkPurpose.LearnMore)", "new rdy_supportlink.rdy_purpose"),
        Undecided("CU-L-17", "an address", With(Link(LinkPurpose.LearnMore, "https://contoso.com/docs")), "link.given($choice.LinkPurpose.LearnMore, https://contoso.com/docs)", "rdy_supportlink.rdy_url"),
        NotMet("CU-L-17", "no web address", With(Link(LinkPurpose.LearnMore, "contoso.com")), "url.scheme.missing(contoso.com)", "fix.url($column.rdy_supportlink.rdy_url)", "rdy_supportlink.rdy_url"),
    };
}
