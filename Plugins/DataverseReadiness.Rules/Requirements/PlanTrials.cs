using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Plans that can be bought may have a trial of one month.</summary>
internal sealed class PlanTrials(CatalogLine line) : PlanRequirement(line, PlanColumns.Trial)
{
    protected override Message? NotAsked(OfferFacts offer) =>
        !Sales.IsTransacted(offer) ? new Message("condition.sold")
        : offer.Plans.All(plan => plan.Trial is null) ? new Message("optional.empty", PlanColumns.Label(PlanColumns.Trial))
        : null;

    protected override IEnumerable<string?> BasisIn(PlanFact plan) => [Basis.Of(plan.Trial)];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis) => null;

    protected override Verdict Summary(OfferFacts offer, string?[] basis) =>
        Passed(
            offer,
            new Message("plan.trials", Shown.Number(offer.Plans.Count(plan => plan.Trial == YesNo.Yes)), Shown.Number(offer.Plans.Count)),
            basis);
}
