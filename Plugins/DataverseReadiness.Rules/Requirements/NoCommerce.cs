namespace DataverseReadiness.Rules;

/// <summary>The listing is not commerce-enabled: the publisher keeps its own ordering and billing.</summary>
internal sealed class NoCommerce(CatalogLine line) : OfferRequirement(line, Columns.AppType, Columns.BillingRoute)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.AppType) is { } missing)
            return missing;

        if (offer.AppType == AppType.Transact)
            return NotMet(offer, new Message("listing.type", Columns.AppType.ShownIn(offer)), Fix());

        return Missing(offer, Columns.BillingRoute)
            ?? Passed(offer, new Message("billing.route", Columns.BillingRoute.ShownIn(offer)));
    }
}
