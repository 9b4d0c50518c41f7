using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>Every plan that can be bought has a price, be it 0, and limits of users that make sense.</summary>
internal sealed class PlanPrices(CatalogLine line, int maxUsers)
    : PlanRequirement(line, PlanColumns.PriceMonthly, PlanColumns.PriceAnnual, PlanColumns.MinUsers, PlanColumns.MaxUsers)
{
    private readonly string _max = Shown.Number(maxUsers);

    protected override Message? NotAsked(OfferFacts offer) => Sales.IsTransacted(offer) ? null : new Message("condition.sold");

    protected override IEnumerable<string?> BasisIn(PlanFact plan) =>
    [
        plan.PriceMonthly is { } monthly ? Shown.Number(monthly) : null,
        plan.PriceAnnual is { } annual ? Shown.Number(annual) : null,
        Basis.Of(plan.MinUsers),
        Basis.Of(plan.MaxUsers),
    ];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis)
    {
        var name = Shown.Text(plan.Name);
        if (plan.PriceMonthly is null && plan.PriceAnnual is null)
            return NotMet(plan, new Message("plan.price", name), Fix(), basis);
        if (plan.PriceMonthly < 0 || plan.PriceAnnual < 0)
            return NotMet(plan, new Message("plan.price.negative", name), Fix(), basis);

        var least = plan.MinUsers ?? 1;
        var most = plan.MaxUsers ?? maxUsers;
        return least >= 1 && most <= maxUsers && least <= most
            ? null
            : NotMet(
                plan,
                new Message("plan.users", name, Shown.Number(least), Shown.Number(most)),
                new Message("plan.users.fix", _max),
                basis,
                plan.MinUsers is null ? PlanColumns.MaxUsers : PlanColumns.MinUsers);
    }

    protected override Verdict Summary(OfferFacts offer, string?[] basis) => Passed(offer, new Message("plan.priced", Shown.Number(offer.Plans.Count)), basis);
}
