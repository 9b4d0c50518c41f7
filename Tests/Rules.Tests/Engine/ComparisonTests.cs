using DataverseReadiness.Rules.Tests.Cases;

namespace DataverseReadiness.Rules.Tests.Engine;

public sealed class ComparisonTests
{
    [Fact]
    public void Nothing_differs_from_itself() =>
        Assert.Empty(EvaluationDifference.Between(OfferEvaluation.Of(Given.Offer()), OfferEvaluation.Of(Given.Offer())));

    [Fact]
    public void A_difference_names_what_opens_closes_comes_and_leaves()
    {
        var before = Given.Offer();
        before.TeamRequirements = [Given.Own(null)];
        var after = Given.Offer();
        after.Summary = null;
        after.Probes = Given.Probes(after, ProbeOutcome.Reached, Given.Now);
        var own = Given.Own(null);
        own.Key = "TEAM-2";
        after.TeamRequirements = [own];

        var changes = EvaluationDifference.Between(OfferEvaluation.Of(before), OfferEvaluation.Of(after));

        Assert.Equal(
            [
                "D365-18-T-04 Undecided>Met closes", "D365-18-X-04 Undecided>Met ", "D365-18-X-08 Undecided>Met closes", "D365-18-S-01 Met>NotMet opens",
                "D365-18-S-06 Undecided>Met closes", "D365-18-S-21 Undecided>Met closes", "D365-F-08 Undecided>Met ", "TEAM-2 >Undecided opens", "TEAM-1 Undecided> closes",
            ],
            changes.Select(change => $"{change.Key} {change.From}>{change.To} {(change.Opens ? "opens" : change.Closes ? "closes" : "")}"));
        Assert.Equal("column.empty", changes.Single(change => change.Opens && change.Before is not null).Reason.Key);
    }

    [Fact]
    public void A_switch_of_rule_sets_lists_every_requirement_of_both_once()
    {
        var comparison = RuleSetComparison.Of(Given.Offer(), RuleSetChoice.Current);

        Assert.Equal(RuleSet.Current.All.Count, comparison.Kept.Count + comparison.Comes.Count);
        Assert.Equal(
            RuleSet.December2018.All.Select(requirement => requirement.Key).Order(),
            comparison.Kept.SelectMany(change => RuleSet.Every.SelectMany(ruleSet => ruleSet.All)
                    .Where(requirement => requirement.Key == change.Key && requirement.Predecessor is not null).Select(requirement => requirement.Predecessor!)
                    .Append(change.Before!.Requirement.Key))
                .Concat(comparison.Leaves.Select(item => item.Requirement.Key)).Distinct().Order());
        Assert.Same(RuleSet.Current, comparison.After.RuleSet);
    }

    [Fact]
    public void A_switch_to_the_same_rule_set_keeps_all_and_changes_nothing()
    {
        var comparison = RuleSetComparison.Of(Given.Offer(), RuleSetChoice.December2018);

        Assert.Empty(comparison.Leaves);
        Assert.Empty(comparison.Comes);
        Assert.All(comparison.Kept, change => Assert.Equal(change.From, change.To));
    }

    [Fact]
    public void A_predecessor_is_a_requirement_of_another_rule_set()
    {
        foreach (var ruleSet in RuleSet.Every)
        {
            foreach (var requirement in ruleSet.All.Where(requirement => requirement.Predecessor is not null))
            {
                Assert.Null(ruleSet.Find(requirement.Predecessor));
                Assert.NotNull(RuleSet.Every.Select(other => other.Find(requirement.Predecessor)).SingleOrDefault(found => found is not null));
            }
        }
    }

    [Theory]
    [InlineData(RuleSetChoice.December2018, RuleSetChoice.Current)]
    [InlineData(RuleSetChoice.Current, RuleSetChoice.December2018)]
    public void A_judgement_goes_along_where_both_rule_sets_rest_on_the_same_values(RuleSetChoice from, RuleSetChoice to)
    {
        var offer = Given.Offer().Under(from);
        var before = OfferEvaluation.Of(offer);
        offer.Judgements = [.. before.Items.Where(item => item.Verdict.Kind == VerdictKind.Undecided).Select(item => Given.Judge(item, JudgementVerdict.Confirmed))];

        var comparison = RuleSetComparison.Of(offer, to);

        foreach (var kept in comparison.Kept.Where(kept => kept.From == ItemStatus.Confirmed && kept.After!.Verdict.Kind == VerdictKind.Undecided))
        {
            var same = kept.Before!.Verdict.Basis.SequenceEqual(kept.After!.Verdict.Basis) && kept.Before.Verdict.Target.RecordId == kept.After.Verdict.Target.RecordId
                && kept.Before.Verdict.Target.Table == kept.After.Verdict.Target.Table;
            Assert.Equal(same ? ItemStatus.Confirmed : ItemStatus.Undecided, kept.To);
            Assert.Equal(!same, kept.After.IsJudgementVoid);
        }
    }

    [Fact]
    public void The_ledger_names_a_guard_for_every_clause_and_nobody_where_nobody_looks()
    {
        foreach (var ruleSet in RuleSet.Every)
        {
            var ledger = ClauseLedger.Of(ruleSet);

            Assert.Equal(ruleSet.All.Count + ruleSet.NotChecked.Count, ledger.Count);
            Assert.Equal(ledger.Count, ledger.Select(clause => clause.Key).Distinct().Count());
            Assert.Equal(
                ruleSet.NotChecked.Select(clause => clause.Key), ledger.Where(clause => clause.Guard == ClauseGuard.Nobody).Select(clause => clause.Key));
            foreach (var clause in ledger)
            {
                foreach (var language in new[] { Texts.English, Texts.Swedish })
                {
                    Assert.NotEqual(clause.Title.ToString(), Texts.Render(clause.Title, language));
                    if (clause.Note is not null)
                        Assert.NotEqual(clause.Note.ToString(), Texts.Render(clause.Note, language));
                }

                Assert.Equal(clause.Guard == ClauseGuard.Nobody, ruleSet.Find(clause.Key) is null);
                Assert.Equal(ruleSet.Find(clause.Key) is { NeverWaived: false }, clause.CanBeWaived);
            }
        }
    }

    [Theory]
    [InlineData("D365-18-O-01", ClauseGuard.OnSave)]
    [InlineData("D365-18-S-06", ClauseGuard.Probe)]
    [InlineData("D365-18-T-06", ClauseGuard.Person)]
    [InlineData("D365-18-V-06", ClauseGuard.Person)]
    [InlineData("D365-18-D-10", ClauseGuard.Person)]
    public void A_guard_is_who_has_the_last_word(string key, ClauseGuard guard) =>
        Assert.Equal(guard, ClauseLedger.Of(RuleSet.December2018).Single(clause => clause.Key == key).Guard);
}
