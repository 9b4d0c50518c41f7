using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A published offer is certified again within so many months of its last publication.</summary>
internal sealed class PublishedWithin(CatalogLine line, int months) : OfferRequirement(line, Columns.LastPublishedOn)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.LastPublishedOn is not { } published)
            return NotApplicable(offer, new Message("published.never", Columns.LastPublishedOn.Label));
        if (published.Date > offer.Now.Date)
            return NotMet(offer, new Message("date.future", Columns.LastPublishedOn.Label, Shown.Date(published)), new Message("date.future.fix", Columns.LastPublishedOn.Label));
        var until = published.Date.AddMonths(months);
        return offer.Now.Date > until
            ? NotMet(offer, new Message("published.long", Shown.Date(published), Shown.Date(until)), Fix(Shown.Number(months)))
            : Passed(offer, new Message("published.within", Shown.Date(published), Shown.Date(until)));
    }

    internal override IEnumerable<Moment> Ages(OfferFacts offer) => offer.LastPublishedOn is { } published
        ? [new Moment(published.Date, MomentCause.DateComes), new Moment(published.Date.AddMonths(months).AddDays(1), MomentCause.DateComes)]
        : [];
}
