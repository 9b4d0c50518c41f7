using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>
/// Neither our own reading of the package nor the solution checker's report finds one of some rules broken. Where our own reading
/// cannot tell all of them, only the report can clear the requirement.
/// </summary>
/// <param name="isWhole">Whether reading the package alone decides every one of the rules.</param>
internal sealed class CheckerRules(CatalogLine line, bool isWhole, params string[] rules) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [PackageReading.Name, CheckerReading.Name];

    public override Verdict Evaluate(OfferFacts offer)
    {
        string?[] basis = [Basis.Of(offer.PackageInspection), offer.Package?.Sha256, Basis.Of(offer.CheckerInspection), offer.Checker?.Sha256];
        var found = offer.Package?.Damage is null ? offer.Package?.Findings.Where(finding => rules.Contains(finding.Rule)).ToList() : null;
        if (found?.Count > 0 && offer.PackageInspection != InspectionState.NotInspected)
            return Verdict.NotMet(found[0].Message, Fix(Shown.Number(found.Count)), PackageReading.Target(offer), basis);
        var report = CheckerReading.Of(offer);
        var reported = report?.Findings.Where(finding => Array.Exists(rules, finding.Is)).ToList();
        if (reported?.Count > 0)
        {
            var first = reported[0];
            return Verdict.NotMet(
                new Message("report.finding", Shown.Text(first.File), Shown.Number(first.Line), Shown.Text(first.Rule)), Fix(Shown.Number(reported.Count)), CheckerReading.Target(offer), basis);
        }

        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;
        if (offer.Package!.Solutions.FirstOrDefault(solution => !solution.IsRead) is { } skipped)
            return Verdict.Undecided(new Message("solution.unread", Shown.Text(skipped.File)), new Message("solution.unread.fix"), PackageReading.Target(offer), basis);
        var clean = new Message("code.clean", Shown.Number(offer.Package.Solutions.Sum(solution => solution.WebResources)));
        if (isWhole)
            return Passed(clean, PackageReading.Target(offer), basis);
        if (report is { FindingsLeftOut: 0 })
            return Verdict.Met(clean, PackageReading.Target(offer), basis);
        return Verdict.Undecided(new Message("code.partly"), new Message("report.none.fix", CheckerReading.Label), CheckerReading.Target(offer), basis);
    }
}
