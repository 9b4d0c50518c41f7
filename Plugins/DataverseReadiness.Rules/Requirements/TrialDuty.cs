using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>There is a way to try the app at all; certification and a deployment to a live environment settle the rest.</summary>
internal sealed class TrialDuty(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [Trials.Table + "." + Trials.Kind];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var kinds = offer.Trials.Where(trial => trial.Kind is not null).Select(trial => trial.Kind!.Value).Distinct().OrderBy(kind => kind).ToList();
        return kinds.Count == 0
            ? Verdict.NotMet(new Message("trial.none"), new Message("trial.none.fix"), Trials.Missing)
            : Passed(new Message("trial.kinds", string.Join(" ", kinds.Select(Shown.Choice))), Trials.In(offer.Trials[0], Trials.Kind), Basis.Of(kinds));
    }
}
