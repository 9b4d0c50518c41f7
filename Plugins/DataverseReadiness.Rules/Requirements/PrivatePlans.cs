using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A private plan names its tenants, and was never public.</summary>
internal sealed class PrivatePlans(CatalogLine line, int maxByHand, int maxByCsv)
    : PlanRequirement(line, PlanColumns.TenantIds, PlanColumns.TenantList, PlanColumns.Visibility, PlanColumns.WasPublic)
{
    protected override Message? NotAsked(OfferFacts offer) =>
        base.NotAsked(offer)
        ?? (offer.Plans.Count > 0 && offer.Plans.All(plan => plan.Visibility != PlanVisibility.Private) ? new Message("plan.noprivate") : null);

    protected override IEnumerable<string?> BasisIn(PlanFact plan) =>
        [Basis.Of(plan.Visibility), Basis.Of(plan.WasPublic), Basis.Of(plan.TenantList), plan.TenantIds];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis)
    {
        if (plan.Visibility != PlanVisibility.Private)
            return null;

        var name = Shown.Text(plan.Name);
        if (plan.WasPublic == YesNo.Yes)
            return NotMet(plan, new Message("plan.waspublic", name), new Message("plan.waspublic.fix"), basis, PlanColumns.Visibility);

        var tenants = Lines.Of(plan.TenantIds);
        var max = plan.TenantList == TenantList.ByCsv ? maxByCsv : maxByHand;
        var fix = Fix(Shown.Number(maxByHand), Shown.Number(maxByCsv));
        if (tenants.Count == 0)
            return Empty(plan, PlanColumns.TenantIds, fix, basis);
        if (tenants.Count > max)
            return NotMet(plan, new Message("plan.tenants", name, Shown.Number(tenants.Count), Shown.Number(max)), fix, basis);
        return tenants.FirstOrDefault(tenant => GuidReader.Read(tenant).Problem is not null) is { } other
            ? NotMet(plan, new Message("plan.tenant", name, Shown.Text(other)), fix, basis)
            : null;
    }

    protected override Verdict Summary(OfferFacts offer, string?[] basis) =>
        Passed(offer, new Message("plan.private", Shown.Number(offer.Plans.Count(plan => plan.Visibility == PlanVisibility.Private))), basis);
}
