using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A free trial lasts one of a few numbers of months.</summary>
internal sealed class TrialMonths(CatalogLine line, params int[] allowed) : FreeTrialRequirement(line, Trials.Period, Trials.PeriodUnit)
{
    private readonly string _allowed = string.Join(", ", allowed.Select(Shown.Number));

    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [Basis.Of(trial.Period), Basis.Of(trial.PeriodUnit)];

    protected override Verdict Evaluate(OfferFacts offer, IReadOnlyList<TrialFact> trials, string?[] basis)
    {
        foreach (var trial in trials)
        {
            var target = Trials.In(trial, Trials.Period);
            if (trial.Period is not { } period || trial.PeriodUnit is not { } unit)
            {
                var empty = trial.Period is null ? Trials.Period : Trials.PeriodUnit;
                return Verdict.NotMet(
                    new Message("trial.empty", Shown.Text(trial.Name), Trials.Label(empty)), Fix(_allowed), Trials.In(trial, empty), basis);
            }

            if (unit != PeriodUnit.Months || !allowed.Contains(period))
                return Verdict.NotMet(new Message("freetrial.length", Shown.Text(trial.Name), Shown.Number(period), Shown.Choice(unit), _allowed), Fix(_allowed), target, basis);
        }

        return Passed(
            new Message("freetrial.months", Shown.Text(trials[0].Name), Shown.Number(trials[0].Period!.Value), _allowed), Trials.In(trials[0], Trials.Period), basis);
    }
}
