using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Every plan's service id, made of publisher, offer and plan, and its apps are written into a solution of the package.</summary>
internal sealed class ServiceIds(CatalogLine line) : PlanRequirement(line, PlanColumns.ServiceId, PlanColumns.Components, PlanColumns.PlanId)
{
    protected override IEnumerable<string?> BasisIn(PlanFact plan) => [plan.ServiceId, plan.Components, plan.MarketplaceId];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis)
    {
        var id = (plan.ServiceId ?? "").Trim();
        if (id.Length == 0)
            return Empty(plan, PlanColumns.ServiceId, Fix(), basis);

        var expected = Join(offer.PublisherId, offer.MarketplaceId, plan.MarketplaceId);
        if (expected is not null && !string.Equals(id, expected, StringComparison.OrdinalIgnoreCase))
            return NotMet(plan, new Message("plan.service", Shown.Text(plan.Name), Shown.Text(id), Shown.Text(expected)), Fix(), basis);

        var components = Lines.Of(plan.Components);
        if (components.Count == 0)
            return Empty(plan, PlanColumns.Components, new Message("plan.components.fix"), basis);
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        if (!IsNamed(offer, solution => solution.ServicePlans, id))
            return NotMet(plan, new Message("plan.service.package", Shown.Text(id)), new Message("plan.service.package.fix"), basis);
        return components.Take(100).FirstOrDefault(component => !IsNamed(offer, solution => solution.ServicePlanApps, component)) is { } other
            ? NotMet(plan, new Message("plan.component.package", Shown.Text(other)), new Message("plan.service.package.fix"), basis, PlanColumns.Components)
            : null;
    }

    protected override Verdict Summary(OfferFacts offer, string?[] basis) =>
        Passed(offer, new Message("plan.services", Shown.Number(offer.Plans.Count)), [.. basis, offer.Package!.Sha256]);

    private static bool IsNamed(OfferFacts offer, Func<PackageSolution, IReadOnlyList<string>> values, string value) =>
        offer.Package!.Solutions.Any(solution => values(solution).Any(other => string.Equals(other, value, StringComparison.OrdinalIgnoreCase)));

    private static string? Join(params string?[] parts) =>
        parts.Any(string.IsNullOrWhiteSpace) ? null : string.Join(".", parts.Select(part => part!.Trim()));
}
