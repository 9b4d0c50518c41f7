using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Every plan has a name of its own, of limited length.</summary>
internal sealed class PlanNames(CatalogLine line, int max) : PlanRequirement(line, PlanColumns.Name)
{
    private readonly string _max = Shown.Number(max);

    protected override IEnumerable<string?> BasisIn(PlanFact plan) => [plan.Name];

    protected override Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis)
    {
        var name = (plan.Name ?? "").Trim();
        var fix = Fix(_max);
        if (name.Length == 0)
            return Empty(plan, PlanColumns.Name, fix, basis);
        if (name.Length > max)
            return NotMet(plan, new Message("plan.long", Shown.Text(name), PlanColumns.Label(PlanColumns.Name), Shown.Number(name.Length), _max), fix, basis);
        return offer.Plans.Any(other => other != plan && string.Equals((other.Name ?? "").Trim(), name, StringComparison.OrdinalIgnoreCase))
            ? NotMet(plan, new Message("plan.twice", PlanColumns.Label(PlanColumns.Name), Shown.Text(name)), fix, basis)
            : null;
    }

    protected override Verdict Summary(OfferFacts offer, string?[] basis) =>
        Passed(offer, new Message("plan.names", Shown.Number(offer.Plans.Count), _max), basis);
}
