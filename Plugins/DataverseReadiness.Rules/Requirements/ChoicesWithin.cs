using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A choice of several, of limited count. Optional when the least count is 0.</summary>
internal sealed class ChoicesWithin<T>(CatalogLine line, Column<IReadOnlyList<T>> column, int min, int max = int.MaxValue)
    : OfferRequirement(line, column)
    where T : struct, Enum
{
    private readonly string[] _limits = max == int.MaxValue ? [] : [Shown.Number(min), Shown.Number(max)];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var chosen = column.Of(offer);
        if (chosen.Count == 0)
            return min == 0 ? NotGiven(offer, column) : NotMet(offer, new Message("column.empty", column.Label), Fix(_limits));

        return chosen.Count > max
            ? NotMet(offer, new Message("list.many", column.Label, Shown.Number(chosen.Count), Shown.Number(max)), Fix(_limits))
            : Passed(offer, new Message("choices.chosen", column.Label, column.ShownIn(offer)));
    }
}
