using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Where leads go: nowhere is allowed, anywhere else needs an address.</summary>
internal sealed class LeadManagement(CatalogLine line) : OfferRequirement(line, Columns.LeadDestination, Columns.LeadEndpoint)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.LeadDestination is not { } destination)
            return NotGiven(offer, Columns.LeadDestination);

        if (destination == LeadDestination.None)
            return NotApplicable(offer, new Message("leads.none"));

        return Missing(offer, Columns.LeadEndpoint) is { } missing
            ? missing
            : destination == LeadDestination.HttpsEndpoint && UrlReader.Read(offer.LeadEndpoint).Problem is { } problem
                ? NotMet(offer, problem, Fix(), Columns.LeadEndpoint)
                : Passed(offer, new Message("leads.destination", Columns.LeadDestination.ShownIn(offer), Columns.LeadEndpoint.ShownIn(offer)));
    }
}
