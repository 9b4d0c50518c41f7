namespace DataverseReadiness.Rules;

/// <summary>Whether the offer is sold through Microsoft is said; if it is, Microsoft manages its licences.</summary>
internal sealed class SellThrough(CatalogLine line) : OfferRequirement(line, Columns.SellThroughMicrosoft, Columns.LicenseManagement)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.SellThroughMicrosoft) is { } missing)
            return missing;
        return offer.SellThroughMicrosoft == YesNo.Yes && offer.LicenseManagement != YesNo.Yes
            ? NotMet(offer, new Message("sell.unmanaged"), Fix(), Columns.LicenseManagement)
            : Passed(offer, new Message(offer.SellThroughMicrosoft == YesNo.Yes ? "sell.yes" : "sell.no"));
    }
}
