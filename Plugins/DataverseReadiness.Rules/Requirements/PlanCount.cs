using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>There is at least one plan.</summary>
internal sealed class PlanCount(CatalogLine line) : PlanRequirement(line, PlanColumns.PlanId)
{
    protected override IEnumerable<string?> BasisIn(PlanFact plan) => [plan.MarketplaceId];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis) => null;

    protected override Verdict Summary(OfferFacts offer, string?[] basis) => Passed(offer, new Message("plan.count", Shown.Number(offer.Plans.Count)), basis);
}
