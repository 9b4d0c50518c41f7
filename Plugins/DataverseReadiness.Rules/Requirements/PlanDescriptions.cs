using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>Every plan is described, in a text of limited length.</summary>
internal sealed class PlanDescriptions(CatalogLine line, int max) : PlanRequirement(line, PlanColumns.Description)
{
    private readonly string _max = Shown.Number(max);

    protected override IEnumerable<string?> BasisIn(PlanFact plan) => [plan.Description];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis)
    {
        if (string.IsNullOrWhiteSpace(plan.Description))
            return Empty(plan, PlanColumns.Description, Fix(_max), basis);
        return plan.Description!.Length > max
            ? NotMet(
                plan,
                new Message("plan.long", Shown.Text(plan.Name), PlanColumns.Label(PlanColumns.Description), Shown.Number(plan.Description.Length), _max),
                Fix(_max),
                basis)
            : null;
    }

    protected override Verdict Summary(OfferFacts offer, string?[] basis) =>
        Passed(offer, new Message("plan.described", Shown.Number(offer.Plans.Count), _max), basis);
}
