using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A free trial has an address to start at. Plain http is taken; what it leads to is for a probe and a person to tell.</summary>
internal sealed class TrialUrl(CatalogLine line) : FreeTrialRequirement(line, Trials.Url)
{
    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) =>
        In(offer).SelectMany(trial => AddressOf(trial.Url, Trials.In(trial, Trials.Url)));

    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [trial.Url];

    protected override Verdict Evaluate(OfferFacts offer, IReadOnlyList<TrialFact> trials, string?[] basis)
    {
        var fix = new Message("fix.url", Trials.Label(Trials.Url));
        foreach (var trial in trials)
        {
            var target = Trials.In(trial, Trials.Url);
            if (string.IsNullOrWhiteSpace(trial.Url))
                return Verdict.NotMet(new Message("trial.url", Shown.Text(trial.Name), Trials.Label(Trials.Url)), fix, target, basis);
            if (UrlReader.Read(trial.Url, allowHttp: true).Problem is { } problem)
                return Verdict.NotMet(problem, fix, target, basis);
        }

        return Passed(
            offer,
            new Message("freetrial.url", Shown.Text(trials[0].Name), Shown.Text(trials[0].Url)),
            Trials.In(trials[0], Trials.Url),
            [.. Addresses(offer)],
            basis);
    }
}
