using System.Collections.Generic;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>O-01 to O-03.</summary>
public sealed class OfferSettingsCases : CaseTable
{
    public override IEnumerable<RuleCase> Cases() => new[]
    {
        // O-01
        NotMet("O-01", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_marketplaceid)", "fix.D365-18-O-01(50)", "rdy_offer.rdy_marketplaceid"),
        Met("O-01", "50 characters", new OfferFacts { MarketplaceId = Chars(50) }, "column.value($column.rdy_offer.rdy_marketplaceid, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)", "rdy_offer.rdy_marketplaceid"),
        NotMet("O-01", "51 characters", new OfferFacts { MarketplaceId = Chars(51) }, "text.long($column.rdy_offer.rdy_marketplaceid, 51, 50)", "fix.D365-18-O-01(50)", "rdy_offer.rdy_marketplaceid"),
        NotMet("O-01", "a capital", new OfferFacts { MarketplaceId = "contoso-Quotes" }, "offerid.character(contoso-Quotes, Q)", "fix.D365-18-O-01(50)", "rdy_offer.rdy_marketplaceid"),
        NotMet("O-01", "an underscore", new OfferFacts { MarketplaceId = "contoso_quotes" }, "offerid.character(contoso_quotes, _)", "fix.D365-18-O-01(50)", "rdy_offer.rdy_marketplaceid"),
        NotMet("O-01", "a blank", new OfferFacts { MarketplaceId = "contoso quotes" }, "offerid.space(contoso quotes)", "fix.D365-18-O-01(50)", "rdy_offer.rdy_marketplaceid"),
        NotMet("O-01", "a pair of surrogates", new OfferFacts { MarketplaceId = "quotes-\uD83D\uDE00" }, "offerid.character(quotes-\uD83D\uDE00, \uD83D\uDE00)", "fix.D365-18-O-01(50)", "rdy_offer.rdy_marketplaceid"),
        NotMet("O-01", "a lone surrogate", new OfferFacts { MarketplaceId = "quotes-\uD83D" }, "offerid.character(quotes-\uFFFD, \uFFFD)", "fix.D365-18-O-01(50)", "rdy_offer.rdy_marketplaceid"),
        NotMet("O-01", "a hyphen at the end", new OfferFacts { MarketplaceId = "quotes-" }, "offerid.hyphen(quotes-)", "fix.D365-18-O-01(50)", "rdy_offer.rdy_marketplaceid"),
        Met("O-01", "letters, digits and hyphens", new OfferFacts { MarketplaceId = "-quotes-365" }, "column.value($column.rdy_offer.rdy_marketplaceid, -quotes-365)", "rdy_offer.rdy_marketplaceid"),

        // O-02
        NotMet("O-02", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_publisherid)", "column.fill($column.rdy_offer.rdy_publisherid)", "rdy_offer.rdy_publisherid"),
        Met("O-02", "a publisher", new OfferFacts { PublisherId = "contoso" }, "column.value($column.rdy_offer.rdy_publisherid, contoso)", "rdy_offer.rdy_publisherid"),

        // O-03
        NotMet("O-03", "nothing read", new OfferFacts(), "column.empty($column.rdy_offer.rdy_name)", "fix.D365-18-O-03(50)", "rdy_offer.rdy_name"),
        Undecided("O-03", "50 characters", new OfferFacts { Name = Chars(50) }, "text.length($column.rdy_offer.rdy_name, 50, 50)", "rdy_offer.rdy_name"),
        NotMet("O-03", "51 characters", new OfferFacts { Name = Chars(51) }, "text.long($column.rdy_offer.rdy_name, 51, 50)", "fix.D365-18-O-03(50)", "rdy_offer.rdy_name"),
        NotMet("O-03", "another publication is no address", new OfferFacts { Name = "Quotes", OtherPublications = "https://contoso.com/quotes\nour web site" }, "url.space(4)", "publications.fix($column.rdy_offer.rdy_otherpublications)", "rdy_offer.rdy_otherpublications"),
        Undecided("O-03", "with other publications", new OfferFacts { Name = "Quotes", OtherPublications = "https://contoso.com/quotes" }, "text.length($column.rdy_offer.rdy_name, 6, 50)", "rdy_offer.rdy_name"),
    };
}
