using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>At least one plan is public; an offer for tests alone has none.</summary>
internal sealed class PublicPlan(CatalogLine line) : PlanRequirement(line, PlanColumns.Visibility)
{
    protected override Message? NotAsked(OfferFacts offer) =>
        base.NotAsked(offer) ?? (offer.TestOffer == YesNo.Yes ? new Message("testoffer.yes") : null);

    protected override IEnumerable<string?> BasisIn(PlanFact plan) => [Basis.Of(plan.Visibility)];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis) =>
        offer.Plans.Any(other => other.Visibility == PlanVisibility.Public) ? null
        : plan.Visibility is null ? Empty(plan, PlanColumns.Visibility, Fix(), basis)
        : NotMet(plan, new Message("plan.nopublic"), Fix(), basis);

    protected override Verdict Summary(OfferFacts offer, string?[] basis) =>
        Passed(offer, new Message("plan.public", Shown.Number(offer.Plans.Count(plan => plan.Visibility == PlanVisibility.Public))), basis);
}
