using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A requirement on every test drive of the offer. It applies while there is one or is said to be one.</summary>
internal abstract class TestDriveRequirement : Requirement
{
    private readonly string[] _columns;

    protected TestDriveRequirement(CatalogLine line, params string[] columns)
        : base(line)
    {
        _columns = columns;
        Reads = [.. Trials.Reads(columns), Trials.Table + "." + Trials.Kind, Tables.Offer + "." + Rules.Columns.TestDrive.Name];
    }

    public sealed override IReadOnlyList<string> Reads { get; }

    public sealed override Verdict Evaluate(OfferFacts offer)
    {
        var enabled = Basis.Of(offer.TestDrive);
        if (!Trials.HasTestDrive(offer))
        {
            return Verdict.NotApplicable(
                new Message(offer.TestDrive is null ? "testdrive.unset" : "testdrive.none"), Rules.Columns.TestDrive.In(offer), enabled);
        }

        var trials = Trials.TestDrives(offer).ToList();
        string?[] basis = [enabled, .. trials.SelectMany(BasisIn)];
        if (trials.Count == 0)
            return Verdict.NotMet(new Message("testdrive.missing"), new Message("testdrive.missing.fix"), Trials.Missing, basis);

        Verdict? passed = null;
        foreach (var trial in trials)
        {
            var verdict = Evaluate(offer, trial, basis);
            if (verdict.Kind == VerdictKind.NotMet)
                return verdict;
            passed ??= verdict;
        }

        return passed!;
    }

    internal override IEnumerable<Guid>? RowsRead(OfferFacts offer) => Trials.TestDrives(offer).Select(trial => trial.Id);

    /// <summary>Looks at one test drive; the first one that is not met decides.</summary>
    protected abstract Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis);

    /// <summary>The values of the columns, in their order.</summary>
    protected abstract IEnumerable<string?> BasisIn(TrialFact trial);

    protected Verdict Passed(TrialFact trial, Message reason, string?[] basis) =>
        Passed(reason, Trials.In(trial, _columns[0]), basis);

    protected Verdict NotMet(TrialFact trial, Message reason, Message fix, string?[] basis, string? column = null) =>
        Verdict.NotMet(reason, fix, Trials.In(trial, column ?? _columns[0]), basis);

    protected Verdict Empty(TrialFact trial, string column, Message fix, string?[] basis) =>
        NotMet(trial, new Message("trial.empty", Shown.Text(trial.Name), Trials.Label(column)), fix, basis, column);
}
