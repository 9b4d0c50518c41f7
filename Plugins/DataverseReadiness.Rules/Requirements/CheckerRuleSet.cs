using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The solution checker ran with the rule set that certification uses.</summary>
internal sealed class CheckerRuleSet(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [CheckerReading.Name];

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (CheckerReading.NotReadable(offer) is { } unread)
            return unread;
        var report = offer.Checker!;
        var target = CheckerReading.Target(offer);
        string?[] basis = [Basis.Of(offer.CheckerInspection), report.Sha256];
        return report.RuleSetId switch
        {
            CheckerFacts.AppSourceCertification => Verdict.Met(new Message("report.ruleset", Shown.Text(report.Tool)), target, basis),
            CheckerFacts.SolutionChecker => Verdict.NotMet(new Message("report.ruleset.other"), Fix(), target, basis),
            _ => Verdict.Undecided(new Message("report.ruleset.unknown", Shown.Text(report.Tool)), new Message("settle." + Key), target, basis),
        };
    }
}
