using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Whether there is a test drive is said, and agrees with the trials.</summary>
/// <param name="typed">Every test drive says of what type it is.</param>
internal sealed class TestDriveEnabled(CatalogLine line, bool typed = false) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } =
        [Tables.Offer + "." + Columns.TestDrive.Name, Trials.Table + "." + Trials.Kind, .. typed ? Trials.Reads(Trials.Type) : []];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var target = Columns.TestDrive.In(offer);
        var count = Trials.TestDrives(offer).Count();
        string?[] basis = [Basis.Of(offer.TestDrive), Shown.Number(count)];
        if (offer.TestDrive == YesNo.Yes)
        {
            if (typed && Trials.TestDrives(offer).FirstOrDefault(trial => trial.TestDriveType is null) is { } untyped)
            {
                return Verdict.NotMet(
                    new Message("trial.empty", Shown.Text(untyped.Name), Trials.Label(Trials.Type)),
                    new Message("column.fill", Trials.Label(Trials.Type)),
                    Trials.In(untyped, Trials.Type),
                    basis);
            }

            return Passed(new Message("testdrive.enabled", Shown.Number(count)), target, basis);
        }

        return count > 0
            ? Verdict.NotMet(new Message("testdrive.disabled", Shown.Number(count)), Fix(), target, basis)
            : Verdict.NotApplicable(
                offer.TestDrive is null ? new Message("optional.empty", Columns.TestDrive.Label) : new Message("testdrive.none"), target, basis);
    }
}
