using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A test drive is of the one type that the offer type allows.</summary>
internal sealed class TestDriveTypeIs(CatalogLine line, TestDriveType type) : TestDriveRequirement(line, Trials.Type)
{
    private readonly string _type = Shown.Choice(type);

    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [Basis.Of(trial.TestDriveType)];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        if (trial.TestDriveType is not { } actual)
            return Empty(trial, Trials.Type, Fix(_type), basis);

        var reason = new Message("testdrive.type", Shown.Choice(actual));
        return actual == type ? Passed(trial, reason, basis) : NotMet(trial, reason, Fix(_type), basis);
    }
}
