namespace DataverseReadiness.Rules.Tests.Engine;

public sealed class ProbeVerdictTests
{
    private const string Link = "D365-18-S-06";
    private const string Support = "D365-18-T-06";

    private static readonly DateTime Day = Given.Now.AddDays(-1);

    [Theory]
    [InlineData("T-01", ProbeKind.SignIn)]
    [InlineData("T-04", ProbeKind.Address)]
    [InlineData("T-06", ProbeKind.Address)]
    [InlineData("B-19", ProbeKind.Address)]
    [InlineData("S-06", ProbeKind.Address)]
    [InlineData("S-16", ProbeKind.Address)]
    [InlineData("S-19", ProbeKind.Address)]
    [InlineData("S-21", ProbeKind.Address)]
    [InlineData("X-04", ProbeKind.Address)]
    [InlineData("X-08", ProbeKind.Package)]
    [InlineData("D-04", ProbeKind.Address)]
    public void A_row_that_reads_an_address_names_its_probe(string row, ProbeKind kind)
    {
        var requirement = RuleSet.December2018.Find("D365-18-" + row)!;

        Assert.Equal(kind, requirement.Probe);
        Assert.Equal(7, requirement.ShelfDays);
    }

    [Fact]
    public void Every_address_of_an_offer_is_planned_once_at_the_place_where_it_stands()
    {
        var offer = Given.Offer();

        var plan = ProbePlan.Of(offer).Select(address => $"{address.Kind} {address.Target} {address.Url}");

        Assert.Equal(
            [
                "SignIn rdy_offer/11111111-1111-1111-1111-111111111111/rdy_signinurl https://contoso.com/signin",
                "Address rdy_trial/00000003-0000-0000-0000-000000000000/rdy_url https://contoso.com/try",
                "Address rdy_supportlink/00000001-0000-0000-0000-000000000000/rdy_url https://contoso.com/support",
                "Address rdy_offer/11111111-1111-1111-1111-111111111111/rdy_privacyurl https://contoso.com/privacy",
                "Address rdy_offer/11111111-1111-1111-1111-111111111111/rdy_configurationurl https://contoso.com/config",
                "Package rdy_offer/11111111-1111-1111-1111-111111111111/rdy_packageurl https://contoso.blob.core.windows.net/drop/quotes.zip?sp=r&st=2019-02-01&se=2019-06-01&sr=b&sig=removed",
                "Address rdy_supportlink/00000002-0000-0000-0000-000000000000/rdy_url https://contoso.com/help",
            ],
            plan);
    }

    [Fact]
    public void An_address_that_is_none_is_not_planned()
    {
        var offer = Given.Offer();
        offer.PrivacyUrl = "no address";
        offer.SignInUrl = null;

        Assert.DoesNotContain(ProbePlan.Of(offer), address => address.Target.Column is "rdy_privacyurl" or "rdy_signinurl");
    }

    [Fact]
    public void Without_a_probe_a_row_is_undecided_as_ever()
    {
        var item = Given.Item(Given.Offer(), Link);

        Assert.Equal("Undecided link.given($choice.LinkPurpose.Help, https://contoso.com/help)", Given.Said(item.Verdict));
        Assert.Equal("settle." + Link, item.Verdict.Fix!.Key);
    }

    [Fact]
    public void A_fresh_answer_meets_what_a_probe_alone_settles()
    {
        var item = Given.Item(Probed(ProbeOutcome.Reached, Day), Link);

        Assert.Equal("Met probe.reached(https://contoso.com/help, 200)", Given.Said(item.Verdict));
    }

    [Theory]
    [InlineData("D365-18-X-04")]
    [InlineData("D365-18-X-08")]
    [InlineData("D365-18-S-21")]
    [InlineData("D365-18-T-04")]
    public void Every_row_that_a_probe_alone_settles_is_met(string key) =>
        Assert.Equal(VerdictKind.Met, Given.Item(Probed(ProbeOutcome.Reached, Day), key).Verdict.Kind);

