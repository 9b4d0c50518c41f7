namespace DataverseReadiness.Rules.Tests.Engine;

public sealed class JudgementRulesTests
{
    private static readonly EvaluatedItem Undecided = Given.Item(Given.Offer(), "D365-18-T-06");
    private static readonly EvaluatedItem Met = Given.Item(Given.Offer(), "D365-18-S-01");
    private static readonly EvaluatedItem NotMet = Given.Item(new OfferFacts { Now = Given.Now }, "D365-18-T-07");
    private static readonly EvaluatedItem Never = Given.Item(new OfferFacts { Now = Given.Now }, "D365-18-O-01");
    private static readonly EvaluatedItem NotApplicable = Given.Item(Given.Offer(), "D365-18-D-05");

    [Theory]
    [InlineData(JudgementVerdict.Confirmed)]
    [InlineData(JudgementVerdict.Rejected)]
    [InlineData(JudgementVerdict.Waived)]
    public void What_is_undecided_takes_every_judgement(JudgementVerdict verdict) => Assert.Null(Refusal(Undecided, verdict));

    [Theory]
    [InlineData(JudgementVerdict.Confirmed)]
    [InlineData(JudgementVerdict.Rejected)]
    [InlineData(JudgementVerdict.Waived)]
    public void What_is_settled_takes_none(JudgementVerdict verdict)
    {
        Assert.Equal("judgement.settled(D365-18-S-01, $choice.VerdictKind.Met)", Refusal(Met, verdict)!.ToString());
        Assert.Equal("judgement.settled(D365-18-D-05, $choice.VerdictKind.NotApplicable)", Refusal(NotApplicable, verdict)!.ToString());
    }

    [Fact]
    public void What_is_not_met_can_only_be_waived()
    {
        Assert.Null(Refusal(NotMet, JudgementVerdict.Waived));
        Assert.Equal("judgement.notmet(D365-18-T-07)", Refusal(NotMet, JudgementVerdict.Confirmed)!.ToString());
        Assert.Equal("judgement.notmet(D365-18-T-07)", Refusal(NotMet, JudgementVerdict.Rejected)!.ToString());
    }

    [Fact]
    public void What_the_store_itself_refuses_is_never_waived() =>
        Assert.Equal("judgement.neverwaived(D365-18-O-01)", Refusal(Never, JudgementVerdict.Waived)!.ToString());

    [Theory]
    [InlineData(-1, "judgement.past(2019-02-28)")]
    [InlineData(0, "judgement.past(2019-03-01)")]
    [InlineData(1, null)]
    [InlineData(365, null)]
    [InlineData(366, "judgement.long(2020-03-01, 365, 2020-02-29)")]
    public void A_waiver_ends_on_a_day_to_come_within_a_year(int days, string? refusal) =>
        Assert.Equal(refusal, JudgementRules.Refusal(Undecided, JudgementVerdict.Waived, Given.Now.Date.AddDays(days), Given.Now, false, false)?.ToString());

    [Fact]
    public void A_waiver_lasts_90_days_when_nothing_is_said() =>
        Assert.Equal(new DateTime(2019, 5, 30), JudgementRules.DefaultEnd(Given.Now));

    [Theory]
    [InlineData(JudgementVerdict.Confirmed)]
    [InlineData(JudgementVerdict.Rejected)]
    public void Only_a_waiver_has_a_last_day(JudgementVerdict verdict) =>
        Assert.Equal("judgement.noend", JudgementRules.Refusal(Undecided, verdict, Given.Now.AddDays(9), Given.Now, false, false)!.ToString());

    [Fact]
    public void An_unknown_verdict_is_none() =>
        Assert.Equal("judgement.unknown", Refusal(Undecided, (JudgementVerdict)7)!.ToString());

    [Theory]
    [InlineData(JudgementVerdict.Confirmed, true, true, "judgement.foureyes(D365-18-T-06)")]
    [InlineData(JudgementVerdict.Waived, true, true, "judgement.foureyes(D365-18-T-06)")]
    [InlineData(JudgementVerdict.Rejected, true, true, null)]
    [InlineData(JudgementVerdict.Confirmed, false, true, null)]
    [InlineData(JudgementVerdict.Confirmed, true, false, null)]
    public void Nobody_confirms_or_waives_what_they_alone_entered_when_four_eyes_are_asked_for(JudgementVerdict verdict, bool alone, bool fourEyes, string? refusal) =>
        Assert.Equal(refusal, JudgementRules.Refusal(Undecided, verdict, null, Given.Now, alone, fourEyes)?.ToString());

    private static Message? Refusal(EvaluatedItem item, JudgementVerdict verdict) =>
        JudgementRules.Refusal(item, verdict, null, Given.Now, enteredAloneByJudge: false, fourEyes: false);
}
