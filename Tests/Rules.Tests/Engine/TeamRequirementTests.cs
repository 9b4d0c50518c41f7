using System.Diagnostics;

namespace DataverseReadiness.Rules.Tests.Engine;

public sealed class TeamRequirementTests
{
    private const string Offer = "rdy_offer";
    private const string Key = "TEAM-1";

    public static TheoryData<RequirementTest, string, string, string?, string> Tests => new()
    {
        { RequirementTest.Required, Offer, "rdy_name", null, "Met column.value($column.rdy_offer.rdy_name, Contoso Quotes)" },
        { RequirementTest.Required, Offer, "rdy_devcenterid", null, "NotMet column.empty($column.rdy_offer.rdy_devcenterid)" },
        { RequirementTest.Required, Offer, "rdy_package", null, "Met column.value($column.rdy_offer.rdy_package, $choice.InspectionState.Inspected)" },
        { RequirementTest.Required, "rdy_marketingasset", "rdy_caption", null, "NotMet column.empty($column.rdy_marketingasset.rdy_caption)" },
        { RequirementTest.Required, "rdy_supportlink", "rdy_url", null, "Met team.met($column.rdy_supportlink.rdy_url, 2)" },
        { RequirementTest.Required, "rdy_plan", "rdy_marketplaceid", null, "NotApplicable team.none($table.rdy_plan)" },
        { RequirementTest.Pattern, Offer, "rdy_name", "Contoso .*", "Met column.value($column.rdy_offer.rdy_name, Contoso Quotes)" },
        { RequirementTest.Pattern, Offer, "rdy_name", "Contoso", "NotMet team.pattern($column.rdy_offer.rdy_name, Contoso Quotes, Contoso)" },
        { RequirementTest.Pattern, Offer, "rdy_name", "Quotes", "NotMet team.pattern($column.rdy_offer.rdy_name, Contoso Quotes, Quotes)" },
        { RequirementTest.Pattern, Offer, "rdy_name", "Contoso|Contoso Quotes", "Met column.value($column.rdy_offer.rdy_name, Contoso Quotes)" },
        { RequirementTest.Pattern, Offer, "rdy_devcenterid", ".*", "NotMet column.empty($column.rdy_offer.rdy_devcenterid)" },
        { RequirementTest.Minimum, Offer, "rdy_uptimemeasured", "99.95", "Met column.value($column.rdy_offer.rdy_uptimemeasured, 99.95)" },
        { RequirementTest.Minimum, Offer, "rdy_uptimemeasured", "99.951", "NotMet team.minimum($column.rdy_offer.rdy_uptimemeasured, 99.95, 99.951)" },
        { RequirementTest.Minimum, Offer, "rdy_name", "14", "Met column.value($column.rdy_offer.rdy_name, Contoso Quotes)" },
        { RequirementTest.Minimum, Offer, "rdy_name", "15", "NotMet team.minimum($column.rdy_offer.rdy_name, 14, 15)" },
        { RequirementTest.Maximum, Offer, "rdy_setupsteps", "3", "Met column.value($column.rdy_offer.rdy_setupsteps, 3)" },
        { RequirementTest.Maximum, Offer, "rdy_setupsteps", "2", "NotMet team.maximum($column.rdy_offer.rdy_setupsteps, 3, 2)" },
        { RequirementTest.Maximum, Offer, "rdy_languages", "2", "Met column.value($column.rdy_offer.rdy_languages, $choice.Language.English $choice.Language.Swedish)" },
        { RequirementTest.Maximum, Offer, "rdy_languages", "1", "NotMet team.maximum($column.rdy_offer.rdy_languages, 2, 1)" },
        { RequirementTest.Minimum, Offer, "rdy_releasedate", "2019-04-01", "Met column.value($column.rdy_offer.rdy_releasedate, 2019-04-01)" },
        { RequirementTest.Minimum, Offer, "rdy_releasedate", "2019-04-02", "NotMet team.minimum($column.rdy_offer.rdy_releasedate, 2019-04-01, 2019-04-02)" },
        { RequirementTest.OneOf, Offer, "rdy_publisherid", "fabrikam\nCONTOSO", "Met column.value($column.rdy_offer.rdy_publisherid, contoso)" },
        { RequirementTest.OneOf, Offer, "rdy_publisherid", "fabrikam", "NotMet team.oneof($column.rdy_offer.rdy_publisherid, contoso, fabrikam)" },
        { RequirementTest.OneOf, Offer, "rdy_apptype", "Trial\nFree", "Met column.value($column.rdy_offer.rdy_apptype, $choice.AppType.Trial)" },
        { RequirementTest.OneOf, Offer, "rdy_apptype", "847360001", "Met column.value($column.rdy_offer.rdy_apptype, $choice.AppType.Trial)" },
        { RequirementTest.OneOf, Offer, "rdy_apptype", "Free", "NotMet team.oneof($column.rdy_offer.rdy_apptype, $choice.AppType.Trial, Free)" },
        { RequirementTest.OneOf, Offer, "rdy_languages", "Svenska\nEngelska", "Met column.value($column.rdy_offer.rdy_languages, $choice.Language.English $choice.Language.Swedish)" },
        { RequirementTest.OneOf, Offer, "rdy_languages", "Swedish", "NotMet team.oneof($column.rdy_offer.rdy_languages, $choice.Language.English $choice.Language.Swedish, Swedish)" },
        { RequirementTest.Person, Offer, "rdy_name", null, "Undecided column.value($column.rdy_offer.rdy_name, Contoso Quotes)" },
        { RequirementTest.Person, Offer, "rdy_devcenterid", null, "Undecided column.empty($column.rdy_offer.rdy_devcenterid)" },
    };

