namespace DataverseReadiness.Rules;

/// <summary>What the description says is for people to judge. A competitor's name fails it, words of comparison are pointed out.</summary>
internal sealed class DescriptionContent(CatalogLine line) : OfferRequirement(line, Columns.Description, Columns.Competitors)
{
    private static readonly string[] Comparing =
    [
        "better than", "best", "superior", "unlike", "number one", "no. 1", "leading", "cheaper than", "faster than",
        "bättre än", "bäst", "bästa", "överlägsen", "till skillnad från", "ledande", "billigare än", "snabbare än",
    ];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.Description;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix());

        var text = offer.DescriptionHtml.VisibleText;
        if (TextSearch.FirstIn(Lines.Of(offer.Competitors), text) is { } competitor)
            return NotMet(offer, new Message("competitor.named", column.Label, Shown.Text(competitor)), new Message("competitor.named.fix"));
        return Passed(offer, TextSearch.FirstIn(Comparing, text) is { } word
            ? new Message("content.comparing", word)
            : new Message("content.length", Shown.Number(text.Length)));
    }
}
