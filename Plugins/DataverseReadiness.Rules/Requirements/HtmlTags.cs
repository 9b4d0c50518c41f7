using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The description uses only tags that the store shows.</summary>
internal sealed class HtmlTags(CatalogLine line, params string[] allowed) : OfferRequirement(line, Columns.Description)
{
    private readonly string _allowed = string.Join(", ", allowed);

    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.Description;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix(_allowed));

        var html = offer.DescriptionHtml;
        if (SimpleHtml.Problem(html, allowed) is { } problem)
            return NotMet(offer, problem, Fix(_allowed));
        return html.Tags.Count == 0
            ? Passed(offer, new Message("markup.plain"))
            : Passed(offer, new Message("markup.given", Shown.Some(html.Tags.Select(tag => tag.Name).ToList())));
    }
}