    [Theory]
    [MemberData(nameof(Tests))]
    public void A_column_is_tested(RequirementTest test, string table, string column, string? value, string expected)
    {
        var row = Given.Own(test, table, column, value);

        var item = Given.Item(With(row), Key);

        Assert.Null(TeamRequirements.ProblemOf(row));
        Assert.Equal(expected, Given.Said(item.Verdict));
        Assert.Equal(column, item.Verdict.Target.Column);
    }

    [Fact]
    public void What_a_person_judges_needs_no_column()
    {
        var item = Given.Item(With(Given.Own(null)), Key);

        Assert.Equal("Undecided team.person", Given.Said(item.Verdict));
        Assert.Equal("team.person.fix", item.Verdict.Fix!.Key);
        Assert.Equal(DecidedBy.Person, item.Requirement.DecidedBy);
        Assert.True(item.IsOpen);
    }

    [Fact]
    public void The_title_and_the_guidance_are_the_persons_own_in_every_language()
    {
        var row = Given.Own(RequirementTest.Required, Offer, "rdy_devcenterid");
        row.Name = "Kontonumret {0} finns";
        row.Guidance = "Ask Ada.";

        var item = Given.Item(With(row), Key);

        foreach (var language in new[] { Texts.English, Texts.Swedish })
        {
            Assert.Equal("Kontonumret {0} finns", Texts.Render(item.Requirement.Title, language));
            Assert.Equal("Ask Ada.", Texts.Render(item.Verdict.Fix!, language));
        }

        Assert.Equal(RequirementGroup.Team, item.Requirement.Group);
        Assert.Equal("Team", item.Requirement.Source);
    }

