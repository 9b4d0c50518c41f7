using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The title is the one on the product's own sites; software packaged again shows what it adds. People compare.</summary>
internal sealed class TitlePolicy(CatalogLine line) : OfferRequirement(line, Columns.Name, Columns.OtherPublications, Columns.Repackaged)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.Name, Columns.OtherPublications) is { } missing)
            return missing;

        var publications = Lines.Of(offer.OtherPublications);
        foreach (var publication in publications)
        {
            if (UrlReader.Read(publication).Problem is { } problem)
                return NotMet(offer, problem, new Message("publications.fix", Columns.OtherPublications.Label), Columns.OtherPublications);
        }

        return Passed(offer, new Message(
            offer.Repackaged == YesNo.Yes ? "name.repackaged" : "name.published", Columns.Name.ShownIn(offer), Shown.Some(publications)));
    }
}
