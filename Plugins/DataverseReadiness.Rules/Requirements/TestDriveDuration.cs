using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A test drive lasts whole hours. The recommended range is said, not demanded.</summary>
internal sealed class TestDriveDuration(CatalogLine line, int recommendedMin, int recommendedMax)
    : TestDriveRequirement(line, Trials.Period, Trials.PeriodUnit)
{
    private readonly string[] _recommended = [Shown.Number(recommendedMin), Shown.Number(recommendedMax)];

    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [Basis.Of(trial.Period), Basis.Of(trial.PeriodUnit)];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        if (trial.Period is not { } hours)
            return Empty(trial, Trials.Period, Fix(_recommended), basis);

        if (trial.PeriodUnit is not { } unit)
            return Empty(trial, Trials.PeriodUnit, new Message("testdrive.unit.fix"), basis);

        var count = Shown.Number(hours);
        if (unit != PeriodUnit.Hours)
            return NotMet(trial, new Message("testdrive.unit", count, Shown.Choice(unit)), new Message("testdrive.unit.fix"), basis, Trials.PeriodUnit);

        if (hours < 1)
            return NotMet(trial, new Message("testdrive.duration.none", count), Fix(_recommended), basis);

        return Passed(
            trial,
            hours < recommendedMin || hours > recommendedMax
                ? new Message("testdrive.duration.unusual", count, _recommended[0], _recommended[1])
                : new Message("testdrive.duration", count),
            basis);
    }
}
