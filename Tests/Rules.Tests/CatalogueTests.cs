using DataverseReadiness.Rules.Tests.Cases;
using static DataverseReadiness.Rules.DecidedBy;
using static DataverseReadiness.Rules.Severity;

namespace DataverseReadiness.Rules.Tests;

/// <summary>The catalogue of 2018-12 against the rows of the requirements, as they were read from their sources.</summary>
public sealed class CatalogueTests
{
    /// <summary>Every row but the informative ones: whether it is mandatory, and who decides it according to its source.</summary>
    private static readonly (string Row, Severity Severity, DecidedBy DecidedBy)[] Rows =
    [
        ("T-01", Blocking, Probe | Person),
        ("T-02", Advice, Software | Person),
        ("T-03", Blocking, Probe | Person),
        ("T-04", Blocking, Software | Probe),
        ("T-05", Blocking, Probe | Person),
        ("T-06", Blocking, Software | Probe | Person),
        ("T-07", Blocking, Software | Probe | Person),
        ("B-01", Blocking, Software | Probe | Person),
        ("B-02", Blocking, Software),
        ("B-03", Advice, Software),
        ("B-04", Advice, Software),
        ("B-05", Advice, Software | Person),
        ("B-06", Blocking, Software | Person),
        ("B-07", Blocking, Software),
        ("B-08", Blocking, Software | Person),
        ("B-09", Blocking, Software | Person),
        ("B-10", Blocking, Software | Person),
        ("B-11", Blocking, Software | Person),
        ("B-12", Blocking, Software),
        ("B-13", Blocking, Software),
        ("B-14", Blocking, Software),
        ("B-15", Blocking, Software),
        ("B-16", Blocking, Software),
        ("B-17", Blocking, Software),
        ("B-18", Blocking, Software | Person),
        ("B-19", Blocking, Software | Probe | Person),
        ("B-20", Blocking, Software | Person),
        ("O-01", Blocking, Software),
        ("O-02", Blocking, Software),
        ("O-03", Blocking, Software | Probe | Person),
        ("X-01", Blocking, Software),
        ("X-02", Blocking, Software),
        ("X-03", Blocking, Software | Person),
        ("X-04", Advice, Software | Probe),
        ("X-05", Advice, Software),
        ("X-06", Advice, Software),
        ("X-07", Blocking, Software),
        ("X-08", Blocking, Software | Probe),
        ("X-09", Blocking, Software),
        ("X-10", Blocking, Software | Person),
        ("X-11", Blocking, Software),
        ("X-12", Blocking, Software),
        ("X-13", Blocking, Software),
        ("X-14", Blocking, Software),
        ("X-15", Blocking, Software),
        ("X-16", Blocking, Software),
        ("S-01", Blocking, Software),
        ("S-02", Blocking, Software),
        ("S-03", Advice, Software),
        ("S-04", Blocking, Software | Person),
        ("S-05", Blocking, Software),
        ("S-06", Blocking, Software | Probe),
        ("S-07", Advice, Software),
        ("S-08", Advice, Software),
        ("S-09", Advice, Software),
        ("S-10", Advice, Software),
        ("S-11", Advice, Software),
        ("S-12", Advice, Software | Person),
        ("S-13", Blocking, Software),
        ("S-14", Blocking, Software),
        ("S-15", Blocking, Software),
        ("S-16", Advice, Software | Probe),
        ("S-17", Blocking, Software),
        ("S-18", Blocking, Software | Person),
        ("S-19", Blocking, Software | Probe | Person),
        ("S-20", Blocking, Software),
        ("S-21", Blocking, Software | Probe),
        ("S-22", Advice, Software | Probe),
        ("D-01", Advice, Software),
        ("D-02", Blocking, Software),
        ("D-03", Blocking, Software),
        ("D-04", Advice, Software | Probe),
        ("D-05", Blocking, Software),
        ("D-06", Blocking, Software | Probe),
        ("D-07", Blocking, Software),
        ("D-08", Blocking, Software | Probe),
        ("D-09", Blocking, Software | Probe),
        ("D-10", Blocking, Probe),
        ("C-01", Blocking, Software | Probe),
        ("C-02", Blocking, Software | Probe),
        ("P-02", Blocking, Person),
        ("V-01", Blocking, Software),
        ("V-02", Blocking, Software),
        ("V-03", Blocking, Software | Person),
        ("V-04", Blocking, Probe | Person),
        ("V-05", Blocking, Probe),
        ("V-06", Blocking, Person),
        ("V-07", Blocking, Software | Person),
        ("V-08", Blocking, Software),
        ("V-09", Blocking, Software),
        ("D365-F-01", Advice, Software),
        ("D365-F-03", Advice, Software),
        ("D365-F-04", Advice, Software),
        ("D365-F-05", Advice, Software),
        ("D365-F-06", Advice, Software),
        ("D365-F-07", Advice, Software),
        ("D365-F-09", Advice, Software),
        ("D365-F-08", Advice, Software | Probe),
        ("D365-F-10", Advice, Software | Probe | Person),
        ("D365-F-11", Advice, Software | Person),
        ("D365-F-12", Advice, Software),
        ("D365-F-13", Advice, Software | Person),
        ("D365-F-14", Advice, Software | Probe),
        ("D365-F-16", Advice, Software | Probe | Person),
        ("D365-F-17", Advice, Software | Probe),
        ("D365-F-18", Advice, Software),
        ("D365-F-19", Advice, Software),
    ];

