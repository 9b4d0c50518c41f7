namespace DataverseReadiness.Rules;

/// <summary>A plain text of limited length.</summary>
internal sealed class TextWithin(CatalogLine line, Column<string?> column, int max) : OfferRequirement(line, column)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix(_max));

        var text = column.Of(offer)!;
        var length = Shown.Number(text.Length);
        if (text.Length > max)
            return NotMet(offer, new Message("text.long", column.Label, length, _max), Fix(_max));

        return PlainText.FirstMarkup(text) is { } markup
            ? NotMet(offer, new Message("text.markup", column.Label, markup), new Message("text.markup.fix", column.Label))
            : Passed(offer, new Message("text.length", column.Label, length, _max));
    }
}