    [Fact]
    public void Own_requirements_stand_behind_the_built_in_ones_by_their_keys()
    {
        var offer = Given.Offer();
        var one = Given.Own(null);
        var other = Given.Own(null);
        one.Key = "TEAM-B";
        other.Key = "TEAM-A";
        other.Id = Given.IdOf(101);
        other.Severity = null;
        offer.TeamRequirements = [one, other];

        var items = OfferEvaluation.Of(offer).Items;

        Assert.Equal(["TEAM-A", "TEAM-B"], items.Skip(RuleSet.December2018.All.Count).Select(item => item.Requirement.Key));
        Assert.Equal(Enumerable.Range(1, items.Count), items.Select(item => item.Sequence));
        Assert.Equal([Severity.Advice, Severity.Blocking], items.Skip(RuleSet.December2018.All.Count).Select(item => item.Requirement.Severity));
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(RequirementScope.All, true, true)]
    [InlineData(RequirementScope.December2018, true, false)]
    [InlineData(RequirementScope.Current, false, true)]
    public void A_row_belongs_to_the_rule_sets_it_names(RequirementScope? scope, bool in2018, bool inCurrent)
    {
        var row = Given.Own(null);
        row.Scope = scope;
        var offer = With(row);

        Assert.Equal(in2018, Has(offer));
        Assert.Equal(inCurrent, Has(offer.Under(RuleSetChoice.Current)));
        Assert.Equal(in2018, RuleSet.VersionOf(RuleSetChoice.December2018, [row]) != RuleSet.December2018.Version);
        Assert.Equal(inCurrent, RuleSet.VersionOf(RuleSetChoice.Current, [row]) != RuleSet.Current.Version);

        static bool Has(OfferFacts facts) => OfferEvaluation.Of(facts).Items.Any(item => item.Requirement.Key == Key);
    }