    /// <summary>Optional choices and dates of which nothing can be wrong.</summary>
    private static readonly string[] CannotFail = ["X-05", "S-07", "S-08", "S-10", "D365-F-11"];

    private static readonly IReadOnlyList<Requirement> All = RuleSet.December2018.All;

    public static TheoryData<string> Keys => [.. All.Select(requirement => requirement.Key)];

    [Fact]
    public void There_is_one_requirement_for_every_row_in_the_same_order() =>
        Assert.Equal(Rows.Select(row => row.Row.StartsWith("D365-", StringComparison.Ordinal) ? row.Row : "D365-18-" + row.Row), All.Select(requirement => requirement.Key));

    [Fact]
    public void Every_requirement_is_as_mandatory_as_its_row() =>
        Assert.Equal(
            Rows.Select(row => (row.Row, row.Severity)),
            All.Select(requirement => (RowOf(requirement.Key), requirement.Severity)));

    [Fact]
    public void Every_requirement_is_decided_by_whom_its_row_says_and_pre_checked_by_software() =>
        Assert.Equal(
            Rows.Select(row => (row.Row, row.DecidedBy | Software)),
            All.Select(requirement => (RowOf(requirement.Key), requirement.DecidedBy)));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Title_group_and_source_are_there_in_both_languages(string key)
    {
        var requirement = All.Single(item => item.Key == key);

        foreach (var language in new[] { Texts.English, Texts.Swedish })
        {
            Assert.NotEqual(requirement.Title.ToString(), Texts.Render(requirement.Title, language));
            Assert.NotNull(Texts.Find("group." + requirement.Group, language));
        }

        Assert.NotEqual(Texts.Find(requirement.Title.Key, Texts.English), Texts.Find(requirement.Title.Key, Texts.Swedish));
        Assert.InRange(requirement.Source.Length, 1, 200);
        Assert.InRange(Texts.Render(requirement.Title, Texts.English).Length, 1, 400);
        Assert.NotEmpty(requirement.Reads);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_cases_show_every_verdict_a_requirement_can_have(string key)
    {
        var requirement = All.Single(item => item.Key == key);
        var kinds = RuleCases.Table().Where(item => item.Key == key).Select(item => item.Kind).ToHashSet();

        var passed = requirement.DecidedBy == Software ? VerdictKind.Met : VerdictKind.Undecided;
        Assert.Contains(passed, kinds);
        if (!CannotFail.Contains(RowOf(key)))
            Assert.Contains(VerdictKind.NotMet, kinds);
        if (requirement.Severity == Advice && key != "D365-18-T-02" && requirement.Group != RequirementGroup.Rejections)
            Assert.Contains(VerdictKind.NotApplicable, kinds);
    }

    [Fact]
    public void Software_alone_meets_nothing_that_a_probe_or_a_person_settles()
    {
        var met = RuleCases.Table().Where(item => item.Kind == VerdictKind.Met).Select(item => item.Key).Distinct();
        var shared = All.Where(requirement => requirement.DecidedBy != Software).Select(requirement => requirement.Key);

        // A trial that needs no address leaves nothing to probe; measured uptime is a probe's record; a rejection shows what a probe met.
        Assert.Equal(["D365-18-T-04", "D365-18-T-07", "D365-F-08"], met.Intersect(shared).Order());
    }

    [Fact]
    public void Every_negative_verdict_says_what_to_do()
    {
        foreach (var item in RuleCases.Table())
            Assert.Equal(item.Kind is VerdictKind.NotMet or VerdictKind.Undecided, item.Evaluate().Fix is not null);
    }

    [Fact]
    public void The_reference_page_is_current() =>
        Repository.AssertCurrent("docs/requirements-2018-12.md", ReferencePage.Of(RuleSet.December2018));

    private static string RowOf(string key) => key.StartsWith("D365-18-", StringComparison.Ordinal) ? key.Substring(8) : key;
}
