using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Sums up other requirements: not met while a mandatory one of them is not.</summary>
/// <param name="mirror">Asks nothing of its own: it stands as its parts stand, be they mandatory or advice.</param>
internal sealed class RollUp(CatalogLine line, bool mirror, params Requirement[] parts) : Requirement(line)
{
    private readonly string _keys = string.Join(", ", parts.Select(part => part.Key));

    public override IReadOnlyList<string> Reads { get; } = parts.SelectMany(part => part.Reads).Distinct().ToList();

    public override Verdict Evaluate(OfferFacts offer) => SumUp(offer, part => part.Decide(offer));

    internal override IEnumerable<Moment> Ages(OfferFacts offer) => parts.SelectMany(part => part.Moments(offer));

    /// <summary>Sums up verdicts that may be there already.</summary>
    public Verdict SumUp(OfferFacts offer, Func<Requirement, Verdict> verdictOf)
    {
        var basis = new List<string?>();
        var failed = new List<string>();
        var open = new List<string>();
        var applies = false;
        FixTarget? first = null;
        foreach (var part in parts)
        {
            var verdict = verdictOf(part);
            basis.AddRange(verdict.Basis);
            applies |= verdict.Kind != VerdictKind.NotApplicable;
            if (verdict.Kind == VerdictKind.Undecided)
                open.Add(part.Key);
            if ((part.Severity != Severity.Blocking && !mirror) || verdict.Kind != VerdictKind.NotMet || !part.AppliesAt(offer.Now))
                continue;
            failed.Add(part.Key);
            first ??= verdict.Target;
        }

        if (mirror)
            return Mirror(offer, failed, open, applies, first, [.. basis]);
        return first is null
            ? Passed(new Message("rollup.passed", Shown.Number(parts.Length)), Columns.Name.In(offer), [.. basis])
            : Verdict.NotMet(new Message("rollup.failed", string.Join(", ", failed)), Fix(string.Join(", ", failed)), first, [.. basis]);
    }

    private Verdict Mirror(OfferFacts offer, List<string> failed, List<string> open, bool applies, FixTarget? first, string?[] basis)
    {
        var target = Columns.Name.In(offer);
        if (first is not null)
            return Verdict.NotMet(new Message("mirror.failed", string.Join(", ", failed)), new Message("mirror.failed.fix", string.Join(", ", failed)), first, basis);
        if (open.Count > 0)
            return Verdict.Undecided(new Message("mirror.open", string.Join(", ", open)), new Message("mirror.open.fix", string.Join(", ", open)), target, basis);
        return applies
            ? Verdict.Met(new Message("mirror.met", _keys), target, basis)
            : Verdict.NotApplicable(new Message("mirror.none", _keys), target, basis);
    }
}