    public static TheoryData<string?, RequirementTest?, string?, string?, string?, string> Problems => new()
    {
        { null, null, null, null, null, "team.problem.key()" },
        { "team-1", null, null, null, null, "team.problem.key(team-1)" },
        { "TEAM-", null, null, null, null, "team.problem.key(TEAM-)" },
        { "TEAM-Å", null, null, null, null, "team.problem.key(TEAM-Å)" },
        { "TEAM-" + "1234567890123456789012345678901234567", null, null, null, null, "team.problem.key(TEAM-1234567890123456789012345678901234567)" },
        { "D365-18-T-99", null, null, null, null, "team.problem.key(D365-18-T-99)" },
        { Key, RequirementTest.Required, null, null, null, "team.problem.column(, )" },
        { Key, RequirementTest.Required, Offer, "rdy_none", null, "team.problem.column(rdy_offer, rdy_none)" },
        { Key, RequirementTest.Required, Offer, "rdy_enteredby", null, "team.problem.column(rdy_offer, rdy_enteredby)" },
        { Key, RequirementTest.Required, Offer, "rdy_now", null, "team.problem.column(rdy_offer, rdy_now)" },
        { Key, RequirementTest.Required, "account", "name", null, "team.problem.column(account, name)" },
        { Key, RequirementTest.Person, Offer, "rdy_none", null, "team.problem.column(rdy_offer, rdy_none)" },
        { Key, RequirementTest.Pattern, Offer, "rdy_package", "x", "team.problem.file($column.rdy_offer.rdy_package)" },
        { Key, RequirementTest.Pattern, Offer, "rdy_name", " ", "team.problem.value" },
        { Key, RequirementTest.Pattern, Offer, "rdy_name", "(", "team.problem.pattern(()" },
        { Key, RequirementTest.Pattern, Offer, "rdy_setupsteps", "3", "team.problem.text($column.rdy_offer.rdy_setupsteps)" },
        { Key, RequirementTest.Minimum, Offer, "rdy_setupsteps", "3,5", "team.problem.number(3,5)" },
        { Key, RequirementTest.Minimum, Offer, "rdy_setupsteps", "many", "team.problem.number(many)" },
        { Key, RequirementTest.Maximum, Offer, "rdy_releasedate", "1 April", "team.problem.date(1 April)" },
        { Key, RequirementTest.Maximum, Offer, "rdy_apptype", "1", "team.problem.size($column.rdy_offer.rdy_apptype)" },
        { Key, RequirementTest.OneOf, Offer, "rdy_apptype", "Trial\nDearest", "team.problem.option(Dearest, $column.rdy_offer.rdy_apptype)" },
        { Key, (RequirementTest)7, Offer, "rdy_name", "x", "team.problem.test" },
        { "D365-18-T-01", RequirementTest.Required, null, null, null, "team.problem.builtin(D365-18-T-01)" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_broken_row_harms_only_itself_and_is_shown_as_such(string? key, RequirementTest? test, string? table, string? column, string? value, string problem)
    {
        var row = Given.Own(test, table, column, value);
        row.Key = key;
        var offer = With(row);

        var items = OfferEvaluation.Of(offer).Items;

        Assert.Equal(problem, TeamRequirements.ProblemOf(row)!.ToString());
        var own = Assert.Single(items.Skip(RuleSet.December2018.All.Count));
        Assert.Equal("Undecided " + problem, Given.Said(own.Verdict));
        Assert.Equal("team.broken.fix(Ours)", own.Verdict.Fix!.ToString());
        Assert.Equal(Severity.Advice, own.Requirement.Severity);
        Assert.False(own.IsOpen);
        Assert.Equal(
            OfferEvaluation.Of(Given.Offer()).Items.Select(item => item.Verdict.ToString()),
            items.Take(RuleSet.December2018.All.Count).Select(item => item.Verdict.ToString()));
    }

    [Fact]
    public void A_pattern_longer_than_500_characters_is_not_tried()
    {
        Assert.Null(TeamRequirements.ProblemOf(Given.Own(RequirementTest.Pattern, Offer, "rdy_name", new string('a', 500))));
        Assert.Equal("team.problem.pattern", TeamRequirements.ProblemOf(Given.Own(RequirementTest.Pattern, Offer, "rdy_name", new string('a', 501)))!.Key);
    }

    [Fact]
    public void A_pattern_that_takes_too_long_is_given_up_and_undecided()
    {
        var offer = With(Given.Own(RequirementTest.Pattern, Offer, "rdy_name", "(a+)+b"));
        offer.Name = new string('a', 60);

        var watch = Stopwatch.StartNew();
        var item = Given.Item(offer, Key);

        Assert.Equal("Undecided team.slow($column.rdy_offer.rdy_name)", Given.Said(item.Verdict));
        Assert.Equal("team.slow.fix", item.Verdict.Fix!.Key);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void A_pattern_is_not_tried_on_more_than_20_000_characters()
    {
        var offer = With(Given.Own(RequirementTest.Pattern, Offer, "rdy_name", "a*"));
        offer.Name = new string('a', 20_000);
        Assert.Equal(VerdictKind.Met, Given.Item(offer, Key).Verdict.Kind);

        offer.Name += "a";
        Assert.Equal(VerdictKind.Undecided, Given.Item(offer, Key).Verdict.Kind);
    }

    [Fact]
    public void Of_two_rows_with_one_key_the_first_by_id_counts_and_the_other_says_so()
    {
        var first = Given.Own(null);
        var second = Given.Own(RequirementTest.Required, Offer, "rdy_name");
        second.Id = Given.IdOf(101);
        second.Scope = RequirementScope.December2018;
        var offer = With(second, first);

        var own = OfferEvaluation.Of(offer).Items.Skip(RuleSet.December2018.All.Count).ToList();

        Assert.Equal([Key, "TEAM~" + second.Id.ToString("N")], own.Select(item => item.Requirement.Key));
        Assert.Equal("Undecided team.problem.duplicate(TEAM-1)", Given.Said(own[1].Verdict));
        Assert.Null(TeamRequirements.ProblemOf(first, offer.TeamRequirements));
        Assert.Equal("team.problem.duplicate", TeamRequirements.ProblemOf(second, offer.TeamRequirements)!.Key);

        first.Scope = RequirementScope.Current;
        Assert.Null(TeamRequirements.ProblemOf(second, offer.TeamRequirements));
    }

    [Fact]
    public void A_team_raises_a_built_in_requirement_and_adds_its_guidance()
    {
        var row = new TeamRequirementFact { Id = Given.IdOf(100), Key = "D365-18-S-03", Severity = Severity.Blocking, Guidance = "Ask Ada." };
        var offer = With(row);
        offer.Industries = [Industry.Agriculture, Industry.Automotive, Industry.Education];

        var evaluation = OfferEvaluation.Of(offer);
        var item = evaluation.Items.Single(item => item.Requirement.Key == "D365-18-S-03");

        Assert.Equal(RuleSet.December2018.All.Count, evaluation.Items.Count);
        Assert.Equal(Severity.Blocking, item.Requirement.Severity);
        Assert.True(item.IsOpen);
        var plain = Given.Item(With().Industrious(), "D365-18-S-03").Verdict.Fix!;
        foreach (var language in new[] { Texts.English, Texts.Swedish })
            Assert.Equal(Texts.Render(plain, language) + " Ask Ada.", Texts.Render(item.Verdict.Fix!, language));
    }

    [Fact]
    public void A_change_to_a_built_in_requirement_has_dates_of_its_own()
    {
        var row = new TeamRequirementFact
        {
            Key = "D365-18-S-03",
            Severity = Severity.Blocking,
            AppliesFrom = Given.Now.Date.AddDays(2),
            EndsOn = Given.Now.Date.AddDays(3),
        };
        var offer = With(row).Industrious();

        Assert.Equal([false, true, true, false], new[] { 1, 2, 3, 4 }.Select(day => Given.Item(offer.At(Given.Now.Date.AddDays(day)), "D365-18-S-03").IsOpen));
        Assert.Equal(Given.Now.Date.AddDays(2), OfferEvaluation.Of(offer).NextChange);
    }

    [Fact]
    public void A_team_lowers_nothing_that_is_mandatory()
    {
        var row = new TeamRequirementFact { Id = Given.IdOf(100), Key = "D365-18-T-01", Severity = Severity.Advice };

        Assert.Equal("team.problem.lowers(D365-18-T-01)", TeamRequirements.ProblemOf(row)!.ToString());
        Assert.Equal(Severity.Blocking, Given.Item(With(row), "D365-18-T-01").Requirement.Severity);
    }

    [Fact]
    public void A_change_to_a_requirement_of_another_rule_set_is_no_business_of_this_one()
    {
        var row = new TeamRequirementFact { Key = "D365-18-T-01", Guidance = "Ask Ada." };

        Assert.Null(TeamRequirements.ProblemOf(row));
        Assert.Equal(RuleSet.Current.All.Count, OfferEvaluation.Of(With(row).Under(RuleSetChoice.Current)).Items.Count);
    }

    [Fact]
    public void A_rule_that_is_to_come_is_evaluated_and_does_not_block()
    {
        var row = Given.Own(RequirementTest.Required, Offer, "rdy_devcenterid");
        row.AnnouncedOn = Given.Now.AddDays(-9).Date;
        row.AppliesFrom = Given.Now.Date.AddDays(1);
        var offer = With(row);

        var before = Given.Item(offer.At(row.AppliesFrom.Value.AddTicks(-1)), Key);
        Assert.Equal(ItemStatus.NotMet, before.Status);
        Assert.False(before.IsOpen);
        Assert.Equal(row.AppliesFrom, before.AppliesFrom);
        Assert.Equal(row.AnnouncedOn, before.AnnouncedOn);
        Assert.Equal(OfferEvaluation.Of(Given.Offer()).Score, OfferEvaluation.Of(offer).Score);

        Assert.True(Given.Item(offer.At(row.AppliesFrom.Value), Key).IsOpen);
    }

    [Fact]
    public void A_rule_that_has_ended_does_not_apply_and_names_the_date()
    {
        var row = Given.Own(RequirementTest.Required, Offer, "rdy_devcenterid");
        row.EndsOn = Given.Now.Date;
        var offer = With(row);

        Assert.True(Given.Item(offer.At(Given.Now.Date.AddDays(1).AddTicks(-1)), Key).IsOpen);
        Assert.Equal("NotApplicable rule.ended(2019-03-01)", Given.Said(Given.Item(offer.At(Given.Now.Date.AddDays(1)), Key).Verdict));
    }

    [Fact]
    public void A_judgement_is_void_when_the_row_or_the_value_changes()
    {
        var row = Given.Own(RequirementTest.Person, Offer, "rdy_name");
        var offer = With(row);
        offer.Judgements = [Given.Judge(Given.Item(offer, Key), JudgementVerdict.Confirmed)];
        Assert.Equal(ItemStatus.Confirmed, Given.Item(offer, Key).Status);

        offer.Name = "Contoso Orders";
        Assert.True(Given.Item(offer, Key).IsJudgementVoid);
        offer.Name = "Contoso Quotes";

        row.Guidance = "Look twice.";
        Assert.True(Given.Item(offer, Key).IsJudgementVoid);
    }

    [Fact]
    public void The_version_changes_with_every_value_of_a_row_that_concerns_the_rule_set()
    {
        var versions = new HashSet<string>();
        foreach (var change in new Action<TeamRequirementFact>[]
        {
            _ => { }, row => row.Key = "TEAM-2", row => row.Name = "x", row => row.Scope = RequirementScope.All, row => row.Severity = Severity.Advice, row => row.Guidance = "x",
            row => row.Test = RequirementTest.Pattern, row => row.Table = Offer, row => row.Column = "x", row => row.Value = "x", row => row.AnnouncedOn = Given.Now,
            row => row.AppliesFrom = Given.Now, row => row.EndsOn = Given.Now,
        })
        {
            var row = Given.Own(null);
            change(row);
            var version = RuleSet.VersionOf(RuleSetChoice.December2018, [row]);
            Assert.Matches(@"^2018-12\.1\+[0-9a-f]{8}$", version);
            Assert.True(versions.Add(version));
            Assert.Equal(version, OfferEvaluation.Of(With(row)).RuleSetVersion);
            Assert.Matches("^team\\.[0-9a-f]{8}$", OfferEvaluation.Of(With(row)).Items[^1].RuleSetVersion);
        }

        Assert.Equal("2018-12.1", RuleSet.VersionOf(null, []));
        Assert.Equal("2018-12.1", OfferEvaluation.Of(Given.Offer()).Items[0].RuleSetVersion);
    }

    [Fact]
    public void The_version_does_not_depend_on_the_order_of_rows()
    {
        var one = Given.Own(null);
        var other = Given.Own(null);
        other.Key = "TEAM-2";

        Assert.Equal(RuleSet.VersionOf(null, [one, other]), RuleSet.VersionOf(null, [other, one]));
    }

    [Fact]
    public void Every_column_of_the_facts_that_a_label_names_can_be_tested()
    {
        var labels = Texts.Keys(Texts.English).Where(key => key.StartsWith("column.rdy_", StringComparison.Ordinal)).Select(key => key.Split('.'));
        string[] results =
        [
            "rdy_offerid", "rdy_score", "rdy_readiness", "rdy_openitems", "rdy_evaluatedon", "rdy_rulesetversion", "rdy_lock", "rdy_packagefacts", "rdy_checkerfacts",
            "rdy_acceptedpackage", "rdy_uptimefacts", "rdy_enteredby", "rdy_reevaluateon", "rdy_statusnote", "rdy_finding", "rdy_baselanguage", "rdy_deleting",
        ];

        var missing = labels
            .Where(key => !results.Contains(key[2]) && key[2] != key[1] + "id")
            .Where(key => TeamRequirements.ProblemOf(Given.Own(RequirementTest.Required, key[1], key[2])) is not null)
            .Select(key => key[1] + "." + key[2]);

        Assert.Empty(missing);
    }

    private static OfferFacts With(params TeamRequirementFact[] rows)
    {
        var offer = Given.Offer();
        offer.TeamRequirements = rows;
        return offer;
    }
}
