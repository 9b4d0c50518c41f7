using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A length of trial that the texts promise is that of a trial of the offer.</summary>
internal sealed class TrialLengthInTexts(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } =
    [
        Tables.Offer + "." + Columns.Description.Name,
        Tables.Offer + "." + Columns.Summary.Name,
        .. Trials.Reads(Trials.Kind, Trials.Period, Trials.PeriodUnit),
    ];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var promised = PromisedPeriod.In(offer.Summary ?? "").Concat(PromisedPeriod.In(offer.DescriptionHtml.VisibleText)).Take(TextSearch.MostEntries).ToList();
        var target = Columns.Description.In(offer);
        if (promised.Count == 0)
            return Verdict.NotApplicable(new Message("agree.trial.none"), target);

        var trials = offer.Trials.Where(trial => trial.Kind is TrialKind.FreeTrial or TrialKind.TestDrive && trial.Period is not null && trial.PeriodUnit is not null).ToList();
        string?[] basis = [.. promised.Select(period => period.Text), .. trials.SelectMany(trial => new[] { Basis.Of(trial.Period), Basis.Of(trial.PeriodUnit) })];
        foreach (var period in promised)
        {
            if (trials.Exists(trial => period.Is(trial.Period!.Value, trial.PeriodUnit!.Value)))
                continue;
            return Verdict.NotMet(
                trials.Count == 0
                    ? new Message("agree.trial.missing", Shown.Text(period.Text))
                    : new Message("agree.trial.differs", Shown.Text(period.Text), Shown.Text(trials[0].Name), Shown.Number(trials[0].Period!.Value), Shown.Choice(trials[0].PeriodUnit!.Value)),
                Fix(),
                trials.Count == 0 ? Trials.Missing : Trials.In(trials[0], Trials.Period),
                basis);
        }

        return Passed(new Message("agree.trial", Shown.Some(promised.Select(period => period.Text).Distinct().ToList())), target, basis);
    }
}
