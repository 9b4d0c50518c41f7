namespace DataverseReadiness.Rules;

/// <summary>The description is simple HTML whose source, tags included, is of limited length.</summary>
internal sealed class HtmlWithin(CatalogLine line, int max) : OfferRequirement(line, Columns.Description)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.Description;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix(_max));

        var html = offer.DescriptionHtml;
        var length = Shown.Number(html.SourceLength);
        if (html.SourceLength > max)
        {
            return NotMet(
                offer,
                html.VisibleLength == html.SourceLength
                    ? new Message("text.long", column.Label, length, _max)
                    : new Message("markup.long", length, _max, Shown.Number(html.VisibleLength)),
                Fix(_max));
        }

        return SimpleHtml.Problem(html) is { } problem
            ? NotMet(offer, problem, Fix(_max))
            : Passed(offer, html.VisibleLength == html.SourceLength
                ? new Message("text.length", column.Label, length, _max)
                : new Message("markup.length", length, _max, Shown.Number(html.VisibleLength)));
    }
}
