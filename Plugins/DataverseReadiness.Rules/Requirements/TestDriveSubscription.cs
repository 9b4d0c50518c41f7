using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The Azure subscription that a test drive of some type runs in.</summary>
internal sealed class TestDriveSubscription(CatalogLine line, params TestDriveType[] types) : TestDriveRequirement(line, types, Trials.SubscriptionId)
{
    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [trial.SubscriptionId];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        var fix = new Message("fix.guid", Trials.Label(Trials.SubscriptionId));
        if (string.IsNullOrWhiteSpace(trial.SubscriptionId))
            return Empty(trial, Trials.SubscriptionId, fix, basis);
        return GuidReader.Read(trial.SubscriptionId).Problem is { } problem
            ? NotMet(trial, problem, fix, basis)
            : Passed(trial, new Message("testdrive.given", Shown.Text(trial.Name), Trials.Label(Trials.SubscriptionId)), basis);
    }
}
