using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>The security role of test drive users is named.</summary>
internal sealed class TestDriveRole(CatalogLine line, params TestDriveType[] types) : TestDriveRequirement(line, types, Trials.RoleName)
{
    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [trial.RoleName];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis) =>
        string.IsNullOrWhiteSpace(trial.RoleName)
            ? Empty(trial, Trials.RoleName, Fix(), basis)
            : Passed(trial, new Message("testdrive.role", Shown.Text(trial.RoleName)), basis);
}
