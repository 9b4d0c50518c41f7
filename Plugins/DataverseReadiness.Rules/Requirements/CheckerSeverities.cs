using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The report has no result of the severities that are said to block. Which do is stated nowhere, so a person judges the rest.</summary>
internal sealed class CheckerSeverities(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [CheckerReading.Name];

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (CheckerReading.NotReadable(offer) is { } unread)
            return unread;
        var report = offer.Checker!;
        string[] counts = [Count(CheckerSeverity.Critical), Count(CheckerSeverity.High), Count(CheckerSeverity.Medium), Count(CheckerSeverity.Low), Count(CheckerSeverity.Informational)];
        string?[] basis = [Basis.Of(offer.CheckerInspection), report.Sha256];
        var reason = new Message("report.counts", counts);
        return report.Count(CheckerSeverity.Critical) + report.Count(CheckerSeverity.High) > 0
            ? Verdict.NotMet(reason, Fix(), CheckerReading.Target(offer), basis)
            : Passed(reason, CheckerReading.Target(offer), basis);

        string Count(CheckerSeverity severity) => Shown.Number(report.Count(severity));
    }
}
