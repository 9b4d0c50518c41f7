namespace DataverseReadiness.Rules;

/// <summary>Versions of one product share one listing. Other versions that are listed by themselves are for people to look at.</summary>
internal sealed class OneListing(CatalogLine line) : OfferRequirement(line, Columns.OtherVersions)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var versions = Lines.Of(offer.OtherVersions);
        return Passed(offer, versions.Count == 0
            ? new Message("versions.none")
            : new Message("versions.listed", Shown.Number(versions.Count), Shown.Some(versions)));
    }
}
