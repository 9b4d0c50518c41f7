namespace DataverseReadiness.Rules;

/// <summary>The listing is worth its use and comes from where it says; a competitor's mark in title or summary fails it, the rest people judge.</summary>
internal sealed class TrademarkFree(CatalogLine line) : OfferRequirement(line, Columns.Name, Columns.Summary, Columns.Competitors)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.Name) is { } missing)
            return missing;

        var competitors = Lines.Of(offer.Competitors);
        foreach (var column in new[] { Columns.Name, Columns.Summary })
        {
            if (TextSearch.FirstIn(competitors, column.Of(offer)) is { } competitor)
                return NotMet(offer, new Message("competitor.named", column.Label, Shown.Text(competitor)), new Message("competitor.named.fix"), column);
        }

        return Passed(offer, new Message("value.judge", Columns.Name.ShownIn(offer)));
    }
}
