using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>How many may try at once, with as many licences at least. The recommended range is said, not demanded.</summary>
internal sealed class TestDriveConcurrency(CatalogLine line, int recommendedMin, int recommendedMax)
    : TestDriveRequirement(line, Trials.MaxConcurrent, Trials.Licenses)
{
    private readonly string[] _recommended = [Shown.Number(recommendedMin), Shown.Number(recommendedMax)];

    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [Basis.Of(trial.MaxConcurrent), Basis.Of(trial.Licenses)];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        if (trial.MaxConcurrent is not { } concurrent)
            return Empty(trial, Trials.MaxConcurrent, Fix(_recommended), basis);

        var count = Shown.Number(concurrent);
        if (concurrent < 1)
            return NotMet(trial, new Message("testdrive.concurrent.none", count), Fix(_recommended), basis);

        if (trial.Licenses is not { } licenses)
            return Empty(trial, Trials.Licenses, new Message("testdrive.licenses.fix", count), basis);

        return licenses < concurrent
            ? NotMet(trial, new Message("testdrive.licenses", Shown.Number(licenses), count), new Message("testdrive.licenses.fix", count), basis, Trials.Licenses)
            : Passed(
                trial,
                concurrent < recommendedMin || concurrent > recommendedMax
                    ? new Message("testdrive.concurrent.unusual", count, Shown.Number(licenses), _recommended[0], _recommended[1])
                    : new Message("testdrive.concurrent", count, Shown.Number(licenses)),
                basis);
    }
}
