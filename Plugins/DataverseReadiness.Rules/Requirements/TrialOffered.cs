using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>At least one complete way to try the app. Met where nothing has to be reached for it, else for a probe to tell.</summary>
internal sealed class TrialOffered(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } =
    [
        .. Trials.Reads(
            Trials.Kind, Trials.Period, Trials.PeriodUnit, Trials.Url, Trials.LeadDestination, Trials.LeadEndpoint, Trials.InstanceUrl),
        Tables.Offer + "." + Columns.AppType.Name,
    ];

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.Trials.Count == 0)
            return Verdict.NotMet(new Message("trial.none"), new Message("trial.none.fix"), Trials.Missing);

        var basis = BasisIn(offer);
        Verdict? best = null;
        foreach (var trial in offer.Trials)
        {
            var verdict = Evaluate(offer, trial, basis);
            if (verdict.Kind == VerdictKind.Met)
                return verdict;
            if (best is null || (best.Kind == VerdictKind.NotMet && verdict.Kind == VerdictKind.Undecided))
                best = verdict;
        }

        return best!;
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => offer.Trials.SelectMany(trial =>
        trial.Kind == TrialKind.TestDrive
            ? AddressOf(trial.InstanceUrl, Trials.In(trial, Trials.InstanceUrl))
            : trial.Kind == TrialKind.ContactMe ? [] : AddressOf(trial.Url, Trials.In(trial, Trials.Url)));

    private static string?[] BasisIn(OfferFacts offer)
    {
        var basis = new List<string?> { Basis.Of(offer.AppType) };
        foreach (var trial in offer.Trials)
        {
            basis.Add(Basis.Of(trial.Kind));
            basis.Add(Basis.Of(trial.Period));
            basis.Add(Basis.Of(trial.PeriodUnit));
            basis.Add(trial.Url);
            basis.Add(Basis.Of(trial.LeadDestination));
            basis.Add(trial.LeadEndpoint);
            basis.Add(trial.InstanceUrl);
        }

        return [.. basis];
    }

    private Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        var name = Shown.Text(trial.Name);
        switch (trial.Kind)
        {
            case TrialKind.GetItNow when offer.AppType is not (null or AppType.Free):
                return NotMet(new Message("trial.getitnow.paid", name, Columns.AppType.ShownIn(offer)), new Message("trial.getitnow.paid.fix"), Trials.Kind);

            case TrialKind.GetItNow when string.IsNullOrWhiteSpace(trial.Url):
                return Verdict.Met(new Message("trial.getitnow", name), Trials.In(trial, Trials.Kind), basis);

            case TrialKind.GetItNow:
                return Reached(trial.Url, Trials.Url, new Message("trial.reach", name, Shown.Text(trial.Url)));

            case TrialKind.FreeTrial when trial.Period is not > 0:
                return NotMet(new Message("trial.period", name), new Message("trial.period.fix", Trials.Label(Trials.Period)), Trials.Period);

            case TrialKind.FreeTrial when trial.PeriodUnit is null:
                return NotMet(new Message("trial.unit", name), new Message("column.fill", Trials.Label(Trials.PeriodUnit)), Trials.PeriodUnit);

            case TrialKind.FreeTrial:
                return Reached(trial.Url, Trials.Url, new Message(
                    "trial.free", name, Shown.Number(trial.Period.Value), Shown.Choice(trial.PeriodUnit.Value), Shown.Text(trial.Url)));

            case TrialKind.TestDrive when trial.Period is not > 0 || trial.PeriodUnit != PeriodUnit.Hours:
                return NotMet(new Message("trial.hours", name), new Message("trial.hours.fix"), Trials.Period);

            case TrialKind.TestDrive:
                return Reached(trial.InstanceUrl, Trials.InstanceUrl, new Message(
                    "trial.testdrive", name, Shown.Number(trial.Period.Value), Shown.Text(trial.InstanceUrl)));

            case TrialKind.ContactMe when trial.LeadDestination is null or LeadDestination.None:
                return NotMet(new Message("trial.lead", name), new Message("trial.lead.fix", Trials.Label(Trials.LeadDestination)), Trials.LeadDestination);

            case TrialKind.ContactMe when string.IsNullOrWhiteSpace(trial.LeadEndpoint):
                return NotMet(new Message("trial.leadaddress", name), new Message("column.fill", Trials.Label(Trials.LeadEndpoint)), Trials.LeadEndpoint);

            case TrialKind.ContactMe:
                return Verdict.Met(
                    new Message("trial.contactme", name, Shown.Choice(trial.LeadDestination!.Value)), Trials.In(trial, Trials.Kind), basis);

            default:
                return NotMet(new Message("trial.kind", name), new Message("column.fill", Trials.Label(Trials.Kind)), Trials.Kind);
        }

        Verdict NotMet(Message reason, Message fix, string column) =>
            Verdict.NotMet(reason, fix, Trials.In(trial, column), basis);

        Verdict Reached(string? url, string column, Message reason)
        {
            if (string.IsNullOrWhiteSpace(url))
                return NotMet(new Message("trial.url", name, Trials.Label(column)), new Message("fix.url", Trials.Label(column)), column);

            return UrlReader.Read(url).Problem is { } problem
                ? NotMet(problem, new Message("fix.url", Trials.Label(column)), column)
                : Passed(
                    offer,
                    reason,
                    Trials.In(trial, column),
                    Probe is { } kind ? [new ProbedAddress(kind, Trials.In(trial, column), url!)] : [],
                    basis);
        }
    }
}
