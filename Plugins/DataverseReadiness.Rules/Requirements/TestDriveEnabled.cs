using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Whether there is a test drive is said, and agrees with the trials.</summary>
internal sealed class TestDriveEnabled(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } =
        [Tables.Offer + "." + Columns.TestDrive.Name, Trials.Table + "." + Trials.Kind];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var target = Columns.TestDrive.In(offer);
        var count = Trials.TestDrives(offer).Count();
        string?[] basis = [Basis.Of(offer.TestDrive), Shown.Number(count)];
        if (offer.TestDrive == YesNo.Yes)
            return Passed(new Message("testdrive.enabled", Shown.Number(count)), target, basis);

        return count > 0
            ? Verdict.NotMet(new Message("testdrive.disabled", Shown.Number(count)), Fix(), target, basis)
            : Verdict.NotApplicable(
                offer.TestDrive is null ? new Message("optional.empty", Columns.TestDrive.Label) : new Message("testdrive.none"), target, basis);
    }
}
