using System;

namespace DataverseReadiness.Rules;

/// <summary>An offer published before a programme began had to be certified again by a deadline.</summary>
internal sealed class RecertifiedBy(CatalogLine line, DateTime began, DateTime deadline)
    : OfferRequirement(line, Columns.RecertifiedOn, Columns.FirstPublishedOn)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.FirstPublishedOn is not { } published)
            return NotApplicable(offer, new Message("recertification.unpublished", Columns.FirstPublishedOn.Label), Columns.FirstPublishedOn);

        if (published.Date >= began)
            return NotApplicable(offer, new Message("recertification.later", Shown.Date(published), Shown.Date(began)), Columns.FirstPublishedOn);

        if (offer.RecertifiedOn is not { } recertified)
            return NotMet(offer, new Message("recertification.missing", Shown.Date(published), Shown.Date(deadline)), Fix(Shown.Date(deadline)));

        return recertified.Date <= deadline
            ? Passed(offer, new Message("recertification.done", Shown.Date(recertified), Shown.Date(deadline)))
            : NotMet(offer, new Message("recertification.late", Shown.Date(recertified), Shown.Date(deadline)), Fix(Shown.Date(deadline)));
    }
}
