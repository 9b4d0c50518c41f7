using DataverseReadiness.Rules.Tests.Cases;
using static DataverseReadiness.Rules.DecidedBy;
using static DataverseReadiness.Rules.Severity;

namespace DataverseReadiness.Rules.Tests;

/// <summary>The catalogue of today's rule set against the rows of the requirements.</summary>
public sealed class CurrentCatalogueTests
{
    /// <summary>Rows of other files than the package's: whether each is mandatory, and who decides it.</summary>
    private static readonly (string Row, Severity Severity, DecidedBy DecidedBy)[] Rows =
    [
        ("CU-A-01", Blocking, Software | Probe | Person),
        ("CU-A-02", Blocking, Software),
        ("CU-A-03", Blocking, Software),
        ("CU-A-04", Blocking, Software | Probe),
        ("CU-A-05", Blocking, Software | Person),
        ("CU-O-01", Blocking, Software),
        ("CU-O-02", Blocking, Software),
        ("CU-O-03", Blocking, Software),
        ("CU-O-04", Blocking, Software | Probe | Person),
        ("CU-O-05", Advice, Software),
        ("CU-O-06", Advice, Software | Person),
        ("CU-O-07", Blocking, Software),
        ("CU-O-08", Advice, Software | Probe),
        ("CU-O-09", Blocking, Probe | Person),
        ("CU-L-01", Blocking, Software),
        ("CU-L-02", Blocking, Probe | Person),
        ("CU-L-03", Blocking, Software | Person),
        ("CU-L-04", Blocking, Software),
        ("CU-L-05", Blocking, Software),
        ("CU-L-06", Blocking, Person),
        ("CU-L-07", Blocking, Software),
        ("CU-L-08", Blocking, Software),
        ("CU-L-09", Blocking, Software),
        ("CU-L-10", Advice, Software | Person),
        ("CU-L-11", Advice, Software),
        ("CU-L-12", Blocking, Software | Probe),
        ("CU-L-13", Blocking, Software | Probe | Person),
        ("CU-L-14", Blocking, Software | Probe),
        ("CU-L-15", Blocking, Software | Probe),
        ("CU-L-16", Blocking, Software),
        ("CU-L-17", Blocking, Probe | Person),
        ("CU-G-01", Blocking, Software),
        ("CU-G-02", Advice, Software),
        ("CU-G-03", Advice, Software),
        ("CU-G-04", Advice, Software),
        ("CU-G-05", Advice, Software | Person),
        ("CU-G-06", Blocking, Software | Person),
        ("CU-G-07", Blocking, Software | Person),

        // A probe reaches the page; that the video plays where it is embedded a person sees.
        ("CU-G-08", Advice, Software | Probe | Person),
        ("CU-G-09", Blocking, Software),
        ("CU-R-01", Blocking, Software | Person),
        ("CU-R-02", Advice, Software | Person),
        ("CU-R-03", Advice, Software),
        ("CU-R-04", Blocking, Software),
        ("CU-R-05", Blocking, Software | Probe),
        ("CU-R-07", Blocking, Software),
        ("CU-R-08", Blocking, Software),
        ("CU-R-09", Blocking, Person),
        ("CU-N-01", Blocking, Software),
        ("CU-N-02", Blocking, Software),
        ("CU-N-03", Blocking, Software),
        ("CU-N-04", Blocking, Software),
        ("CU-N-05", Blocking, Software),
        ("CU-N-06", Blocking, Software),
        ("CU-N-07", Blocking, Software),
        ("CU-N-08", Blocking, Software),
        ("CU-X-01", Blocking, Software),
        ("CU-X-02", Advice, Software),
        ("CU-X-03", Blocking, Software),
        ("CU-X-04", Blocking, Software | Probe),
        ("CU-X-05", Advice, Probe),
        ("CU-X-06", Blocking, Software),
        ("CU-X-07", Blocking, Software),
        ("CU-X-08", Blocking, Software | Person),
        ("CU-V-01", Blocking, Software),
        ("CU-V-02", Blocking, Software),
        ("CU-V-03", Blocking, Software | Person),
        ("CU-V-04", Blocking, Probe),
        ("CU-V-05", Blocking, Probe),
        ("CU-V-06", Blocking, Probe | Person),
        ("CU-V-07", Blocking, Person),
        ("CU-V-08", Blocking, Software | Person),
        ("CU-V-09", Blocking, Software | Person),
        ("CU-V-10", Blocking, Software | Person),
        ("CU-V-11", Blocking, Software),
        ("CU-V-12", Blocking, Software | Person),
        ("CU-V-13", Blocking, Person),
        ("CU-V-14", Blocking, Software | Person),
        ("CU-V-15", Blocking, Person),
        ("CU-V-16", Blocking, Person),
        ("CU-V-17", Blocking, Software),
        ("CU-V-19", Advice, Software | Probe | Person),
        ("CU-V-20", Advice, Probe | Person),
        ("CU-V-21", Advice, Person),
        ("CU-V-22", Blocking, Software),
        ("CU-D-01", Advice, Software),
        ("CU-D-02", Blocking, Software | Probe),
        ("CU-D-03", Blocking, Software),
        ("CU-D-04", Blocking, Software | Probe),
        ("CU-D-05", Blocking, Probe),
        ("CU-D-06", Blocking, Software | Probe),
        ("CU-D-07", Blocking, Software),
        ("CU-D-08", Blocking, Software),
        ("CU-D-09", Blocking, Software),
        ("CU-D-10", Blocking, Software),
        ("CU-D-11", Advice, Software | Probe),
        ("CU-D-12", Blocking, Software | Probe),
        ("CU-D-13", Blocking, Software),
    ];

