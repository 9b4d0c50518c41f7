using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Sums up other requirements: not met while a mandatory one of them is not.</summary>
internal sealed class RollUp(CatalogLine line, params Requirement[] parts) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = parts.SelectMany(part => part.Reads).Distinct().ToList();

    public override Verdict Evaluate(OfferFacts offer) => SumUp(offer, part => part.Decide(offer));

    internal override IEnumerable<Moment> Ages(OfferFacts offer) => parts.SelectMany(part => part.Moments(offer));

    /// <summary>Sums up verdicts that may be there already.</summary>
    public Verdict SumUp(OfferFacts offer, Func<Requirement, Verdict> verdictOf)
    {
        var basis = new List<string?>();
        var failed = new List<string>();
        FixTarget? first = null;
        foreach (var part in parts)
        {
            var verdict = verdictOf(part);
            basis.AddRange(verdict.Basis);
            if (part.Severity != Severity.Blocking || verdict.Kind != VerdictKind.NotMet || !part.AppliesAt(offer.Now))
                continue;
            failed.Add(part.Key);
            first ??= verdict.Target;
        }

        return first is null
            ? Passed(new Message("rollup.passed", Shown.Number(parts.Length)), Columns.Name.In(offer), [.. basis])
            : Verdict.NotMet(new Message("rollup.failed", string.Join(", ", failed)), Fix(string.Join(", ", failed)), first, [.. basis]);
    }
}