    [Theory]
    [InlineData(ProbeOutcome.Reached, "probed.public", VerdictKind.Met, null)]
    [InlineData(ProbeOutcome.Failed, "probed.public.refused", VerdictKind.NotMet, "fix.D365-CU-X-05")]
    [InlineData(ProbeOutcome.CouldNotCheck, "probed.public.unclear", VerdictKind.Undecided, "probe.unknown.fix")]
    public void The_container_is_public_when_the_package_answers_without_its_signature(ProbeOutcome outcome, string reason, VerdictKind kind, string? fix)
    {
        var offer = Given.Offer();
        offer.RuleSet = RuleSetChoice.Current;
        var address = ProbePlan.Of(offer).Single(planned => planned.Kind == ProbeKind.PublicPackage);
        offer.Probes =
        [
            new ProbeFact { Target = address.Target.ToString(), Url = address.Url, Outcome = outcome, CheckedOn = Day, ReasonKey = reason, ReasonArgs = "[\"storage\",\"403\"]" },
        ];

        var verdict = Given.Item(offer, "D365-CU-X-05").Verdict;

        Assert.Equal("https://contoso.blob.core.windows.net/drop/quotes.zip", address.Url);
        Assert.Equal((kind, reason, fix, "rdy_packageurl"), (verdict.Kind, verdict.Reason.Key, verdict.Fix?.Key, verdict.Target.Column));
    }

    [Theory]
    [InlineData(Support)]
    [InlineData("D365-18-T-01")]
    [InlineData("D365-18-B-19")]
    [InlineData("D365-18-S-19")]
    public void A_fresh_answer_leaves_the_persons_part(string key)
    {
        var item = Given.Item(Probed(ProbeOutcome.Reached, Day), key);

        Assert.Equal(VerdictKind.Undecided, item.Verdict.Kind);
        Assert.Equal("probe.reached", item.Verdict.Reason.Key);
        Assert.Equal("settle." + key, item.Verdict.Fix!.Key);
    }

    [Theory]
    [InlineData(ProbeOutcome.Failed)]
    [InlineData(ProbeOutcome.Refused)]
    public void An_address_at_fault_is_not_met_and_stands_where_it_is_fixed(ProbeOutcome outcome)
    {
        var item = Given.Item(Probed(outcome, Day), Support);

        Assert.Equal("NotMet probe.failed(https://contoso.com/support, 2019-02-28)", Given.Said(item.Verdict));
        Assert.Equal("probe.failed.fix", item.Verdict.Fix!.Key);
        Assert.Equal("rdy_supportlink/00000001-0000-0000-0000-000000000000/rdy_url", item.Verdict.Target.ToString());
    }

    [Fact]
    public void The_probes_own_reason_is_told()
    {
        var offer = Probed(ProbeOutcome.Failed, Day);
        foreach (var probe in offer.Probes)
        {
            probe.ReasonKey = "probed.status";
            probe.ReasonArgs = """["contoso.com","404"]""";
        }

        var verdict = Given.Item(offer, Support).Verdict;

        Assert.Equal("contoso.com answered with status 404.", Texts.Render(verdict.Reason, Texts.English));
    }

    [Theory]
    [InlineData("no.such.text", "[]")]
    [InlineData(null, null)]
    public void A_reason_that_no_text_has_is_said_in_general(string? key, string? arguments)
    {
        var offer = Probed(ProbeOutcome.Failed, Day);
        foreach (var probe in offer.Probes)
        {
            probe.ReasonKey = key;
            probe.ReasonArgs = arguments;
        }

        Assert.Equal("probe.failed", Given.Item(offer, Support).Verdict.Reason.Key);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1,null]")]
    [InlineData("{}")]
    public void Arguments_that_are_none_do_no_harm(string arguments)
    {
        var offer = Probed(ProbeOutcome.Failed, Day);
        foreach (var probe in offer.Probes)
        {
            probe.ReasonKey = "probed.status";
            probe.ReasonArgs = arguments;
        }

        Assert.NotEmpty(Texts.Render(Given.Item(offer, Support).Verdict.Reason, Texts.Swedish));
    }

    [Fact]
    public void Could_not_check_is_never_a_failure()
    {
        var evaluation = OfferEvaluation.Of(Probed(ProbeOutcome.CouldNotCheck, Day));

        Assert.Equal(0, evaluation.Count(ItemStatus.NotMet));
        var verdict = evaluation.Items.Single(item => item.Requirement.Key == Link).Verdict;
        Assert.Equal("Undecided probe.unknown(https://contoso.com/help, 2019-02-28)", Given.Said(verdict));
        Assert.Equal("probe.unknown.fix", verdict.Fix!.Key);
    }

