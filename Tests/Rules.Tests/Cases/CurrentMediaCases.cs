using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>G-01 to G-09 and of today's rule set.</summary>
public sealed class CurrentMediaCases : CurrentTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // CU-G-01
        NotMet("CU-G-01", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.LargeLogo)", "logo.square.add(216, 350)", "new rdy_marketingasset.rdy_kind"),
        NotMet("CU-G-01", "LargeLogo 215 x 215", With(Image(AssetKind.LargeLogo, 215, 215)), "png.size(Picture, 215, 215)", "fix.D365-CU-G-01(216, 350)", "rdy_marketingasset.rdy_image"),
        Met("CU-G-01", "LargeLogo 216 x 216", With(Image(AssetKind.LargeLogo, 216, 216)), "logo.square(216)", "rdy_marketingasset.rdy_image"),
        Met("CU-G-01", "LargeLogo 350 x 350", With(Image(AssetKind.LargeLogo, 350, 350)), "logo.square(350)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-01", "LargeLogo 351 x 351", With(Image(AssetKind.LargeLogo, 351, 351)), "png.size(Picture, 351, 351)", "fix.D365-CU-G-01(216, 350)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-01", "LargeLogo 216 x 217", With(Image(AssetKind.LargeLogo, 216, 217)), "png.size(Picture, 216, 217)", "fix.D365-CU-G-01(216, 350)", "rdy_marketingasset.rdy_image"),
        Met("CU-G-01", "DetailLogo216 216 x 216", With(Image(AssetKind.DetailLogo216, 216, 216)), "logo.square(216)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-01", "DetailLogo216 216 x 217", With(Image(AssetKind.DetailLogo216, 216, 217)), "png.size(Picture, 216, 217)", "fix.D365-CU-G-01(216, 350)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-01", "a JPEG", With(Image(AssetKind.LargeLogo, 300, 300, "JPEG")), "png.format(Picture, JPEG)", "fix.D365-CU-G-01(216, 350)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-01", "nothing uploaded", With(Bytes(AssetKind.LargeLogo, null)), "asset.nothing(Picture, $column.rdy_marketingasset.rdy_image)", "fix.D365-CU-G-01(216, 350)", "rdy_marketingasset.rdy_image"),
        Uninspected("CU-G-01", "not inspected", With(Bytes(AssetKind.LargeLogo, InspectionState.NotInspected)), "asset.uninspected(Picture)", "asset.uninspected.fix", "rdy_marketingasset.rdy_image"),
        Met("CU-G-01", "a wrong one and a right one", With(Image(AssetKind.LargeLogo, 100, 100), Image(AssetKind.LargeLogo, 300, 300)), "logo.square(300)", "rdy_marketingasset.rdy_image"),

        // CU-G-02
        NotApplicable("CU-G-02", "nothing read", new OfferFacts(), "asset.optional($choice.AssetKind.SearchLogo48)", "new rdy_marketingasset.rdy_kind"),
        Met("CU-G-02", "48 x 48", With(Image(AssetKind.SearchLogo48, 48, 48)), "png.right(48, 48)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-02", "47 x 48", With(Image(AssetKind.SearchLogo48, 47, 48)), "png.size(Picture, 47, 48)", "png.fix(48, 48)", "rdy_marketingasset.rdy_image"),

        // CU-G-03
        NotApplicable("CU-G-03", "nothing read", new OfferFacts(), "asset.optional($choice.AssetKind.Logo255x115)", "new rdy_marketingasset.rdy_kind"),
        Met("CU-G-03", "255 x 115", With(Image(AssetKind.Logo255x115, 255, 115)), "png.right(255, 115)", "rdy_marketingasset.rdy_image"),
        Met("CU-G-03", "the application logo", With(Image(AssetKind.ApplicationLogo255x115, 255, 115)), "png.right(255, 115)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-03", "256 x 115", With(Image(AssetKind.ApplicationLogo255x115, 256, 115)), "png.size(Picture, 256, 115)", "png.fix(255, 115)", "rdy_marketingasset.rdy_image"),

        // CU-G-04
        NotApplicable("CU-G-04", "nothing read", new OfferFacts(), "asset.optional($choice.AssetKind.HeroImage)", "new rdy_marketingasset.rdy_kind"),
        Met("CU-G-04", "815 x 290", With(Image(AssetKind.HeroImage, 815, 290)), "png.right(815, 290)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-04", "815 x 291", With(Image(AssetKind.HeroImage, 815, 291)), "png.size(Picture, 815, 291)", "png.fix(815, 290)", "rdy_marketingasset.rdy_image"),

        // CU-G-05
        NotApplicable("CU-G-05", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.LargeLogo)", "new rdy_marketingasset.rdy_kind"),
        Undecided("CU-G-05", "square", With(Image(AssetKind.LargeLogo, 300, 300)), "logo.style(Picture, 300, 300)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-05", "not square", With(Image(AssetKind.LargeLogo, 300, 299)), "png.size(Picture, 300, 299)", "fix.D365-CU-G-05", "rdy_marketingasset.rdy_image"),
        Uninspected("CU-G-05", "not inspected", With(Bytes(AssetKind.LargeLogo, InspectionState.NotInspected)), "asset.uninspected(Picture)", "asset.uninspected.fix", "rdy_marketingasset.rdy_image"),

        // CU-G-06
        NotMet("CU-G-06", "nothing read", new OfferFacts(), "asset.none($choice.AssetKind.Screenshot)", "png.add($choice.AssetKind.Screenshot, 1280, 720)", "new rdy_marketingasset.rdy_kind"),
        Undecided("CU-G-06", "with a caption", With(Captioned(Image(AssetKind.Screenshot, 1280, 720), "Contoso Quotes")), "png.right(1280, 720)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-06", "without a caption", With(Image(AssetKind.Screenshot, 1280, 720)), "asset.uncaptioned(Picture)", "column.fill($column.rdy_marketingasset.rdy_caption)", "rdy_marketingasset.rdy_caption"),
        NotMet("CU-G-06", "1279 x 720", With(Captioned(Image(AssetKind.Screenshot, 1279, 720), "Contoso Quotes")), "png.size(Picture, 1279, 720)", "png.fix(1280, 720)", "rdy_marketingasset.rdy_image"),
        NotMet("CU-G-06", "six", With(Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720), Image(AssetKind.Screenshot, 1280, 720)), "asset.many(6, $choice.AssetKind.Screenshot, 5)", "asset.many.fix(5, $choice.AssetKind.Screenshot)", "rdy_marketingasset.rdy_kind"),

        // CU-G-07
        NotApplicable("CU-G-07", "nothing read", new OfferFacts(), "picture.none", "new rdy_marketingasset.rdy_kind"),
        Undecided("CU-G-07", "not measured", With(Image(AssetKind.Screenshot, 1280, 720)), "picture.unmeasured(1)", "rdy_marketingasset.rdy_image"),
        Undecided("CU-G-07", "sharp", With(Sharp(Image(AssetKind.Screenshot, 1280, 720), 50m)), "picture.sharp(1, Picture, 50)", "rdy_marketingasset.rdy_image"),
        Undecided("CU-G-07", "perhaps blurry", With(Sharp(Image(AssetKind.Screenshot, 1280, 720), 120m), Sharp(Image(AssetKind.LargeLogo, 300, 300), 49.999m)), "picture.blurry(2, Picture, 49.999)", "rdy_marketingasset.rdy_image"),

        // CU-G-08
        NotApplicable("CU-G-08", "nothing read", new OfferFacts(), "asset.optional($choice.AssetKind.Video)", "new rdy_marketingasset.rdy_kind"),
        Undecided("CU-G-08", "on YouTube", With(Film(AssetKind.Video, "https://www.youtube.com/watch?v=1", 1280, 720)), "video.given(1, 4)", "rdy_marketingasset.rdy_url"),
        NotMet("CU-G-08", "a short address", With(Film(AssetKind.Video, "https://youtu.be/1", 1280, 720)), "video.short(Tour, youtu.be)", "video.short.fix", "rdy_marketingasset.rdy_url"),
        NotMet("CU-G-08", "another host", With(Film(AssetKind.Video, "https://contoso.com/film", 1280, 720)), "video.host(Tour, contoso.com)", "video.host.fix", "rdy_marketingasset.rdy_url"),
        NotMet("CU-G-08", "a thumbnail of another size", With(Film(AssetKind.Video, "https://vimeo.com/1", 1280, 721)), "png.size(Tour, 1280, 721)", "video.thumbnail.fix(1280, 720)", "rdy_marketingasset.rdy_image"),

        // CU-G-09
        NotMet("CU-G-09", "nothing read", new OfferFacts(), "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("CU-G-09", "nothing found", Packaged(Solution()), "zip.complete", "rdy_offer.rdy_package"),
        NotMet("CU-G-09", "an icon of another size", Found(PackagePart.Icon, "package.icon.size", "quotes.zip/logo.png", "48", "48"), "package.icon.size(quotes.zip/logo.png, 48, 48)", "fix.D365-CU-G-09", "rdy_offer.rdy_package"),

        // CU-R-01
        NotMet("CU-R-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_primarycategory)", "fix.D365-CU-R-01(2)", "rdy_offer.rdy_primarycategory"),
        Undecided("CU-R-01", "one", new OfferFacts { PrimaryCategory = MarketCategory.Sales }, "column.value($column.rdy_offer.rdy_primarycategory, $choice.MarketCategory.Sales)", "rdy_offer.rdy_primarycategory"),
        Undecided("CU-R-01", "one with two subcategories", new OfferFacts { PrimaryCategory = MarketCategory.Sales, PrimarySubcategories = new[] { Subcategory.Crm, Subcategory.Telesales } }, "column.value($column.rdy_offer.rdy_primarycategory, $choice.MarketCategory.Sales)", "rdy_offer.rdy_primarycategory"),
        NotMet("CU-R-01", "one with three subcategories", new OfferFacts { PrimaryCategory = MarketCategory.Sales, PrimarySubcategories = new[] { Subcategory.Crm, Subcategory.Telesales, Subcategory.Ecommerce } }, "list.many($column.rdy_offer.rdy_primarysubcategories, 3, 2)", "fix.D365-CU-R-01(2)", "rdy_offer.rdy_primarysubcategories"),
        NotMet("CU-R-01", "a subcategory of another one", new OfferFacts { PrimaryCategory = MarketCategory.Sales, PrimarySubcategories = new[] { Subcategory.Legal } }, "category.other($choice.Subcategory.Legal, $column.rdy_offer.rdy_primarycategory)", "fix.D365-CU-R-01(2)", "rdy_offer.rdy_primarysubcategories"),
        Undecided("CU-R-01", "two", new OfferFacts { PrimaryCategory = MarketCategory.Sales, SecondaryCategory = MarketCategory.Finance, SecondarySubcategories = new[] { Subcategory.Accounting } }, "category.two($choice.MarketCategory.Sales, $choice.MarketCategory.Finance)", "rdy_offer.rdy_primarycategory"),
        NotMet("CU-R-01", "the same twice", new OfferFacts { PrimaryCategory = MarketCategory.Sales, SecondaryCategory = MarketCategory.Sales }, "category.twice($choice.MarketCategory.Sales)", "fix.D365-CU-R-01(2)", "rdy_offer.rdy_secondarycategory"),
        NotMet("CU-R-01", "subcategories of none", new OfferFacts { PrimaryCategory = MarketCategory.Sales, SecondarySubcategories = new[] { Subcategory.Accounting } }, "category.other($choice.Subcategory.Accounting, $column.rdy_offer.rdy_secondarycategory)", "fix.D365-CU-R-01(2)", "rdy_offer.rdy_secondarysubcategories"),

        // CU-R-02
        NotApplicable("CU-R-02", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_marketindustries)", "rdy_offer.rdy_marketindustries"),
        Undecided("CU-R-02", "two", new OfferFacts { MarketIndustries = new[] { MarketIndustry.Automotive, MarketIndustry.Education } }, "choices.chosen($column.rdy_offer.rdy_marketindustries, $choice.MarketIndustry.Automotive $choice.MarketIndustry.Education)", "rdy_offer.rdy_marketindustries"),
        NotMet("CU-R-02", "three", new OfferFacts { MarketIndustries = new[] { MarketIndustry.Automotive, MarketIndustry.Education, MarketIndustry.Government } }, "list.many($column.rdy_offer.rdy_marketindustries, 3, 2)", "fix.D365-CU-R-02(2, 2)", "rdy_offer.rdy_marketindustries"),
        Undecided("CU-R-02", "two verticals", new OfferFacts { MarketIndustries = new[] { MarketIndustry.Education }, Verticals = new[] { Vertical.HigherEducation, Vertical.LibrariesAndMuseums } }, "choices.chosen($column.rdy_offer.rdy_marketindustries, $choice.MarketIndustry.Education)", "rdy_offer.rdy_marketindustries"),
        NotMet("CU-R-02", "three verticals", new OfferFacts { MarketIndustries = new[] { MarketIndustry.Education }, Verticals = new[] { Vertical.HigherEducation, Vertical.LibrariesAndMuseums, Vertical.PrimaryAndSecondaryEducation } }, "industry.many($choice.MarketIndustry.Education, 3, 2)", "fix.D365-CU-R-02(2, 2)", "rdy_offer.rdy_verticals"),
        NotMet("CU-R-02", "a vertical of another industry", new OfferFacts { MarketIndustries = new[] { MarketIndustry.Education }, Verticals = new[] { Vertical.Insurance } }, "industry.other($choice.Vertical.Insurance)", "fix.D365-CU-R-02(2, 2)", "rdy_offer.rdy_verticals"),

        // CU-R-03
        NotApplicable("CU-R-03", "nothing read", new OfferFacts(), "optional.empty($column.rdy_offer.rdy_marketproducts)", "rdy_offer.rdy_marketproducts"),
        Met("CU-R-03", "one", new OfferFacts { MarketProducts = new[] { MarketProduct.Sales } }, "choices.chosen($column.rdy_offer.rdy_marketproducts, $choice.MarketProduct.Sales)", "rdy_offer.rdy_marketproducts"),

        // CU-R-04
        NotMet("CU-R-04", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_appversion)", "fix.D365-CU-R-04", "rdy_offer.rdy_appversion"),
        NotMet("CU-R-04", "no version", new OfferFacts { AppVersion = "first" }, "column.value($column.rdy_offer.rdy_appversion, first)", "fix.D365-CU-R-04", "rdy_offer.rdy_appversion"),
        NotMet("CU-R-04", "five numbers", new OfferFacts { AppVersion = "1.2.3.4.5" }, "column.value($column.rdy_offer.rdy_appversion, 1.2.3.4.5)", "fix.D365-CU-R-04", "rdy_offer.rdy_appversion"),
        Uninspected("CU-R-04", "no package", new OfferFacts { AppVersion = "1.2" }, "zip.none", "zip.none.fix($column.rdy_offer.rdy_package)", "rdy_offer.rdy_package"),
        Met("CU-R-04", "the same", Packaged(Solution(), offer => offer.AppVersion = "1.2.0.0"), "version.same(1.2.0.0, Quotes)", "rdy_offer.rdy_appversion"),
        Met("CU-R-04", "the same, shorter", Packaged(Solution(), offer => offer.AppVersion = "1.2"), "version.same(1.2, Quotes)", "rdy_offer.rdy_appversion"),
        NotMet("CU-R-04", "another one", Packaged(Solution(), offer => offer.AppVersion = "1.2.0.1"), "version.differs(1.2.0.1, Quotes, 1.2.0.0)", "version.differs.fix", "rdy_offer.rdy_appversion"),
        Uninspected("CU-R-04", "a solution without a version", Packaged(new PackageSolution { UniqueName = "Quotes" }, offer => offer.AppVersion = "1.2"), "version.unread(1.2)", "zip.damaged.fix", "rdy_offer.rdy_package"),

        // CU-R-05
        NotMet("CU-R-05", "nothing read", new OfferFacts(), "columns.empty($column.rdy_offer.rdy_terms $column.rdy_offer.rdy_termsurl)", "fix.D365-CU-R-05(10000)", "rdy_offer.rdy_terms"),
        Met("CU-R-05", "10,000 characters", new OfferFacts { Terms = Chars(10000) }, "text.length($column.rdy_offer.rdy_terms, 10000, 10000)", "rdy_offer.rdy_terms"),
        NotMet("CU-R-05", "10,001 characters", new OfferFacts { Terms = Chars(10001) }, "text.long($column.rdy_offer.rdy_terms, 10001, 10000)", "fix.D365-CU-R-05(10000)", "rdy_offer.rdy_terms"),
        Undecided("CU-R-05", "an address", new OfferFacts { TermsUrl = "https://contoso.com/terms" }, "column.value($column.rdy_offer.rdy_termsurl, https://contoso.com/terms)", "rdy_offer.rdy_termsurl"),
        NotMet("CU-R-05", "no https", new OfferFacts { TermsUrl = "http://contoso.com/terms" }, "url.http", "fix.url($column.rdy_offer.rdy_termsurl)", "rdy_offer.rdy_termsurl"),
        NotMet("CU-R-05", "both", new OfferFacts { Terms = "Be kind.", TermsUrl = "https://contoso.com/terms" }, "terms.both($column.rdy_offer.rdy_terms, $column.rdy_offer.rdy_termsurl)", "fix.D365-CU-R-05(10000)", "rdy_offer.rdy_terms"),
        NotMet("CU-R-05", "the standard contract alone", new OfferFacts { StandardContract = YesNo.Yes }, "terms.standard", "fix.D365-CU-R-05(10000)", "rdy_offer.rdy_terms"),

        // CU-R-07
        NotMet("CU-R-07", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_markets)", "fix.D365-CU-R-07", "rdy_offer.rdy_markets"),
        Met("CU-R-07", "one", new OfferFacts { Markets = "SE" }, "market.count(1, SE)", "rdy_offer.rdy_markets"),
        Met("CU-R-07", "several, parted in several ways", new OfferFacts { Markets = "se, NO;DK\nFI" }, "market.count(4, se, NO, DK, FI)", "rdy_offer.rdy_markets"),
        NotMet("CU-R-07", "no country", new OfferFacts { Markets = "SE, Sweden" }, "market.unknown(Sweden)", "fix.D365-CU-R-07", "rdy_offer.rdy_markets"),
        NotMet("CU-R-07", "sold without a plan", Sold(), "plan.none", "plan.none.fix", "new rdy_plan.rdy_marketplaceid"),
        NotMet("CU-R-07", "a plan without markets", Sold(new PlanFact { Name = "Basic", Markets = "SE" }, new PlanFact { Name = "Pro" }), "plan.empty(Pro, $column.rdy_plan.rdy_markets)", "fix.D365-CU-R-07", "rdy_plan.rdy_markets"),
        Met("CU-R-07", "plans with markets", Sold(new PlanFact { Name = "Basic", Markets = "SE NO" }), "market.count(2, SE, NO)", "rdy_plan.rdy_markets"),
        NotMet("CU-R-07", "a plan for no country", Sold(new PlanFact { Name = "Basic", Markets = "XX" }), "market.unknown(XX)", "fix.D365-CU-R-07", "rdy_plan.rdy_markets"),

        // CU-R-08
        NotMet("CU-R-08", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_hidekey)", "fix.D365-CU-R-08", "rdy_offer.rdy_hidekey"),
        Met("CU-R-08", "lower-case letters and digits", new OfferFacts { HideKey = "quotes2026" }, "hidekey.length(10)", "rdy_offer.rdy_hidekey"),
        NotMet("CU-R-08", "a capital", new OfferFacts { HideKey = "Quotes2026" }, "hidekey.character(Quotes2026)", "fix.D365-CU-R-08", "rdy_offer.rdy_hidekey"),
        NotMet("CU-R-08", "a hyphen", new OfferFacts { HideKey = "quotes-2026" }, "hidekey.character(quotes-2026)", "fix.D365-CU-R-08", "rdy_offer.rdy_hidekey"),

        // CU-R-09
        Undecided("CU-R-09", "nothing read", new OfferFacts(), "versions.none", "rdy_offer.rdy_otherversions"),
        Undecided("CU-R-09", "two more", new OfferFacts { OtherVersions = "Quotes Lite\nQuotes Pro" }, "versions.listed(2, Quotes Lite, Quotes Pro)", "rdy_offer.rdy_otherversions"),
    };
}
