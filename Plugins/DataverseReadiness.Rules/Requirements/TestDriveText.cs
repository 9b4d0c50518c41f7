using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A text of limited length that a test drive, perhaps only of some type, comes with.</summary>
internal sealed class TestDriveText(CatalogLine line, string column, Func<TrialFact, string?> read, int max, params TestDriveType[] types)
    : TestDriveRequirement(line, types, column)
{
    private readonly string _column = column;
    private readonly string _max = Shown.Number(max);

    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [read(trial)];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        var text = read(trial);
        if (string.IsNullOrWhiteSpace(text))
            return Empty(trial, _column, Fix(_max), basis);

        var length = Shown.Number(text!.Length);
        return text.Length > max
            ? NotMet(trial, new Message("testdrive.long", Shown.Text(trial.Name), Trials.Label(_column), length, _max), Fix(_max), basis)
            : Passed(trial, new Message("testdrive.length", Shown.Text(trial.Name), Trials.Label(_column), length, _max), basis);
    }
}
