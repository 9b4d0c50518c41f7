using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Regions are chosen; some need a special permission.</summary>
internal sealed class PackageRegions(CatalogLine line, params PackageRegion[] special)
    : OfferRequirement(line, Columns.PackageRegions, Columns.RegionPermission)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Columns.PackageRegions.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", Columns.PackageRegions.Label), Fix());

        var chosen = offer.PackageRegions.Where(region => special.Contains(region)).Select(Shown.Choice).ToList();
        return chosen.Count > 0 && offer.RegionPermission != YesNo.Yes
            ? NotMet(
                offer,
                new Message("regions.special", string.Join(" ", chosen)),
                new Message("regions.special.fix", string.Join(" ", chosen)),
                Columns.RegionPermission)
            : Passed(offer, new Message("choices.chosen", Columns.PackageRegions.Label, Columns.PackageRegions.ShownIn(offer)));
    }
}
