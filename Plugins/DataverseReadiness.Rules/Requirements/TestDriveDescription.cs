using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A test drive is described in simple HTML.</summary>
internal sealed class TestDriveDescription(CatalogLine line) : TestDriveRequirement(line, Trials.Description)
{
    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [trial.Description];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        if (string.IsNullOrWhiteSpace(trial.Description))
            return Empty(trial, Trials.Description, Fix(), basis);

        var html = HtmlReader.Read(trial.Description);
        if (!html.HasMarkup)
            return NotMet(trial, new Message("markup.none", Trials.Label(Trials.Description)), Fix(), basis);

        return SimpleHtml.Problem(html) is { } problem
            ? NotMet(trial, problem, Fix(), basis)
            : Passed(trial, new Message("testdrive.description", Shown.Number(html.VisibleLength)), basis);
    }
}
