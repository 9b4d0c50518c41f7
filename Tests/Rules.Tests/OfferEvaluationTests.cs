using DataverseReadiness.Rules.Tests.Cases;

namespace DataverseReadiness.Rules.Tests;

public sealed class OfferEvaluationTests
{
    private static readonly DateTime Day = new(2019, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_complete_offer_needs_review_only()
    {
        var evaluation = OfferEvaluation.Of(Offers.Complete());

        Assert.Empty(evaluation.Items.Where(item => item.Verdict.Kind == VerdictKind.NotMet).Select(item => item.Requirement.Key));
        Assert.Equal(Readiness.NeedsReview, evaluation.Readiness);
        Assert.Equal(evaluation.Items.Count(item => item.IsOpen), evaluation.OpenItems);
        Assert.InRange(evaluation.Score, 1, 99);
    }

    [Fact]
    public void A_complete_offer_of_today_needs_review_only()
    {
        var offer = Offers.Today();

        var evaluation = OfferEvaluation.Of(offer);

        Assert.Equal(40, offer.Trials.Count + offer.SupportLinks.Count + offer.Plans.Count + offer.Assets.Count);
        Assert.Empty(evaluation.Items.Where(item => item.Verdict.Kind == VerdictKind.NotMet).Select(item => item.Requirement.Key));
        Assert.Equal(Readiness.NeedsReview, evaluation.Readiness);
        Assert.Equal("current.1", evaluation.RuleSetVersion);
    }

    [Fact]
    public void An_empty_offer_is_not_ready_and_scores_nothing()
    {
        var evaluation = OfferEvaluation.Of(new OfferFacts());

        Assert.Equal(Readiness.NotReady, evaluation.Readiness);
        Assert.Equal(0, evaluation.Score);
        Assert.Equal(107, evaluation.Items.Count);
        Assert.Equal(Enumerable.Range(1, 107), evaluation.Items.Select(item => item.Sequence));
        Assert.Equal("2018-12", evaluation.RuleSet.Name);
        Assert.Equal("2018-12.1", evaluation.RuleSet.Version);
    }

    [Fact]
    public void An_offer_is_ready_once_a_person_confirmed_all_that_is_undecided()
    {
        var evaluation = OfferEvaluation.Of(Offers.Complete(ConfirmAll()));

        Assert.Equal(Readiness.Ready, evaluation.Readiness);
        Assert.Equal(100, evaluation.Score);
        Assert.Equal(0, evaluation.OpenItems);
    }

    [Fact]
    public void One_mandatory_item_left_undecided_scores_below_100()
    {
        var evaluation = OfferEvaluation.Of(Offers.Complete([.. ConfirmAll().Where(judgement => judgement.Key != "D365-18-T-01")]));

        var applicable = evaluation.Items.Count(item => item.Requirement.Severity == Severity.Blocking && item.Status != ItemStatus.NotApplicable);
        Assert.Equal(100 * (applicable - 1) / applicable, evaluation.Score);
        Assert.Equal(Readiness.NeedsReview, evaluation.Readiness);
        Assert.Equal(1, evaluation.OpenItems);
    }

    [Fact]
    public void Advice_never_blocks()
    {
        var evaluation = OfferEvaluation.Of(new OfferFacts { Industries = [Industry.Agriculture, Industry.Automotive, Industry.Education] });

        var item = evaluation.Items.Single(item => item.Requirement.Key == "D365-18-S-03");
        Assert.Equal(ItemStatus.NotMet, item.Status);
        Assert.False(item.IsOpen);
    }

    [Fact]
    public void A_rejected_item_makes_the_offer_not_ready()
    {
        var judgements = ConfirmAll();
        judgements.Add(Judgement("D365-18-T-01", JudgementVerdict.Rejected, Fingerprint("D365-18-T-01"), Day.AddMinutes(1)));

        var evaluation = OfferEvaluation.Of(Offers.Complete(judgements));

        Assert.Equal(ItemStatus.Rejected, Item(evaluation, "D365-18-T-01").Status);
        Assert.Equal(Readiness.NotReady, evaluation.Readiness);
    }

    [Fact]
    public void The_latest_judgement_counts_in_whatever_order_they_are_read()
    {
        var fingerprint = Fingerprint("D365-18-T-01");
        var older = Judgement("D365-18-T-01", JudgementVerdict.Rejected, fingerprint, Day);
        var newer = Judgement("D365-18-T-01", JudgementVerdict.Confirmed, fingerprint, Day.AddSeconds(1));

        foreach (var judgements in new[] { new[] { older, newer }, [newer, older] })
        {
            var item = Item(OfferEvaluation.Of(Offers.Complete(judgements)), "D365-18-T-01");
            Assert.Equal(ItemStatus.Confirmed, item.Status);
            Assert.Same(newer, item.Judgement);
        }
    }

    [Fact]
    public void Of_two_judgements_of_one_moment_the_id_decides()
    {
        var fingerprint = Fingerprint("D365-18-T-01");
        var lower = Judgement("D365-18-T-01", JudgementVerdict.Rejected, fingerprint, Day, new Guid("00000000-0000-0000-0000-000000000001"));
        var higher = Judgement("D365-18-T-01", JudgementVerdict.Confirmed, fingerprint, Day, new Guid("00000000-0000-0000-0000-000000000002"));

        foreach (var judgements in new[] { new[] { lower, higher }, [higher, lower] })
            Assert.Equal(ItemStatus.Confirmed, Item(OfferEvaluation.Of(Offers.Complete(judgements)), "D365-18-T-01").Status);
    }

    [Fact]
    public void A_judgement_is_void_when_a_value_it_rests_on_changes_and_only_then()
    {
        var judgements = ConfirmAll();

        var evaluation = OfferEvaluation.Of(Offers.Complete(judgements, "Contoso Quotes and Orders"));

        // The name is read by B-05 and O-03, of all that people judge.
        var changed = evaluation.Items.Where(item => item.IsJudgementVoid).Select(item => item.Requirement.Key);
        Assert.Equal(["D365-18-B-05", "D365-18-O-03"], changed);
        Assert.Equal(ItemStatus.Undecided, Item(evaluation, "D365-18-O-03").Status);
        Assert.NotNull(Item(evaluation, "D365-18-O-03").Judgement);
        Assert.Equal(Readiness.NeedsReview, evaluation.Readiness);
    }

    [Fact]
    public void A_judgement_cannot_meet_what_the_software_decides()
    {
        var judgement = Judgement("D365-18-O-01", JudgementVerdict.Confirmed, "", Day);

        var judged = Item(OfferEvaluation.Of(new OfferFacts { Judgements = [judgement] }), "D365-18-O-01");

        Assert.Equal(ItemStatus.NotMet, judged.Status);
        Assert.True(judged.IsJudgementVoid);
        Assert.True(judged.IsOpen);
    }

    [Theory]
    [InlineData(null, JudgementVerdict.Confirmed)]
    [InlineData("no such key", JudgementVerdict.Confirmed)]
    [InlineData("D365-18-T-01", null)]
    public void A_judgement_without_key_or_verdict_counts_for_nothing(string? key, JudgementVerdict? verdict)
    {
        var judgement = new JudgementFact { Key = key, Verdict = verdict, Fingerprint = Fingerprint("D365-18-T-01"), JudgedOn = Day };

        var evaluation = OfferEvaluation.Of(Offers.Complete([judgement]));

        Assert.All(evaluation.Items, item => Assert.Null(item.Judgement));
    }

    [Fact]
    public void An_offer_without_a_rule_set_is_checked_against_the_oldest() =>
        Assert.Same(RuleSet.December2018, OfferEvaluation.Of(new OfferFacts { RuleSet = (RuleSetChoice)1 }).RuleSet);

    private static List<JudgementFact> ConfirmAll() =>
    [
        .. OfferEvaluation.Of(Offers.Complete()).Items
            .Where(item => item.Verdict.Kind == VerdictKind.Undecided)
            .Select(item => Judgement(item.Requirement.Key, JudgementVerdict.Confirmed, item.Fingerprint, Day)),
    ];

    private static string Fingerprint(string key) => Item(OfferEvaluation.Of(Offers.Complete()), key).Fingerprint;

    private static EvaluatedItem Item(OfferEvaluation evaluation, string key) =>
        evaluation.Items.Single(item => item.Requirement.Key == key);

    private static JudgementFact Judgement(string key, JudgementVerdict verdict, string fingerprint, DateTime on, Guid id = default) =>
        new() { Id = id, Key = key, Verdict = verdict, Fingerprint = fingerprint, JudgedOn = on, JudgedBy = "Reviewer" };
}
