using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Regions are chosen, none of them a sovereign cloud.</summary>
internal sealed class RegionsAllowed(CatalogLine line, params PackageRegion[] forbidden) : OfferRequirement(line, Columns.PackageRegions)
{
    private readonly string _forbidden = string.Join(" ", forbidden.Select(Shown.Choice));

    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.PackageRegions;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix(_forbidden));

        var chosen = offer.PackageRegions.Where(region => forbidden.Contains(region)).Select(Shown.Choice).ToList();
        return chosen.Count > 0
            ? NotMet(offer, new Message("regions.sovereign", string.Join(" ", chosen)), Fix(_forbidden))
            : Passed(offer, new Message("choices.chosen", column.Label, column.ShownIn(offer)));
    }
}
