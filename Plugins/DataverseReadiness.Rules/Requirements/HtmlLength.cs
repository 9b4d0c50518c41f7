namespace DataverseReadiness.Rules;

/// <summary>The description, tags included, is of limited length.</summary>
internal sealed class HtmlLength(CatalogLine line, int max) : OfferRequirement(line, Columns.Description)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.Description;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix(_max));

        var html = offer.DescriptionHtml;
        var length = Shown.Number(html.SourceLength);
        var plain = html.VisibleLength == html.SourceLength;
        if (html.SourceLength > max)
        {
            return NotMet(
                offer,
                plain ? new Message("text.long", column.Label, length, _max) : new Message("markup.long", length, _max, Shown.Number(html.VisibleLength)),
                Fix(_max));
        }

        return Passed(
            offer,
            plain ? new Message("text.length", column.Label, length, _max) : new Message("markup.length", length, _max, Shown.Number(html.VisibleLength)));
    }
}
