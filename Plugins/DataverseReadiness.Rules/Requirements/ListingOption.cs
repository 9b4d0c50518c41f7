using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The app type is one the storefront knows.</summary>
internal sealed class ListingOption(CatalogLine line, params AppType[] allowed) : OfferRequirement(line, Columns.AppType)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.AppType;
        if (offer.AppType is not { } type)
            return NotMet(offer, new Message("column.empty", column.Label), Fix());

        return allowed.Contains(type)
            ? Passed(offer, Given(offer, column))
            : NotMet(offer, new Message("listing.type", column.ShownIn(offer)), Fix());
    }
}
