using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>No more than a few industries, each with no more than a few of its own verticals.</summary>
internal sealed class MarketIndustryChoice(CatalogLine line, int max, int maxVerticals)
    : OfferRequirement(line, Columns.MarketIndustries, Columns.Verticals)
{
    /// <summary>Values of verticals set aside for one industry.</summary>
    private const int PerIndustry = 10;

    private readonly string[] _limits = [Shown.Number(max), Shown.Number(maxVerticals)];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var industries = offer.MarketIndustries;
        var verticals = offer.Verticals;
        if (industries.Count == 0 && verticals.Count == 0)
            return NotGiven(offer, Columns.MarketIndustries);
        if (industries.Count > max)
            return NotMet(offer, new Message("list.many", Columns.MarketIndustries.Label, Shown.Number(industries.Count), _limits[0]), Fix(_limits));
        if (verticals.FirstOrDefault(vertical => !industries.Contains(IndustryOf(vertical))) is var other && other != default)
            return NotMet(offer, new Message("industry.other", Shown.Choice(other)), Fix(_limits), Columns.Verticals);
        foreach (var industry in industries)
        {
            var count = verticals.Count(vertical => IndustryOf(vertical) == industry);
            if (count > maxVerticals)
                return NotMet(offer, new Message("industry.many", Shown.Choice(industry), Shown.Number(count), _limits[1]), Fix(_limits), Columns.Verticals);
        }

        return Passed(offer, new Message("choices.chosen", Columns.MarketIndustries.Label, Columns.MarketIndustries.ShownIn(offer)));
    }

    private static MarketIndustry IndustryOf(Vertical vertical) =>
        MarketIndustry.Automotive + (((int)vertical - (int)Vertical.Automotive) / PerIndustry);
}
