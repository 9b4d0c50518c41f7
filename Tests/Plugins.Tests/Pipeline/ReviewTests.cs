using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Sandbox;

namespace Plugins.Tests.Pipeline;

/// <summary>People's part on a clock that is moved by hand: judgements, waivers, history, own requirements, assignment, certification.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Business = "D365-18-T-03";
    private static readonly DateTime Start = new(2027, 3, 3, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Author = new("00000000-0000-0000-0000-00000000a001");
    private static readonly Guid Reviewer = new("00000000-0000-0000-0000-00000000a002");
    private static readonly Guid Reader = new("00000000-0000-0000-0000-00000000a003");

    private readonly MovableClock _clock = MovableClock.StandingAt(Start);
    private readonly TestOrganization _organization;

    public ReviewTests()
    {
        _organization = new TestOrganization(options => options with { Clock = _clock });
        _organization.Organization.AddUsers(
        [
            new SeedUser(Author, "Ada Author", 1033, ["Readiness Author"]),
            new SeedUser(Reviewer, "Rolf Reviewer", 1053, ["Readiness Reviewer"]),
            new SeedUser(Reader, "Rita Reader", 1033, ["Readiness Reader"]),
        ]);
    }

    [Fact]
    public void A_save_that_turns_one_item_asks_at_most_seven_times_even_as_the_first_of_a_day()
    {
        var offer = CreateOffer();
        _clock.Move(TimeSpan.FromDays(1));
        var judged = Guid.Empty;
        var judging = _organization.Count(() => judged = Judge(offer, JudgementVerdict.Confirmed));
        _clock.Move(TimeSpan.FromDays(1));
        var changing = _organization.Count(() => _organization.Update(Offer.Table, offer, (Offer.TargetAudience, "Everybody with a fleet")));
        _clock.Move(TimeSpan.FromDays(1));
        Judge(offer, JudgementVerdict.Rejected);
        _clock.Move(TimeSpan.FromDays(1));
        var deleting = _organization.Count(() => _organization.Delete(Judgement.Table, _organization.Query(Judgement.Table).Single(row => row.Id != judged).Id));

        Assert.Equal(
            ["Lock", "Retrieve rdy_offer", "Query rdy_requirement", "Retrieve rdy_offer", "Create rdy_itemchange", "Create rdy_snapshot", "Update rdy_offer with 1 items"],
            judging);
        Assert.Equal(["Retrieve rdy_offer", "Query rdy_requirement", "Create rdy_itemchange", "Create rdy_snapshot"], changing.SkipLast(1));
        Assert.Equal(
            ["Query rdy_offer", "Lock", "Retrieve rdy_offer", "Query rdy_requirement", "Create rdy_itemchange", "Create rdy_snapshot", "Update rdy_offer with 1 items"],
            deleting);
    }

    [Fact]
    public void A_save_of_a_child_that_turns_one_item_asks_at_most_seven_times_even_as_the_first_of_a_day()
    {
        _organization.Create(
            OwnRequirement.Table,
            (OwnRequirement.Key, "TEAM-HOURS"), (OwnRequirement.Name, "Hours of each link"), (OwnRequirement.Test, Choice(RequirementTest.Required)),
            (OwnRequirement.TestedTable, SupportLink.Table), (OwnRequirement.TestedColumn, SupportLink.Hours));
        var offer = CreateOffer();
        var link = Guid.Empty;
        var paths = new (string Path, Action Save)[]
        {
            ("create", () => link = _organization.CreateChild(SupportLink.Table, offer, (SupportLink.Purpose, Choice(LinkPurpose.Other)), (SupportLink.Hours, "9 to 5"))),
            ("update", () => _organization.Update(SupportLink.Table, link, (SupportLink.Hours, null))),
            ("deactivate", () => _organization.Update(SupportLink.Table, link, ("statecode", new OptionSetValue(1)), ("statuscode", new OptionSetValue(2)))),
            ("activate", () => _organization.Update(SupportLink.Table, link, ("statecode", new OptionSetValue(0)), ("statuscode", new OptionSetValue(1)))),
            ("delete", () => _organization.Delete(SupportLink.Table, link)),
        };
        foreach (var (path, save) in paths)
        {
            _clock.Move(TimeSpan.FromDays(1));
            var requests = _organization.Count(save);

            Assert.Equal((path, 1, 1), (path, requests.Count(request => request == "Create rdy_itemchange"), requests.Count(request => request == "Create rdy_snapshot")));
            Assert.True(requests.Count <= 7, $"{path}: {string.Join(", ", requests)}");
        }
    }

    [Fact]
    public void A_snapshot_is_that_of_its_day_in_UTC_also_where_the_clock_goes_back()
    {
        _clock.Set(Start.Date.AddDays(1).AddSeconds(-1));
        var offer = CreateOffer();
        _clock.Move(TimeSpan.FromSeconds(1));
        _organization.Update(Offer.Table, offer, (Offer.PrivacyUrl, "https://contoso.com/privacy"));
        _clock.Set(Start.Date.AddDays(40));
        _organization.Update(Offer.Table, offer, (Offer.BusinessProcess, null));
        _clock.Set(Start.Date.AddDays(1).AddHours(1));
        _organization.Update(Offer.Table, offer, (Offer.PrivacyUrl, null));

        var snapshots = _organization.Query(Snapshot.Table).Select(row => row.GetAttributeValue<DateTime>(Snapshot.Day)).Order();
        Assert.Equal([Start.Date, Start.Date.AddDays(1), Start.Date.AddDays(40)], snapshots);
    }

    [Fact]
    public void Nobody_judges_in_anothers_name_or_at_another_time()
    {
        var offer = CreateOffer();
        foreach (var (column, value) in new (string, object)[]
        {
            (Judgement.JudgedById, new EntityReference("systemuser", Author)), (Judgement.JudgedOn, Start.AddDays(-3)), (Judgement.Fingerprint, new string('0', 64)), (Judgement.RuleSetVersion, "2018-12.0"),
        })
        {
            Assert.Contains("is a result", TestOrganization.Refusal(() => Judge(offer, JudgementVerdict.Confirmed, (column, value))), StringComparison.Ordinal);
        }

        As(Reviewer, new CreateRequest { Target = NewJudgement(offer, JudgementVerdict.Confirmed, (Judgement.OwnerId, new EntityReference("systemuser", Author))) });

        var judgement = _organization.Query(Judgement.Table).Single();
        Assert.Equal((Reviewer, Start), (judgement.GetAttributeValue<EntityReference>(Judgement.JudgedById).Id, judgement.GetAttributeValue<DateTime>(Judgement.JudgedOn)));
    }

    [Fact]
    public void A_waiver_counts_through_its_last_day_and_the_sweep_opens_the_item_the_day_after()
    {
        var offer = CreateOffer();
        Judge(offer, JudgementVerdict.Waived, (Judgement.EndsOn, Start.Date.AddDays(10)));
        var waived = Status(offer);
        var item = _organization.Items(offer)[Business];

        _clock.Set(Start.Date.AddDays(11).AddSeconds(-1));
        Sweep();
        var lastDay = Status(offer);
        _clock.Set(Start.Date.AddDays(11));
        Sweep();

        Assert.Equal((ItemStatus.Waived, ItemStatus.Waived, ItemStatus.Undecided), (waived, lastDay, Status(offer)));
        Assert.False((bool)item[ChecklistItem.IsOpen]);
        Assert.Equal(Start.Date.AddDays(10), item.GetAttributeValue<DateTime>(ChecklistItem.WaivedUntil));
        Assert.True((bool)_organization.Items(offer)[Business][ChecklistItem.IsOpen]);
        var change = _organization.Query(StoredChange.Table).Single(row => row.GetAttributeValue<OptionSetValue>(StoredChange.From).Value == (int)ItemStatus.Waived);
        Assert.Equal("Sweep", change[StoredChange.Cause]);
    }

    [Fact]
    public void A_waiver_ends_by_itself_when_the_offer_is_evaluated_without_any_sweep()
    {
        var offer = CreateOffer();
        Judge(offer, JudgementVerdict.Waived);

        _clock.Set(Start.Date.AddDays(91));
        Evaluate(offer);

        Assert.Equal(ItemStatus.Undecided, Status(offer));
    }

    [Fact]
    public void An_offer_says_when_it_has_to_be_evaluated_again()
    {
        var offer = CreateOffer();
        Judge(offer, JudgementVerdict.Waived, (Judgement.EndsOn, Start.Date.AddDays(2)));

        var again = _organization.Read(Offer.Table, offer).GetAttributeValue<DateTime>(Offer.ReevaluateOn);

        Assert.InRange(again, Start.AddSeconds(1), Start.Date.AddDays(3));
    }

    [Fact]
    public void Whoever_entered_a_value_alone_does_not_confirm_it_where_four_eyes_are_asked_for()
    {
        var offer = CreateOffer((Offer.FourEyes, Choice(YesNo.Yes)));

        var refusal = TestOrganization.Refusal(() => Judge(offer, JudgementVerdict.Confirmed));
        As(Reviewer, new CreateRequest { Target = NewJudgement(offer, JudgementVerdict.Confirmed) });

        Assert.Contains(Business, refusal, StringComparison.Ordinal);
        Assert.Equal(ItemStatus.Confirmed, Status(offer));
    }

    [Fact]
    public void Who_may_judge_is_a_privilege_and_a_refusal_speaks_the_reviewers_language()
    {
        var offer = CreateOffer();

        Assert.Throws<OrganizationFault>(() => As(Author, new CreateRequest { Target = NewJudgement(offer, JudgementVerdict.Confirmed) }));
        Assert.Throws<OrganizationFault>(() => As(Reader, new CreateRequest { Target = NewJudgement(offer, JudgementVerdict.Confirmed) }));
        var swedish = Assert.Throws<OrganizationFault>(() => As(Reviewer, new CreateRequest { Target = NewJudgement(offer, JudgementVerdict.Waived, (Judgement.EndsOn, Start.AddDays(400))) })).Message;

        Assert.Contains("365", swedish, StringComparison.Ordinal);
        Assert.NotEqual(TestOrganization.Refusal(() => Judge(offer, JudgementVerdict.Waived, (Judgement.EndsOn, Start.AddDays(400)))), swedish);
    }

    [Fact]
    public void A_reviewer_puts_one_file_to_a_judgement_of_their_own_and_nobody_another()
    {
        var judgement = ((CreateResponse)As(Reviewer, new CreateRequest { Target = NewJudgement(CreateOffer(), JudgementVerdict.Confirmed) })).id;
        var bytes = new byte[(5 * 1024 * 1024) + 7];
        new Random(1).NextBytes(bytes);

        var notTheirs = Assert.Throws<OrganizationFault>(() => As(Author, Evidence(judgement, "seen.pdf", bytes))).Message;
        As(Reviewer, Evidence(judgement, @"C:\Users\rolf\seen.pdf", bytes));
        var second = Assert.Throws<OrganizationFault>(() => As(Reviewer, Evidence(judgement, "other.pdf", [1]))).Message;
        var changed = Assert.Throws<OrganizationFault>(() => As(Reviewer, new UpdateRequest { Target = TestOrganization.Row(Judgement.Table, judgement, (Judgement.Note, "Never mind.")) }));

        Assert.StartsWith("A judgement is never changed.", notTheirs, StringComparison.Ordinal);
        Assert.StartsWith("En bedömning ändras aldrig.", second, StringComparison.Ordinal);
        Assert.Contains("prvWriterdy_Judgement", changed.Message, StringComparison.Ordinal);
        var stored = _organization.Execute(new OrganizationRequest("InitializeFileBlocksDownload")
        {
            ["Target"] = new EntityReference(Judgement.Table, judgement),
            ["FileAttributeName"] = Judgement.Evidence,
        });
        Assert.Equal(("seen.pdf", (long)bytes.Length), ((string)stored["FileName"], (long)stored["FileSizeInBytes"]));
        Assert.Equal(bytes[..4_000_000], (byte[])_organization.Execute(new OrganizationRequest("DownloadBlock")
        {
            ["Offset"] = 0L,
            ["BlockLength"] = 4_000_000L,
            ["FileContinuationToken"] = stored["FileContinuationToken"],
        })["Data"]);
    }

    [Fact]
    public void Evidence_that_cannot_be_stored_is_refused_with_the_reason_and_leaves_the_judgement_as_it_is()
    {
        var judgement = Judge(CreateOffer(), JudgementVerdict.Confirmed);
        string Refusal(OrganizationRequest request) => TestOrganization.Refusal(() => _organization.Execute(request));
        var broken = Evidence(judgement, "seen.pdf", []);
        broken[CustomApi.Content] = "AAA";

        Assert.StartsWith("There is nothing to attach", Refusal(Evidence(judgement, "seen.pdf", [])), StringComparison.Ordinal);
        Assert.StartsWith("There is nothing to attach", Refusal(Evidence(judgement, " ", [1])), StringComparison.Ordinal);
        Assert.StartsWith("The content of the file is not Base64", Refusal(broken), StringComparison.Ordinal);
        Assert.StartsWith("The file has 10485761 bytes", Refusal(Evidence(judgement, "seen.pdf", new byte[(10 * 1024 * 1024) + 1])), StringComparison.Ordinal);
        Assert.DoesNotContain(Judgement.Evidence, _organization.Read(Judgement.Table, judgement).Attributes.Keys);
        _organization.Execute(Evidence(judgement, "seen.pdf", new byte[10 * 1024 * 1024]));
        Assert.Contains(Judgement.Evidence, _organization.Read(Judgement.Table, judgement).Attributes.Keys);
    }

    [Fact]
    public void There_is_one_snapshot_a_day_on_which_something_changed()
    {
        var offer = CreateOffer();
        _organization.Update(Offer.Table, offer, (Offer.PrivacyUrl, "https://contoso.com/privacy"));
        _clock.Move(TimeSpan.FromDays(1));
        _organization.Update(Offer.Table, offer, (Offer.Alias, "fleet"));
        _clock.Move(TimeSpan.FromDays(1));
        _organization.Update(Offer.Table, offer, (Offer.PrivacyUrl, null));
        _organization.Update(Offer.Table, offer, (Offer.BusinessProcess, null));

        var snapshots = _organization.Query(Snapshot.Table).OrderBy(row => row.GetAttributeValue<DateTime>(Snapshot.Day)).ToArray();
        var row = _organization.Read(Offer.Table, offer);
        var items = _organization.Items(offer).Values;
        Assert.Equal([Start.Date, Start.Date.AddDays(2)], snapshots.Select(snapshot => snapshot.GetAttributeValue<DateTime>(Snapshot.Day)));
        Assert.Equal((row[Offer.Score], row[Offer.OpenItems]), (snapshots[1][Snapshot.Score], snapshots[1][Snapshot.OpenItems]));
        Assert.Equal(items.Count(item => item.GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value == (int)ItemStatus.NotMet), snapshots[1][Snapshot.NotMet]);
    }

    [Theory]
    [InlineData(StoredProbe.Table)]
    [InlineData(StoredChange.Table)]
    [InlineData(Snapshot.Table)]
    public void Results_have_no_rows_of_anybodys_own(string table)
    {
        var offer = CreateOffer();

        Assert.StartsWith("Probe results, history and snapshots", TestOrganization.Refusal(() => _organization.CreateChild(table, offer)), StringComparison.Ordinal);
        Assert.StartsWith("Probe results, history and snapshots", TestOrganization.Refusal(() => _organization.Update(Snapshot.Table, _organization.Query(Snapshot.Table)[0].Id, (Snapshot.Score, 100))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teams_requirement_is_on_the_checklists_as_soon_as_its_background_step_has_run()
    {
        var first = CreateOffer();
        var second = CreateOffer();
        var requirement = _organization.Create(OwnRequirement.Table, (OwnRequirement.Key, "TEAM-LEGAL"), (OwnRequirement.Name, "Approved by legal"), (OwnRequirement.Severity, Choice(Severity.Blocking)));
        await _organization.Organization.Async.DrainAsync();
        var with = _organization.Items(first);
        _organization.Delete(OwnRequirement.Table, requirement);
        await _organization.Organization.Async.DrainAsync();

        Assert.True((bool)with["TEAM-LEGAL"][ChecklistItem.IsOpen]);
        Assert.Equal("Approved by legal", with["TEAM-LEGAL"][ChecklistItem.Name]);
        Assert.Equal(1, _organization.Items(second)["TEAM-LEGAL"].GetAttributeValue<OptionSetValue>(ChecklistItem.StateCode).Value);
    }

    [Fact]
    public void A_teams_requirement_that_cannot_be_used_is_stored_with_the_reason()
    {
        var id = _organization.Create(OwnRequirement.Table,
            (OwnRequirement.Key, "TEAM-2"), (OwnRequirement.Name, "Short"), (OwnRequirement.Test, Choice(RequirementTest.Maximum)), (OwnRequirement.TestedTable, Offer.Table), (OwnRequirement.TestedColumn, "rdy_nothing"), (OwnRequirement.Value, "5"));

        Assert.NotEmpty((string)_organization.Read(OwnRequirement.Table, id)[OwnRequirement.Problem]);
        TestOrganization.Refusal(() => _organization.Create(OwnRequirement.Table, (OwnRequirement.Key, Business), (OwnRequirement.Name, "x"), (OwnRequirement.Severity, Choice(Severity.Advice))));
        TestOrganization.Refusal(() => _organization.Create(OwnRequirement.Table, (OwnRequirement.Key, "MINE"), (OwnRequirement.Name, "x")));
    }

    [Fact]
    public void A_sweep_takes_pages_until_none_is_left()
    {
        for (var i = 0; i < 5; i++)
        {
            Judge(CreateOffer(), JudgementVerdict.Waived, (Judgement.EndsOn, Start.Date.AddDays(1)));
        }

        _clock.Move(TimeSpan.FromDays(2));
        var pages = new List<(object, object)>();
        do
        {
            var page = _organization.Execute(new OrganizationRequest(CustomApi.SweepOffers) { [CustomApi.PageSize] = 2 });
            pages.Add((page[CustomApi.Evaluated], page[CustomApi.Remaining]));
        }
        while ((bool)pages[^1].Item2);

        Assert.Equal([(2, true), (2, true), (1, false)], pages);
        Assert.Equal(0, Sweep());
    }

    [Fact]
    public void A_preview_says_what_a_save_would_change_and_stores_nothing()
    {
        var offer = CreateOffer();
        var before = _organization.Read(Offer.Table, offer);
        OrganizationResponse? answer = null;

        var requests = _organization.Count(() => answer = _organization.Execute(new OrganizationRequest(CustomApi.PreviewOffer)
        {
            ["Target"] = new EntityReference(Offer.Table, offer),
            [CustomApi.Values] = "{\"rdy_businessprocess\":null}",
        }));

        Assert.Contains($"\"key\":\"{Business}\"", (string)answer![CustomApi.Changes], StringComparison.Ordinal);
        Assert.All(requests, request => Assert.Matches("^(Query|Retrieve) ", request));
        Assert.Equal(before["versionnumber"], _organization.Read(Offer.Table, offer)["versionnumber"]);
    }

    [Fact]
    public void Who_may_change_an_offer_may_give_its_items_to_somebody()
    {
        var offer = ((CreateResponse)As(Author, new CreateRequest { Target = TestOrganization.Row(Offer.Table, Guid.Empty, (Offer.Name, "Authored"), (Offer.RuleSet, Choice(RuleSetChoice.December2018))) })).id;
        var item = _organization.Items(offer)[Business];
        var assign = new OrganizationRequest(CustomApi.AssignItem)
        {
            ["Target"] = item.ToEntityReference(),
            [CustomApi.OwnerId] = Reviewer,
            [CustomApi.DueOn] = Start.AddDays(7),
        };

        var refusal = Assert.Throws<OrganizationFault>(() => As(Reader, assign)).Message;
        As(Author, assign);

        Assert.StartsWith("Nothing was saved, because the offer could not be changed with your rights.", refusal, StringComparison.Ordinal);
        item = _organization.Items(offer)[Business];
        Assert.Equal(Reviewer, item.GetAttributeValue<EntityReference>(ChecklistItem.OwnerId).Id);
        Assert.Equal(Start.Date.AddDays(7), item.GetAttributeValue<DateTime>(ChecklistItem.DueOn));
        Evaluate(offer);
        Assert.Equal(Reviewer, _organization.Items(offer)[Business].GetAttributeValue<EntityReference>(ChecklistItem.OwnerId).Id);
    }

    [Fact]
    public void A_verdict_of_the_certification_is_held_against_the_checklist_of_that_time()
    {
        var offer = CreateOffer();

        var verdict = _organization.CreateChild(Certification.Table, offer, (Certification.Outcome, new OptionSetValue(847360000)), (Certification.Key, Business));
        Judge(offer, JudgementVerdict.Confirmed);
        _organization.Update(Certification.Table, verdict, (Certification.Finding, "No business process."));

        var row = _organization.Read(Certification.Table, verdict);
        Assert.Equal((int)ItemStatus.Undecided, row.GetAttributeValue<OptionSetValue>(Certification.StatusThen).Value);
        Assert.Equal(847360000, row.GetAttributeValue<OptionSetValue>(Certification.Memory).Value);
        Assert.Contains("is a result", TestOrganization.Refusal(() => _organization.Update(Certification.Table, verdict, (Certification.Memory, new OptionSetValue(847360003)))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_goes_its_declared_way_with_the_guard_at_each_step()
    {
        var offer = CreateOffer();
        _organization.SetBehindTheBack($"UPDATE rdy_offer SET statuscode = {OfferStatus.ReadyToSubmit}");
        var refusal = TestOrganization.Refusal(() => Turn(offer, OfferStatus.Submitted));
        _organization.SetBehindTheBack($"UPDATE rdy_offer SET statuscode = {OfferStatus.Submitted}, rdy_packagefacts = '{{\"bytes\":1}}'");

        Turn(offer, OfferStatus.Certified);
        _clock.Move(TimeSpan.FromDays(3));
        Turn(offer, OfferStatus.Live);

        var row = _organization.Read(Offer.Table, offer);
        Assert.StartsWith("The offer cannot be Submitted:", refusal, StringComparison.Ordinal);
        Assert.Equal("{\"bytes\":1}", row[Offer.AcceptedPackage]);
        Assert.Equal(Start.Date.AddDays(3), row.GetAttributeValue<DateTime>(Offer.LastPublishedOn));
        TestOrganization.Refusal(() => Turn(offer, OfferStatus.Certified));
    }

    [Fact]
    public void Monitoring_records_are_kept_and_evaluated()
    {
        var offer = CreateOffer();

        var answer = _organization.Execute(new OrganizationRequest(CustomApi.ImportUptime)
        {
            ["Target"] = new EntityReference(Offer.Table, offer),
            [CustomApi.Records] = "2027-01-01T00:00Z,2027-01-31T00:00Z,up\n2027-01-10T00:00Z,2027-01-10T00:30Z,down\n",
        });

        Assert.Equal((99.930m, 30), (answer[CustomApi.Percentage], answer[CustomApi.WindowDays]));
        Assert.Equal((int)ItemStatus.Met, _organization.Items(offer)["D365-18-T-07"].GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value);
    }

    [Fact]
    public void What_could_not_be_checked_is_asked_again_an_hour_later_and_everything_after_seven_days()
    {
        // The port is refused before anything is asked, so that no network decides.
        var offer = CreateOffer((Offer.PrivacyUrl, "https://fabrikam.com:8443/"));
        var withdrawn = CreateOffer((Offer.PrivacyUrl, "https://fabrikam.com:8443/"));
        foreach (var one in new[] { offer, withdrawn })
        {
            _organization.Execute(new OrganizationRequest(CustomApi.ProbeOffer) { ["Target"] = new EntityReference(Offer.Table, one) });
            _organization.SetBehindTheBack($"UPDATE rdy_probe SET rdy_outcome = {(int)ProbeOutcome.CouldNotCheck} WHERE rdy_outcome = {(int)ProbeOutcome.Refused}");
        }

        _organization.Update(Offer.Table, withdrawn, ("statecode", new OptionSetValue(1)), ("statuscode", new OptionSetValue(OfferStatus.Withdrawn)));

        _clock.Set(Start.AddHours(1).AddSeconds(-1));
        var tooEarly = Probed();
        _clock.Set(Start.AddHours(1));
        var retried = Probed();
        var row = _organization.Query(StoredProbe.Table, StoredProbe.OfferId, offer).Single();
        var again = Probed();
        _clock.Set(Start.AddHours(1).AddDays(7).AddSeconds(-1));
        var fresh = Probed();
        _clock.Set(Start.AddHours(1).AddDays(7));
        var stale = Probed();

        Assert.Equal((0, 1, 0, 0, 1), (tooEarly, retried, again, fresh, stale));
        Assert.Equal((int)ProbeOutcome.Refused, row.GetAttributeValue<OptionSetValue>(StoredProbe.Outcome).Value);
        Assert.Equal((int)ItemStatus.NotMet, _organization.Items(offer)["D365-18-S-19"].GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value);
        Assert.Equal((int)ProbeOutcome.CouldNotCheck, _organization.Query(StoredProbe.Table, StoredProbe.OfferId, withdrawn).Single().GetAttributeValue<OptionSetValue>(StoredProbe.Outcome).Value);

        int Probed() => (int)_organization.Execute(new OrganizationRequest(CustomApi.SweepOffers))[CustomApi.Probed];
    }

    [Fact]
    public void The_probes_of_the_monitored_endpoint_are_counted_where_no_records_are_given()
    {
        var offer = CreateOffer((Offer.MonitorUrl, "https://fabrikam.com/health"));
        var target = new EntityReference(Offer.Table, offer);
        void Probe() => _organization.Execute(new OrganizationRequest(CustomApi.ProbeOffer) { ["Target"] = target });
        OrganizationResponse Count() => _organization.Execute(new OrganizationRequest(CustomApi.ImportUptime) { ["Target"] = target });

        var never = TestOrganization.Refusal(() => Count());
        Probe();
        _organization.SetBehindTheBack("UPDATE rdy_probe SET rdy_checks = 1000, rdy_failures = 1");
        var once = TestOrganization.Refusal(() => Count());
        _clock.Move(TimeSpan.FromDays(10));
        Probe();
        var counted = Count();
        var met = _organization.Items(offer)["D365-18-T-07"];
        _organization.SetBehindTheBack("UPDATE rdy_probe SET rdy_failures = 2");
        Count();
        var notMet = _organization.Items(offer)["D365-18-T-07"];
        _organization.Update(Offer.Table, offer, (Offer.MonitorUrl, "https://fabrikam.com/other"));
        var other = TestOrganization.Refusal(() => Count());

        Assert.All([never, once, other], refusal => Assert.StartsWith("There are no probes to count", refusal, StringComparison.Ordinal));
        Assert.Equal((99.9m, 10, 14.4m, 14.4m), (counted[CustomApi.Percentage], counted[CustomApi.WindowDays], counted[CustomApi.SpentMinutes], counted[CustomApi.AllowedMinutes]));
        Assert.Equal((int)ItemStatus.Met, met.GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value);
        Assert.Equal((int)ItemStatus.NotMet, notMet.GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value);
    }

    [Theory]
    [InlineData(ProbeOutcome.Reached, ItemStatus.Undecided)]
    [InlineData(ProbeOutcome.Failed, ItemStatus.NotMet)]
    public void An_answer_counts_on_when_asking_again_brought_none_until_its_shelf_life_ends(ProbeOutcome answer, ItemStatus decided)
    {
        // There is no network here, so that nothing can be checked; the answer is put there behind the back.
        var offer = CreateOffer((Offer.PrivacyUrl, "https://fabrikam.com/privacy"));
        Probe();
        _organization.SetBehindTheBack($"UPDATE rdy_probe SET rdy_outcome = {(int)answer}, rdy_reasonkey = NULL, rdy_reason = 'Answered.'");

        _clock.Set(Start.AddDays(1));
        Probe();
        _clock.Set(Start.AddDays(1).AddHours(1).AddSeconds(-1));
        var tooEarly = Swept();
        _clock.Set(Start.AddDays(1).AddHours(1));
        var again = Swept();
        _clock.Set(Start.AddDays(7).AddSeconds(-1));
        Probe();
        var kept = Stored();
        var item = _organization.Items(offer)["D365-18-S-19"];
        _clock.Set(Start.AddDays(7));
        Probe();
        var replaced = Stored();

        Assert.Equal(((int)answer, Start, "Answered."), (Outcome(kept), kept[StoredProbe.CheckedOn], kept[StoredProbe.Reason]));
        Assert.Equal(Start.AddDays(7).AddSeconds(-1), kept[StoredProbe.TriedOn]);
        Assert.NotEmpty((string)kept[StoredProbe.TriedReason]);
        Assert.Equal((int)decided, item.GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value);
        Assert.NotEqual(_organization.Items(offer)["D365-18-S-19"][ChecklistItem.ReasonKey], item[ChecklistItem.ReasonKey]);
        Assert.Equal(((int)ProbeOutcome.CouldNotCheck, Start.AddDays(7)), (Outcome(replaced), replaced[StoredProbe.CheckedOn]));
        Assert.False(replaced.Contains(StoredProbe.TriedOn) || replaced.Contains(StoredProbe.TriedReason));

        Assert.Equal((0, 1), (tooEarly, again));

        int Swept() => (int)_organization.Execute(new OrganizationRequest(CustomApi.SweepOffers))[CustomApi.Probed];
        void Probe() => _organization.Execute(new OrganizationRequest(CustomApi.ProbeOffer) { ["Target"] = new EntityReference(Offer.Table, offer) });
        Entity Stored() => _organization.Query(StoredProbe.Table, StoredProbe.OfferId, offer).Single();
        int Outcome(Entity row) => row.GetAttributeValue<OptionSetValue>(StoredProbe.Outcome).Value;
    }

    [Fact]
    public void Forecast_comparison_and_ledger_answer()
    {
        var offer = CreateOffer();
        Judge(offer, JudgementVerdict.Waived);
        var target = new EntityReference(Offer.Table, offer);

        _clock.Move(TimeSpan.FromDays(-20000));
        var past = _organization.Execute(new OrganizationRequest(CustomApi.ForecastOffer) { ["Target"] = target, [CustomApi.Days] = 30 });
        _clock.Set(Start);
        var forecast = _organization.Execute(new OrganizationRequest(CustomApi.ForecastOffer) { ["Target"] = target });
        var comparison = _organization.Execute(new OrganizationRequest(CustomApi.CompareRuleSets) { ["Target"] = target, [CustomApi.RuleSet] = (int)RuleSetChoice.Current });
        var ledger = _organization.Execute(new OrganizationRequest(CustomApi.ClauseLedger) { [CustomApi.RuleSet] = (int)RuleSetChoice.Current });

        Assert.Equal((Start.AddDays(-20000), Start.Date.AddDays(-19970)), (past[CustomApi.From], past[CustomApi.Until]));
        Assert.Contains("\"cause\":\"WaiverEnds\"", (string)forecast[CustomApi.Events], StringComparison.Ordinal);
        Assert.Contains("\"otherKey\":\"D365-CU-", (string)comparison[CustomApi.Differences], StringComparison.Ordinal);
        Assert.Contains("\"guard\":\"Nobody\"", (string)ledger[CustomApi.Clauses], StringComparison.Ordinal);
    }

    public void Dispose() => _organization.Dispose();

    private static OptionSetValue Choice(Enum value) => new(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));

    private static Entity NewJudgement(Guid offer, JudgementVerdict verdict, params (string Column, object? Value)[] values) => TestOrganization.Row(
        Judgement.Table,
        Guid.Empty,
        [(Judgement.OfferId, new EntityReference(Offer.Table, offer)), (Judgement.Key, Business), (Judgement.Verdict, Choice(verdict)), (Judgement.Note, "Looked at it."), .. values]);

    // Waits for a person in what T-03 asks.
    private Guid CreateOffer(params (string Column, object? Value)[] values) => _organization.CreateOffer(
        [(Offer.BusinessProcess, "Fleet management"), (Offer.TargetAudience, "Fleet managers"), (Offer.SignInMethod, Choice(SignInMethod.WorkAccount)), .. values]);

    private static OrganizationRequest Evidence(Guid judgement, string name, byte[] bytes) => new(CustomApi.AttachEvidence)
    {
        ["Target"] = new EntityReference(Judgement.Table, judgement),
        [CustomApi.FileName] = name,
        [CustomApi.Content] = Convert.ToBase64String(bytes),
    };

    private Guid Judge(Guid offer, JudgementVerdict verdict, params (string Column, object? Value)[] values) =>
        ((CreateResponse)_organization.Execute(new CreateRequest { Target = NewJudgement(offer, verdict, values) })).id;

    private OrganizationResponse As(Guid user, OrganizationRequest request) => _organization.Organization.Execute(request, new Caller(user));

    private ItemStatus Status(Guid offer) => (ItemStatus)_organization.Items(offer)[Business].GetAttributeValue<OptionSetValue>(ChecklistItem.Status).Value;

    private void Turn(Guid offer, int status) => _organization.Update(Offer.Table, offer, (Offer.StatusCode, new OptionSetValue(status)));

    private int Sweep() => (int)_organization.Execute(new OrganizationRequest(CustomApi.SweepOffers))[CustomApi.Evaluated];

    private void Evaluate(Guid offer) => _organization.Execute(new OrganizationRequest(CustomApi.EvaluateOffer) { ["Target"] = new EntityReference(Offer.Table, offer) });
}
