using CsCheck;
using DataverseReadiness.Rules.Tests.Cases;

namespace DataverseReadiness.Rules.Tests.Engine;

public sealed class AgeingTests
{
    [Fact]
    public void Nothing_changes_before_the_next_change() =>
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var offer = new RandomOffers(seed).Next();
                for (var step = 0; step < 4; step++)
                {
                    var now = OfferEvaluation.Of(offer);
                    var last = now.NextChange?.AddSeconds(-1) ?? now.Now.AddDays(500);
                    if (last > now.Now)
                    {
                        var at = now.Now.AddTicks((long)((last - now.Now).Ticks * random.NextDouble()));
                        foreach (var moment in new[] { at, last })
                            Assert.Equal(Describe(now), Describe(OfferEvaluation.Of(offer.At(moment))));
                    }

                    if (now.NextChange is not { } next)
                        return;
                    Assert.True(next > now.Now);
                    Assert.Equal(0, next.Ticks % TimeSpan.TicksPerSecond);
                    Assert.Equal(DateTimeKind.Utc, next.Kind);
                    offer = offer.At(next);
                }
            },
            iter: 400);

    [Fact]
    public void A_forecast_is_what_evaluations_on_the_way_find() =>
        Gen.Int.Sample(
            seed =>
            {
                var offer = new RandomOffers(seed).Next();
                var until = offer.Now.AddDays(20);

                var forecast = OfferForecast.Of(offer, until);

                Assert.Equal(Describe(OfferEvaluation.Of(offer.At(until))), Describe(forecast.Until));
                Assert.Equal(forecast.Events.Select(change => change.On), forecast.Events.Select(change => change.On).Order());
                var status = OfferEvaluation.Of(offer).Items.ToDictionary(item => item.Requirement.Key, item => (item.Status, item.IsOpen));
                foreach (var change in forecast.Events)
                {
                    Assert.Equal(status[change.Change.Key], (change.Change.Before!.Status, change.Change.Before.IsOpen));
                    status[change.Change.Key] = (change.Change.After!.Status, change.Change.After.IsOpen);
                }

                Assert.Equal(forecast.Until.Items.ToDictionary(item => item.Requirement.Key, item => (item.Status, item.IsOpen)), status);
            },
            iter: 60);

    [Fact]
    public void What_ages_is_known_beforehand_with_its_cause()
    {
        var offer = Given.Offer();
        offer.Probes = Given.Probes(offer, ProbeOutcome.Reached, Given.Now.AddDays(-1));
        offer.Probes.Single(probe => probe.Target!.EndsWith("rdy_privacyurl", StringComparison.Ordinal)).CertificateEnds = new DateTime(2019, 4, 1);
        offer.Judgements = [Given.Judge(Given.Item(offer, "D365-18-B-01"), JudgementVerdict.Waived, new DateTime(2019, 3, 20))];
        offer.TestDrive = YesNo.Yes;
        offer.Trials =
        [
            .. offer.Trials,
            new TrialFact
            {
                Id = Given.IdOf(60), Name = "Drive", Kind = TrialKind.TestDrive, TenantId = Offers.Technical(null, 0).AppId, TenantName = "contoso.onmicrosoft.com", AppId = Offers.Technical(null, 0).AppId,
                AppKeyEntered = YesNo.Yes, AppKeyExpires = new DateTime(2019, 3, 15),
            },
        ];
        var coming = Given.Own(RequirementTest.Required, "rdy_offer", "rdy_devcenterid");
        coming.AppliesFrom = new DateTime(2019, 3, 10);
        coming.EndsOn = new DateTime(2019, 3, 12);
        offer.TeamRequirements = [coming];

        var events = OfferForecast.Of(offer, new DateTime(2019, 7, 1, 0, 0, 0, DateTimeKind.Utc)).Events;

        Assert.Equal(
            [
                "2019-03-07 12:00 ProbeAges D365-18-S-06 Met > Undecided opens",
                "2019-03-10 00:00 RuleStarts TEAM-1 NotMet > NotMet opens",
                "2019-03-13 00:00 RuleEnds TEAM-1 NotMet > NotApplicable closes",
                "2019-03-15 00:00 KeyExpires D365-18-D-09 Undecided > NotMet",
                "2019-03-21 00:00 WaiverEnds D365-18-B-01 Waived > Undecided opens",
                "2019-04-02 00:00 CertificateEnds D365-18-B-19 Undecided > NotMet",
                "2019-06-01 00:00 SignatureExpires D365-18-X-08 Undecided > NotMet",
            ],
            events.Where(change => change.Change.Key is "D365-18-S-06" or "TEAM-1" or "D365-18-D-09" or "D365-18-B-01" or "D365-18-B-19" or "D365-18-X-08" && change.Cause != MomentCause.ProbeAges
                    || change.Change.Key is "D365-18-S-06")
                .Select(change => FormattableString.Invariant(
                    $"{change.On:yyyy-MM-dd HH:mm} {change.Cause} {change.Change.Key} {change.Change.From} > {change.Change.To}{(change.Change.Opens ? " opens" : change.Change.Closes ? " closes" : "")}")));
    }

    [Fact]
    public void An_offer_on_which_nothing_ages_never_changes()
    {
        Assert.Null(OfferEvaluation.Of(new OfferFacts { Now = Given.Now }).NextChange);
        Assert.Empty(OfferForecast.Of(new OfferFacts { Now = Given.Now }, DateTime.MaxValue).Events);
    }

    [Fact]
    public void Dates_at_the_end_of_the_calendar_do_no_harm()
    {
        var offer = Given.Offer();
        offer.Probes = Given.Probes(offer, ProbeOutcome.Reached, DateTime.MaxValue);
        foreach (var probe in offer.Probes)
            probe.CertificateEnds = DateTime.MaxValue;
        offer.CheckerRunOn = DateTime.MaxValue;
        var row = Given.Own(null);
        row.AppliesFrom = DateTime.MaxValue;
        row.EndsOn = DateTime.MaxValue;
        offer.TeamRequirements = [row];
        offer.Judgements = [Given.Judge(Given.Item(offer, "D365-18-B-01"), JudgementVerdict.Waived, DateTime.MaxValue)];

        Assert.Equal(ItemStatus.Waived, Given.Item(offer, "D365-18-B-01").Status);
        Assert.NotNull(OfferForecast.Of(offer, DateTime.MaxValue).Until);
    }

    private static IEnumerable<string> Describe(OfferEvaluation evaluation) =>
        evaluation.Items.Select(item => $"{item.Requirement.Key} {item.Requirement.Severity} {item.Status} {item.IsOpen} {item.Verdict} {item.Verdict.Fix} {item.Fingerprint}");
}