    /// <summary>Rows of which nothing can be wrong, or only in the eyes of a person.</summary>
    private static readonly string[] CannotFail =
        ["CU-O-05", "CU-G-07", "CU-R-03", "CU-R-09", "CU-X-02", "CU-V-13", "CU-V-15", "CU-V-21", "CU-Q-18", "F-11"];

    /// <summary>Advice that is always asked for.</summary>
    private static readonly string[] AlwaysApplies = ["CU-V-21"];

    /// <summary>What software meets though a probe or a person may settle it: a text needs no probe, a record is one, a mirror shows what a probe met.</summary>
    private static readonly string[] MetBySoftware = ["D365-CU-R-05", "D365-CU-V-19", "D365-F-08"];

    private static readonly IReadOnlyList<Requirement> All = RuleSet.Current.All;

    [Fact]
    public void There_is_one_requirement_for_every_row_as_mandatory_and_decided_by_whom_it_says()
    {
        var rows = All.Where(requirement => requirement.Key.StartsWith("D365-CU-", StringComparison.Ordinal) && requirement.Key[8] is not ('K' or 'Q'));

        Assert.Equal(
            Rows.Select(row => ("D365-" + row.Row, row.Severity, row.DecidedBy | Software)),
            rows.Select(requirement => (requirement.Key, requirement.Severity, requirement.DecidedBy)));
    }

    [Fact]
    public void Titles_groups_and_sources_are_there_in_both_languages()
    {
        Assert.Equal(All.Count, All.Select(requirement => requirement.Key).Distinct().Count());
        foreach (var requirement in All)
        {
            foreach (var language in new[] { Texts.English, Texts.Swedish })
            {
                Assert.NotEqual(requirement.Title.ToString(), Texts.Render(requirement.Title, language));
                Assert.NotNull(Texts.Find("group." + requirement.Group, language));
            }

            Assert.NotEqual(Texts.Find(requirement.Title.Key, Texts.English), Texts.Find(requirement.Title.Key, Texts.Swedish));
            Assert.InRange(requirement.Source.Length, 1, 200);
            Assert.NotEmpty(requirement.Reads);
        }
    }

    [Fact]
    public void Every_group_of_todays_sections_has_requirements() =>
        Assert.Superset(
            new HashSet<RequirementGroup>
            {
                RequirementGroup.Account, RequirementGroup.ListingOption, RequirementGroup.ListingText, RequirementGroup.Media, RequirementGroup.Properties,
                RequirementGroup.Plans, RequirementGroup.TechnicalConfiguration, RequirementGroup.Certification, RequirementGroup.TestDrive,
                RequirementGroup.Rejections, RequirementGroup.Agreement,
            },
            All.Select(requirement => requirement.Group).ToHashSet());

