namespace DataverseReadiness.Rules;

/// <summary>Edits of a published offer take effect only when it is published again: whether there are any is said, and agrees with the versions.</summary>
internal sealed class Republished(CatalogLine line)
    : OfferRequirement(line, Columns.ChangedSincePublished, Columns.LastPublishedOn, Columns.PublishedVersion, Columns.AppVersion)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.LastPublishedOn is not { } published)
            return NotApplicable(offer, new Message("republish.never", Columns.LastPublishedOn.Label), Columns.LastPublishedOn);
        if (Missing(offer, Columns.ChangedSincePublished) is { } missing)
            return missing;

        var day = Shown.Date(published);
        if (offer.ChangedSincePublished == YesNo.Yes)
            return Passed(offer, new Message("republish.edited", day));

        string was = (offer.PublishedVersion ?? "").Trim(), version = (offer.AppVersion ?? "").Trim();
        return was.Length > 0 && version.Length > 0 && was != version
            ? NotMet(offer, new Message("republish.differs", Shown.Text(was), Shown.Text(version)), Fix())
            : Passed(offer, new Message("republish.same", day));
    }
}
