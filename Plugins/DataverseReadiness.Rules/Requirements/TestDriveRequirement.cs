using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A requirement on every test drive of the offer. It applies while there is one or is said to be one.</summary>
internal abstract class TestDriveRequirement : Requirement
{
    private readonly string[] _columns;
    private readonly TestDriveType[] _types;

    protected TestDriveRequirement(CatalogLine line, params string[] columns)
        : this(line, [], columns)
    {
    }

    /// <param name="types">The types of test drive it is asked of; all of them when there are none.</param>
    protected TestDriveRequirement(CatalogLine line, TestDriveType[] types, params string[] columns)
        : base(line)
    {
        _columns = columns;
        _types = types;
        Reads = [.. Trials.Reads(columns), Trials.Table + "." + Trials.Kind, Tables.Offer + "." + Rules.Columns.TestDrive.Name, .. types.Length > 0 ? Trials.Reads(Trials.Type) : []];
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
        string?[] basis = [enabled, .. trials.Where(IsAsked).SelectMany(BasisIn)];
        if (trials.Count == 0)
            return Verdict.NotMet(new Message("testdrive.missing"), new Message("testdrive.missing.fix"), Trials.Missing, basis);

        Verdict? passed = null;
        foreach (var trial in trials.Where(IsAsked))
        {
            var verdict = Evaluate(offer, trial, basis);
            if (verdict.Kind == VerdictKind.NotMet)
                return verdict;
            passed ??= verdict;
        }

        return passed ?? Verdict.NotApplicable(
            new Message("testdrive.othertype", string.Join(" ", _types.Select(Shown.Choice))), Trials.In(trials[0], Trials.Type), enabled, Basis.Of(trials[0].TestDriveType));
    }

    internal override IEnumerable<Guid>? RowsRead(OfferFacts offer) => Trials.TestDrives(offer).Select(trial => trial.Id);

    // A test drive of no type yet is taken for a hosted one, the type made for Dynamics 365.
    private bool IsAsked(TrialFact trial) =>
        _types.Length == 0 || Array.IndexOf(_types, trial.TestDriveType ?? TestDriveType.MicrosoftHosted) >= 0;

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