    [Fact]
    public void The_cases_show_every_verdict_a_requirement_can_have()
    {
        var kinds = RuleCases.Table().ToLookup(item => item.Key, item => item.Kind);
        var missing = new List<string>();
        foreach (var requirement in All)
        {
            var row = requirement.Key.StartsWith("D365-", StringComparison.Ordinal) ? requirement.Key.Substring(5) : requirement.Key;
            var shown = kinds[requirement.Key].ToHashSet();
            var passed = requirement.DecidedBy == Software ? VerdictKind.Met : VerdictKind.Undecided;
            if (!shown.Contains(passed))
                missing.Add($"{row} {passed}");
            if (!CannotFail.Contains(row) && !shown.Contains(VerdictKind.NotMet))
                missing.Add($"{row} {VerdictKind.NotMet}");
            if (requirement.Severity == Advice && requirement.Group != RequirementGroup.Rejections && !AlwaysApplies.Contains(row) && row[3] is not ('K' or 'Q')
                && !shown.Contains(VerdictKind.NotApplicable))
            {
                missing.Add($"{row} {VerdictKind.NotApplicable}");
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Software_alone_meets_nothing_that_a_probe_or_a_person_settles()
    {
        var shared = All.Where(requirement => requirement.DecidedBy != Software && requirement.Key[8] is not ('K' or 'Q')).Select(requirement => requirement.Key);
        var met = RuleCases.Table().Where(item => item.Kind == VerdictKind.Met).Select(item => item.Key).Distinct();

        Assert.Equal(MetBySoftware.Order(), met.Intersect(shared).Order());
    }

    [Fact]
    public void What_no_source_was_found_for_is_advice_and_says_so()
    {
        var unsourced = All.Where(requirement => requirement.IsUnsourced).ToList();

        Assert.Superset(new HashSet<string> { "D365-CU-R-03", "D365-CU-V-19", "D365-CU-V-20" }, unsourced.Select(requirement => requirement.Key).ToHashSet());
        Assert.All(unsourced, requirement =>
        {
            Assert.Equal(Advice, requirement.Severity);
            Assert.Contains("unsourced", requirement.Source, StringComparison.Ordinal);
            Assert.Contains("unsourced", Texts.Find(requirement.Title.Key, Texts.English)!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_source_that_only_reports_is_named_as_second_hand() =>
        Assert.Equal(
            All.Where(requirement => requirement.Source.Contains("second-hand: ", StringComparison.Ordinal)).Select(requirement => requirement.Key),
            All.Where(requirement => requirement.IsSecondHand).Select(requirement => requirement.Key));

    [Fact]
    public void A_predecessor_is_a_row_of_2018_and_has_one_successor_alone()
    {
        var predecessors = All.Where(requirement => requirement.Predecessor is not null).Select(requirement => requirement.Predecessor!).ToList();

        Assert.Equal(predecessors.Distinct(), predecessors);
        Assert.Empty(predecessors.Except(RuleSet.December2018.All.Select(requirement => requirement.Key)));
    }

    [Fact]
    public void A_judgement_on_the_same_data_carries_over()
    {
        var data = Offers.Complete();
        var then = OfferEvaluation.Of(data);
        var judged = new[] { "S-06", "S-19", "S-21", "X-08", "S-18", "S-16", "C-01", "V-05", "V-06", "T-01" }.Select(row => "D365-18-" + row)
            .Select(key => then.Items.Single(item => item.Requirement.Key == key))
            .Where(item => item.Verdict.Kind == VerdictKind.Undecided)
            .Select(item => new JudgementFact { Key = item.Requirement.Key, Verdict = JudgementVerdict.Confirmed, Fingerprint = item.Fingerprint, JudgedOn = data.Now })
            .ToArray();
        var offer = Offers.Complete(judged);
        offer.RuleSet = RuleSetChoice.Current;
        foreach (var screenshot in offer.Assets.Where(asset => asset.Kind == AssetKind.Screenshot))
            screenshot.Caption = "Contoso Quotes";

        var items = OfferEvaluation.Of(offer).Items;

        foreach (var row in new[] { "L-12", "L-13", "X-04", "G-06", "L-15", "V-04", "V-07", "V-20" })
            Assert.Equal(row + " " + ItemStatus.Confirmed, row + " " + items.Single(item => item.Requirement.Key == "D365-CU-" + row).Status);
    }

    [Fact]
    public void What_stands_in_no_checklist_says_why_in_both_languages()
    {
        foreach (var ruleSet in RuleSet.Every)
        {
            Assert.NotEmpty(ruleSet.NotChecked);
            foreach (var clause in ruleSet.NotChecked)
            {
                Assert.DoesNotContain(clause.Key, ruleSet.All.Select(requirement => requirement.Key));
                foreach (var message in new[] { clause.Title, clause.Why })
                    Assert.NotEqual(Texts.Find(message.Key, Texts.English), Texts.Find(message.Key, Texts.Swedish));
            }
        }
    }

    [Fact]
    public void The_reference_page_is_current() =>
        Repository.AssertCurrent("docs/requirements-current.md", ReferencePage.Of(RuleSet.Current));
}
