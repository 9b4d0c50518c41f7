using System;

namespace DataverseReadiness.Rules;

/// <summary>A change of marketing texts alone leaves the published version as it is.</summary>
internal sealed class MarketingOnlyChange(CatalogLine line)
    : OfferRequirement(line, Columns.MarketingOnly, Columns.PublishedVersion, Columns.AppVersion)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.MarketingOnly is null)
            return NotGiven(offer, Columns.MarketingOnly);

        if (offer.MarketingOnly != YesNo.Yes)
            return NotApplicable(offer, new Message("marketing.no"));

        if (Missing(offer, Columns.PublishedVersion, Columns.AppVersion) is { } missing)
            return missing;

        string published = offer.PublishedVersion!.Trim(), app = offer.AppVersion!.Trim();
        return string.Equals(published, app, StringComparison.Ordinal)
            ? Passed(offer, new Message("marketing.same", Shown.Text(app)))
            : NotMet(offer, new Message("marketing.differs", Shown.Text(published), Shown.Text(app)), Fix());
    }
}
