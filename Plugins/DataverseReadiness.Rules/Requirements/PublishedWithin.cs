using System;
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
        var until = Until(published);
        return offer.Now.Date > until
            ? NotMet(offer, new Message("published.long", Shown.Date(published), Shown.Date(until)), Fix(Shown.Number(months)))
            : Passed(offer, new Message("published.within", Shown.Date(published), Shown.Date(until)));
    }

    internal override IEnumerable<Moment> Ages(OfferFacts offer)
    {
        if (offer.LastPublishedOn is not { } published)
            yield break;
        yield return new Moment(published.Date, MomentCause.DateComes);
        if (Moment.After(Until(published), MomentCause.DateComes) is { } late)
            yield return late;
    }

    /// <summary>The last day; the last of all days where the calendar ends before it.</summary>
    private DateTime Until(DateTime published) =>
        published.Year + (months / 12) + 1 > DateTime.MaxValue.Year ? DateTime.MaxValue.Date : published.Date.AddMonths(months);
}
