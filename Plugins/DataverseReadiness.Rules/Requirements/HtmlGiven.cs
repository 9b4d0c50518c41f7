using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The description exists and is HTML.</summary>
internal sealed class HtmlGiven(CatalogLine line) : OfferRequirement(line, Columns.Description)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.Description;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix());

        return offer.DescriptionHtml.HasMarkup
            ? Passed(offer, new Message("markup.given", Shown.Some(offer.DescriptionHtml.Tags.Select(tag => tag.Name).ToList())))
            : NotMet(offer, new Message("markup.none", column.Label), Fix());
    }
}
