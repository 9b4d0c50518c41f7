using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Every plan has a short id of its own: lower-case letters, digits, hyphens and underscores.</summary>
internal sealed class PlanIds(CatalogLine line, int max) : PlanRequirement(line, PlanColumns.PlanId)
{
    private readonly string _max = Shown.Number(max);

    protected override IEnumerable<string?> BasisIn(PlanFact plan) => [plan.MarketplaceId];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis)
    {
        var fix = Fix(_max);
        if (string.IsNullOrWhiteSpace(plan.MarketplaceId))
            return Empty(plan, PlanColumns.PlanId, fix, basis);

        var id = plan.MarketplaceId!;
        if (id.Length > max)
            return NotMet(plan, new Message("plan.long", Shown.Text(plan.Name), PlanColumns.Label(PlanColumns.PlanId), Shown.Number(id.Length), _max), fix, basis);
        if (IdText.FirstForeign(id, underscore: true) is { } character)
            return NotMet(plan, new Message(character.Trim().Length == 0 ? "plan.id.space" : "plan.id.character", Shown.Text(id), Shown.Text(character)), fix, basis);
        return offer.Plans.Any(other => other != plan && other.MarketplaceId == id)
            ? NotMet(plan, new Message("plan.twice", PlanColumns.Label(PlanColumns.PlanId), Shown.Text(id)), fix, basis)
            : null;
    }

    protected override Verdict Summary(OfferFacts offer, string?[] basis) =>
        Passed(offer, new Message("plan.ids", Shown.Some(offer.Plans.Select(plan => plan.MarketplaceId!).ToList())), basis);
}
