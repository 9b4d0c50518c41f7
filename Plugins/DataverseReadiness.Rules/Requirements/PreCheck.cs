using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A report of a check before submission is at hand; it may be left out.</summary>
internal sealed class PreCheck(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [Assets.Table + "." + Assets.File, Assets.Table + "." + Assets.Kind, CheckerReading.Name];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var kind = Shown.Choice(AssetKind.PreCheckReport);
        var reports = Assets.Of(offer, AssetKind.PreCheckReport);
        if (reports.Count == 0)
        {
            return CheckerReading.Of(offer) is { } checker
                ? Verdict.Met(new Message("report.there", CheckerReading.Label), CheckerReading.Target(offer), checker.Sha256)
                : Verdict.NotApplicable(new Message("optional.empty", kind), Assets.Missing, Basis.Of(offer.CheckerInspection));
        }

        var basis = Assets.BasisOf(reports);
        foreach (var report in reports)
        {
            if (Assets.NotReadable(report, Assets.File, Fix(), basis) is { } unread)
                return unread;
        }

        return Passed(new Message("report.there", Shown.Text(reports[0].Name)), Assets.In(reports[0], Assets.File), basis);
    }
}
