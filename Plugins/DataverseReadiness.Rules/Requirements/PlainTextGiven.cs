namespace DataverseReadiness.Rules;

/// <summary>A text without markup, of any length.</summary>
internal sealed class PlainTextGiven(CatalogLine line, Column<string?> column) : OfferRequirement(line, column)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix());

        return PlainText.FirstMarkup(column.Of(offer)!) is { } markup
            ? NotMet(offer, new Message("text.markup", column.Label, markup), new Message("text.markup.fix", column.Label))
            : Passed(offer, new Message("text.plain", column.Label, Shown.Number(column.Of(offer)!.Length)));
    }
}
