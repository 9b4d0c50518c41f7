using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>One listing option, unless Microsoft manages the licences: then the store shows its own button.</summary>
internal sealed class ListingChoice(CatalogLine line, params AppType[] allowed)
    : OfferRequirement(line, Columns.AppType, Columns.SellThroughMicrosoft, Columns.LicenseManagement)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Sales.IsManaged(offer))
            return NotApplicable(offer, new Message("listing.managed"));
        if (offer.AppType is not { } type)
            return NotMet(offer, new Message("column.empty", Columns.AppType.Label), Fix());
        return allowed.Contains(type)
            ? Passed(offer, Given(offer, Columns.AppType))
            : NotMet(offer, new Message("listing.sold", Columns.AppType.ShownIn(offer)), Fix());
    }
}
