using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Questions that must all be answered with yes.</summary>
internal sealed class AllYes(CatalogLine line, params Column<YesNo?>[] columns) : OfferRequirement(line, columns)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, columns) is { } missing)
            return missing;

        var no = columns.Where(column => column.Of(offer) != YesNo.Yes).ToList();
        return no.Count > 0
            ? NotMet(offer, new Message("answers.no", Shown.Labels(no)), Fix(), no[0])
            : Passed(offer, new Message("answers.yes", Shown.Labels(columns)));
    }
}