    [Fact]
    public void A_result_counts_for_less_than_its_shelf_life()
    {
        var offer = Probed(ProbeOutcome.Reached, Given.Now.AddDays(-7).AddSeconds(1));
        Assert.Equal(VerdictKind.Met, Given.Item(offer, Link).Verdict.Kind);

        var later = Given.Item(offer.At(Given.Now.AddSeconds(1)), Link).Verdict;

        Assert.Equal("Undecided probe.stale(https://contoso.com/help, 2019-02-22, 7)", Given.Said(later));
        Assert.Equal("probe.again.fix", later.Fix!.Key);
    }

    [Fact]
    public void A_failure_ages_too()
    {
        var offer = Probed(ProbeOutcome.Failed, Given.Now.AddDays(-7));

        Assert.Equal("probe.stale", Given.Item(offer, Support).Verdict.Reason.Key);
    }

    [Fact]
    public void A_result_for_another_address_says_nothing()
    {
        var offer = Probed(ProbeOutcome.Failed, Day);
        offer.SupportLinks[1].Url = "https://contoso.com/new";

        Assert.Equal(
            "Undecided probe.other(https://contoso.com/new, 2019-02-28, https://contoso.com/help)", Given.Said(Given.Item(offer, Link).Verdict));
    }

    [Fact]
    public void A_certificate_counts_until_the_end_of_its_last_day()
    {
        var offer = Probed(ProbeOutcome.Reached, Day);
        foreach (var probe in offer.Probes)
            probe.CertificateEnds = Given.Now.Date;

        Assert.Equal(VerdictKind.Met, Given.Item(offer.At(Given.Now.Date.AddDays(1).AddTicks(-1)), Link).Verdict.Kind);
        var ended = Given.Item(offer.At(Given.Now.Date.AddDays(1)), Link).Verdict;

        Assert.Equal("NotMet probe.certificate(https://contoso.com/help, 2019-03-01, 2019-02-28)", Given.Said(ended));
        Assert.Equal("probe.certificate.fix", ended.Fix!.Key);
    }

    [Fact]
    public void One_address_at_fault_is_enough_and_all_answers_are_counted()
    {
        var offer = Given.Offer();
        offer.SupportLinks = [.. offer.SupportLinks, new SupportLinkFact { Id = Given.IdOf(77), Name = "Second", Purpose = LinkPurpose.Help, Url = "https://contoso.com/help2" }];
        offer.Probes = Given.Probes(offer, ProbeOutcome.Reached, Day);
        Assert.Equal("Met probe.reached.all(2)", Given.Said(Given.Item(offer, Link).Verdict));

        offer.Probes.Single(probe => probe.Url!.EndsWith("help2", StringComparison.Ordinal)).Outcome = ProbeOutcome.Failed;
        Assert.Equal(VerdictKind.NotMet, Given.Item(offer.At(Given.Now), Link).Verdict.Kind);
    }

    [Fact]
    public void A_judgement_survives_a_probe_that_ends_as_before_and_no_other()
    {
        var offer = Probed(ProbeOutcome.Reached, Day);
        offer.Judgements = [Given.Judge(Given.Item(offer, Support), JudgementVerdict.Confirmed)];

        var again = offer.At(Given.Now);
        again.Probes = Given.Probes(offer, ProbeOutcome.Reached, Given.Now.AddMinutes(-1));
        Assert.Equal(ItemStatus.Confirmed, Given.Item(Fresh(again), Support).Status);

        again.Probes = Given.Probes(offer, ProbeOutcome.CouldNotCheck, Given.Now.AddMinutes(-1));
        Assert.True(Given.Item(Fresh(again), Support).IsJudgementVoid);
        Assert.Equal(ItemStatus.Undecided, Given.Item(offer.At(Given.Now.AddDays(7)), Support).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("///")]
    public void A_probe_of_nothing_says_nothing(string? target)
    {
        var offer = Given.Offer();
        offer.Probes = [new ProbeFact { Target = target, Outcome = ProbeOutcome.Failed, CheckedOn = Day }];

        Assert.Equal(VerdictKind.Undecided, Given.Item(offer, Link).Verdict.Kind);
    }

    private static OfferFacts Probed(ProbeOutcome outcome, DateTime on)
    {
        var offer = Given.Offer();
        offer.Probes = Given.Probes(offer, outcome, on);
        return offer;
    }

    // The probes are looked up once for each facts object.
    private static OfferFacts Fresh(OfferFacts facts)
    {
        var offer = Given.Offer();
        offer.Probes = facts.Probes;
        offer.Judgements = facts.Judgements;
        return offer;
    }
}
