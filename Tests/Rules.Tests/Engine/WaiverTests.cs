namespace DataverseReadiness.Rules.Tests.Engine;

public sealed class WaiverTests
{
    private const string Undecided = "D365-18-T-06";
    private const string Failing = "D365-18-T-07";

    private static readonly DateTime LastDay = Given.Now.Date.AddDays(10);

    [Theory]
    [InlineData(Undecided)]
    [InlineData(Failing)]
    public void A_waiver_closes_what_is_undecided_and_what_is_not_met(string key)
    {
        var open = Given.Item(Offer(), key);
        Assert.True(open.IsOpen);

        var waived = Given.Item(Waived(key), key);

        Assert.Equal(ItemStatus.Waived, waived.Status);
        Assert.False(waived.IsOpen);
        Assert.False(waived.IsJudgementVoid);
        Assert.Equal(LastDay, waived.WaivedUntil);
    }

    [Fact]
    public void A_waiver_counts_until_the_end_of_its_last_day_and_is_open_the_day_after()
    {
        var offer = Waived(Failing);

        Assert.Equal(ItemStatus.Waived, Given.Item(offer.At(LastDay.AddDays(1).AddTicks(-1)), Failing).Status);
        var after = Given.Item(offer.At(LastDay.AddDays(1)), Failing);

        Assert.Equal(ItemStatus.NotMet, after.Status);
        Assert.True(after.IsOpen);
        Assert.True(after.IsWaiverEnded);
        Assert.False(after.IsJudgementVoid);
        Assert.Equal(LastDay, after.WaivedUntil);
    }

    [Fact]
    public void A_waiver_is_void_when_a_value_changes()
    {
        var offer = Waived(Failing);
        offer.UptimeMeasured = 98m;

        var item = Given.Item(offer, Failing);

        Assert.Equal(ItemStatus.NotMet, item.Status);
        Assert.True(item.IsJudgementVoid);
        Assert.False(item.IsWaiverEnded);
        Assert.Equal(LastDay, item.WaivedUntil);
    }

    [Fact]
    public void A_waiver_that_is_needed_no_longer_keeps_its_day()
    {
        var offer = Waived(Failing);
        offer.UptimeMeasured = 99.95m;

        var item = Given.Item(offer, Failing);

        Assert.Equal(ItemStatus.Met, item.Status);
        Assert.Equal(LastDay, item.WaivedUntil);
    }

    [Fact]
    public void What_was_waived_as_unknown_is_not_waived_as_wrong()
    {
        var offer = Waived(Undecided);
        offer.Probes = Given.Probes(offer, ProbeOutcome.Failed, Given.Now.AddHours(-1));

        Assert.True(Given.Item(offer, Undecided).IsOpen);
    }

    [Fact]
    public void A_waiver_of_what_can_never_be_waived_counts_for_nothing()
    {
        var offer = Given.Offer();
        offer.MarketplaceId = "";
        var item = Given.Item(offer, "D365-18-O-01");
        Assert.Equal(ItemStatus.NotMet, item.Status);
        offer.Judgements = [Given.Judge(item, JudgementVerdict.Waived, LastDay)];

        var judged = Given.Item(offer, "D365-18-O-01");

        Assert.Equal(ItemStatus.NotMet, judged.Status);
        Assert.True(judged.IsJudgementVoid);
    }

    [Fact]
    public void A_waiver_without_a_last_day_counts_for_nothing()
    {
        var offer = Offer();
        offer.Judgements = [Given.Judge(Given.Item(offer, Failing), JudgementVerdict.Waived)];

        Assert.True(Given.Item(offer, Failing).IsOpen);
    }

    [Theory]
    [InlineData(JudgementVerdict.Confirmed)]
    [InlineData(JudgementVerdict.Rejected)]
    public void What_is_not_met_cannot_be_confirmed_or_rejected(JudgementVerdict verdict)
    {
        var offer = Offer();
        offer.Judgements = [Given.Judge(Given.Item(offer, Failing), verdict)];

        var item = Given.Item(offer, Failing);

        Assert.Equal(ItemStatus.NotMet, item.Status);
        Assert.True(item.IsJudgementVoid);
    }

    [Fact]
    public void The_latest_judgement_wins_over_a_waiver()
    {
        var offer = Offer();
        var item = Given.Item(offer, Undecided);
        var waiver = Given.Judge(item, JudgementVerdict.Waived, LastDay);
        var rejection = Given.Judge(item, JudgementVerdict.Rejected);
        rejection.JudgedOn = Given.Now.AddSeconds(1);
        offer.Judgements = [rejection, waiver];

        var judged = Given.Item(offer, Undecided);

        Assert.Equal(ItemStatus.Rejected, judged.Status);
        Assert.Null(judged.WaivedUntil);
    }

    [Fact]
    public void The_same_values_of_another_record_are_another_matter()
    {
        var offer = Waived(Undecided);
        offer.SupportLinks[0].Id = Given.IdOf(99);

        Assert.True(Given.Item(offer, Undecided).IsJudgementVoid);
    }

    [Fact]
    public void Waived_items_count_as_closed_in_score_and_readiness()
    {
        var offer = Offer();
        var before = OfferEvaluation.Of(offer);
        offer.Judgements =
        [
            .. before.Items.Where(item => item.IsOpen && !item.Requirement.NeverWaived).Select(item => Given.Judge(item, JudgementVerdict.Waived, LastDay)),
            .. before.Items.Where(item => item.IsOpen && item.Requirement.NeverWaived).Select(item => Given.Judge(item, JudgementVerdict.Confirmed)),
        ];

        var after = OfferEvaluation.Of(offer);

        Assert.Equal(Readiness.Ready, after.Readiness);
        Assert.Equal(100, after.Score);
        Assert.True(after.Count(ItemStatus.Waived) > 0);
        Assert.Equal(after.Items.Count, Enum.GetValues<ItemStatus>().Sum(after.Count));
    }

    [Fact]
    public void The_list_of_what_is_never_waived_is_closed() =>
        Assert.Equal(
            [
                "B-12", "B-19", "O-01", "O-02", "X-01", "X-07", "X-08", "X-12", "X-13", "X-14", "X-15", "X-16", "S-01", "S-02", "S-04", "S-05", "S-14", "S-15", "S-19",
                "S-20", "V-02",
            ],
            RuleSet.December2018.All.Where(requirement => requirement.NeverWaived).Select(requirement => requirement.Key.Substring(8)));

    private static OfferFacts Offer()
    {
        var offer = Given.Offer();
        offer.UptimeMeasured = 99m;
        return offer;
    }

    private static OfferFacts Waived(string key)
    {
        var offer = Offer();
        offer.Judgements = [Given.Judge(Given.Item(offer, key), JudgementVerdict.Waived, LastDay)];
        return offer;
    }
}
