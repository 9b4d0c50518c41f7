using DataverseReadiness.Rules.Tests.Cases;
using static DataverseReadiness.Rules.DecidedBy;
using static DataverseReadiness.Rules.Severity;

namespace DataverseReadiness.Rules.Tests;

/// <summary>Today's rows on the package, its solutions and their code, against the rows of the requirements.</summary>
public sealed class PackageCatalogueTests
{
    private static readonly (string Row, Severity Severity, DecidedBy DecidedBy, bool IsSecondHand, bool IsUnsourced)[] Rows =
    [
        ("K-01", Blocking, Software, false, false),
        ("K-02", Blocking, Software, false, false),
        ("K-03", Blocking, Software, false, false),
        ("K-04", Blocking, Software, false, false),
        ("K-05", Blocking, Software, false, false),
        ("K-06", Blocking, Software, false, false),
        ("K-07", Blocking, Software, false, false),
        ("K-08", Blocking, Software, false, false),
        ("K-09", Advice, Software, false, true),
        ("K-10", Blocking, Software | Probe, false, false),
        ("Q-01", Blocking, Software, false, false),
        ("Q-02", Blocking, Software | Person, false, false),
        ("Q-03", Advice, Software, false, false),
        ("Q-04", Blocking, Software, false, false),
        ("Q-05", Blocking, Software, false, false),
        ("Q-06", Blocking, Software | Probe, true, false),
        ("Q-07", Blocking, Software | Probe, true, false),
        ("Q-08", Blocking, Software | Person, true, false),
        ("Q-09", Blocking, Software, true, false),
        ("Q-10", Blocking, Software, true, false),
        ("Q-11", Blocking, Software, true, false),

        // The checker is a tool that has to run; where its report is attached the software reads it.
        ("Q-12", Blocking, Software | Probe, false, false),
        ("Q-13", Advice, Software | Person, true, true),
        ("Q-14", Blocking, Software | Probe, false, false),
        ("Q-15", Blocking, Software | Probe, false, false),
        ("Q-16", Blocking, Software, false, false),
        ("Q-18", Blocking, Software | Probe | Person, false, false),
        ("Q-19", Advice, Software, false, false),
    ];

    [Fact]
    public void There_is_one_requirement_for_every_row_in_the_same_order() =>
        Assert.Equal(
            Rows.Select(row => ("D365-CU-" + row.Row, row.Severity, row.DecidedBy, row.IsSecondHand, row.IsUnsourced)),
            RuleSet.Current.All
                .Where(requirement => requirement.Group is RequirementGroup.PackageContent or RequirementGroup.SolutionAndCode)
                .Select(requirement => (requirement.Key, requirement.Severity, requirement.DecidedBy, requirement.IsSecondHand, requirement.IsUnsourced)));

    [Theory]
    [InlineData(RuleSetChoice.December2018, "D365-18-X-13")]
    [InlineData(RuleSetChoice.Current, "D365-CU-K-01")]
    public void A_package_that_cannot_be_read_is_said_once_and_leaves_the_rest_open(RuleSetChoice choice, string key)
    {
        var offer = Packages.With(Packages.NoZip);
        offer.RuleSet = choice;

        var items = OfferEvaluation.Of(offer).Items.Where(item => item.Verdict.Fix?.Key == "zip.damaged.fix").ToList();

        var said = Assert.Single(items, item => item.Verdict.Kind == VerdictKind.NotMet);
        Assert.Equal((key, "package.zip.unreadable(quotes.zip)"), (said.Requirement.Key, said.Verdict.Reason.ToString()));
        Assert.All(items.Where(item => item != said), item => Assert.Equal((VerdictKind.Undecided, "zip.unreadable"), (item.Verdict.Kind, item.Verdict.Reason.ToString())));
        Assert.InRange(items.Count, 4, 40);
        Assert.Single(OfferEvaluation.Of(offer).Items, item => item.Verdict.Reason.Key.StartsWith("package.", StringComparison.Ordinal));
    }
}
