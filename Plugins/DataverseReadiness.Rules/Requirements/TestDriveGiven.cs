using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Columns that every test drive of some type needs.</summary>
internal sealed class TestDriveGiven(CatalogLine line, TestDriveType[] types, params string[] columns) : TestDriveRequirement(line, types, columns)
{
    private readonly string[] _columns = columns;

    protected override IEnumerable<string?> BasisIn(TrialFact trial) => _columns.Select(column => Value(trial, column));

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        foreach (var column in _columns)
        {
            if (string.IsNullOrWhiteSpace(Value(trial, column)))
                return Empty(trial, column, Fix(), basis);
        }

        return Passed(trial, new Message("testdrive.given", Shown.Text(trial.Name), string.Join(" ", _columns.Select(Trials.Label))), basis);
    }

    private static string? Value(TrialFact trial, string column) => column switch
    {
        Trials.Region => trial.Region,
        Trials.ResourceGroup => trial.ResourceGroup,
        Trials.AssignApp => trial.AssignApp,
        Trials.DeprovisionApp => trial.DeprovisionApp,
        Trials.MaxConcurrent => Basis.Of(trial.MaxConcurrent),
        Trials.Period => Basis.Of(trial.Period),
        _ => null,
    };
}
