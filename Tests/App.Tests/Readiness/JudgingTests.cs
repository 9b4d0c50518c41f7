using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>What people say of requirements in the checklist: waived, rejected, refused, given to somebody until a day. Each test starts a sandbox of its own.</summary>
public sealed class JudgingTests : IAsyncLifetime
{
    private const string OwnListing = "Dataverse Readiness";
    private const string Last = "D365-18-T-05";

    private readonly ReadinessFixture _readiness = new();

    public Task InitializeAsync() => _readiness.InitializeAsync();

    public Task DisposeAsync() => _readiness.DisposeAsync();

    [Fact]
    public async Task A_waiver_lets_the_offer_be_ready_until_its_last_day_and_the_sweep_opens_it_again()
    {
        var id = await OfferWithOneOpenItemAsync();
        await using var window = await _readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        var row = offer.Row(Last);

        await row.GetByRole(AriaRole.Button, new() { NameString = "Waive:" }).ClickAsync();
        await row.GetByLabel("Note").FillAsync("Agreed with the product owner.");
        await row.GetByLabel("Evidence file").SetInputFilesAsync(new FilePayload { Name = "minutes.txt", MimeType = "text/plain", Buffer = "Agreed."u8.ToArray() });
        await row.GetByLabel("Evidence address").FillAsync("https://wiki.dataversereadiness.example/waivers/1");
        await row.GetByRole(AriaRole.Button, new() { Name = "Waive", Exact = true }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Waived until");
        await Assertions.Expect(row.GetByRole(AriaRole.Link).First).ToHaveAttributeAsync("href", "https://wiki.dataversereadiness.example/waivers/1");
        var download = await window.Page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link, new() { Name = "minutes.txt" }).ClickAsync());
        Assert.Equal("Agreed.", await File.ReadAllTextAsync((await download.PathAsync())!));
        await offer.Command("Mark ready").ClickAsync();
        await offer.StandsAsync("Ready to submit");

        await _readiness.MoveClockAsync(91);
        await _readiness.Api.CallAsync("rdy_SweepOffers");
        offer = await OfferPage.OpenAsync(window.Page, id);

        await Assertions.Expect(offer.Row(Last)).ToContainTextAsync("The waiver by");
        await Assertions.Expect(offer.Row(Last)).Not.ToContainTextAsync("Waived until");
        Assert.True((bool)(await ItemAsync(id, Last))["rdy_isopen"]!);
        Assert.Equal(OfferPage.InReview, (int)(await _readiness.Api.GetAsync($"rdy_offers({id})?$select=statuscode"))["statuscode"]!);
    }

    [Fact]
    public async Task What_can_never_be_waived_says_so_and_is_not_offered()
    {
        var id = await _readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = "Never" });
        await using var window = await _readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);

        await Assertions.Expect(offer.Row("D365-CU-A-03")).ToContainTextAsync("Cannot be waived");
        await Assertions.Expect(offer.Row("D365-CU-A-03").GetByRole(AriaRole.Button, new() { NameString = "Waive:" })).ToHaveCountAsync(0);
        await Assertions.Expect(offer.Row("D365-CU-K-06").GetByRole(AriaRole.Button, new() { NameString = "Waive:" })).ToHaveCountAsync(1);
        await Assertions.Expect(offer.Row("D365-CU-K-06")).Not.ToContainTextAsync("Cannot be waived");
    }

    [Fact]
    public async Task A_rejected_requirement_keeps_the_offer_from_being_ready()
    {
        var id = await OfferWithOneOpenItemAsync();
        await using var window = await _readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        var row = offer.Row(Last);

        await row.GetByRole(AriaRole.Button, new() { NameString = "Reject:" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Reject", Exact = true }).ClickAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Write a note first.");
        await row.GetByLabel("Note").FillAsync("It took an hour and two calls.");
        await row.GetByRole(AriaRole.Button, new() { Name = "Reject", Exact = true }).ClickAsync();

        await Assertions.Expect(row).ToContainTextAsync("Rejected by");
        window.ExpectRefusal();
        await offer.Command("Mark ready").ClickAsync();
        await Assertions.Expect(offer.Dialog).ToContainTextAsync(Last);
    }

    [Fact]
    public async Task What_the_platform_refuses_is_said_in_place_and_the_note_stays()
    {
        var id = await OfferWithOneOpenItemAsync();
        await using var window = await _readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        var row = offer.Row(Last);
        await row.GetByRole(AriaRole.Button, new() { NameString = "Waive:" }).ClickAsync();
        await row.GetByLabel("Note").FillAsync("For ever.");
        await row.GetByLabel("Waived until").FillAsync("2099-01-01");

        window.ExpectRefusal();
        await row.GetByRole(AriaRole.Button, new() { Name = "Waive", Exact = true }).ClickAsync();

        await Assertions.Expect(row.GetByRole(AriaRole.Alert)).ToContainTextAsync("At most 365 days are possible");
        await Assertions.Expect(row.GetByLabel("Note")).ToHaveValueAsync("For ever.");
    }

    [Fact]
    public async Task Nobody_confirms_what_they_alone_entered_when_the_offer_asks_for_four_eyes()
    {
        var id = await _readiness.Api.CreateAsync("rdy_offers", new JsonObject
        {
            ["rdy_name"] = "Four eyes",
            ["rdy_ruleset"] = OfferPage.December2018,
            ["rdy_foureyes"] = 847360000,
            ["rdy_terms"] = "Anybody may use it.",
        });
        await using var window = await _readiness.OpenAsync();
        var row = (await OfferPage.OpenAsync(window.Page, id)).Row("D365-18-B-18");
        await row.GetByRole(AriaRole.Button, new() { NameString = "Confirm:" }).ClickAsync();
        await row.GetByLabel("Note").FillAsync("I wrote them myself.");

        window.ExpectRefusal();
        await row.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();

        await Assertions.Expect(row.GetByRole(AriaRole.Alert)).ToContainTextAsync("asks for four eyes");
    }

    [Fact]
    public async Task An_item_is_given_a_day_and_is_overdue_once_that_has_passed()
    {
        var id = await OfferWithOneOpenItemAsync();
        await using var window = await _readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        var row = offer.Row(Last);

        await row.GetByRole(AriaRole.Button, new() { NameString = "Assign:" }).ClickAsync();
        await row.GetByLabel("Due on").FillAsync("2020-02-29");
        await row.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Overdue since Feb 29, 2020");
        await offer.Checklist.GetByRole(AriaRole.Button, new() { Name = "Overdue", Exact = true }).ClickAsync();

        await Assertions.Expect(offer.Items).ToHaveCountAsync(1);
        await Assertions.Expect(offer.Checklist.GetByText("1 of ")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_judgement_on_values_that_have_changed_is_void_and_says_what_it_was()
    {
        var id = await _readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = "Void", ["rdy_ruleset"] = OfferPage.December2018, ["rdy_terms"] = "Anybody may use it." });
        await _readiness.Api.CreateAsync("rdy_judgements", new JsonObject
        {
            ["rdy_OfferId@odata.bind"] = $"/rdy_offers({id})",
            ["rdy_key"] = "D365-18-B-18",
            ["rdy_verdict"] = 847360000,
            ["rdy_note"] = "Read by legal.",
        });
        await _readiness.Api.UpdateAsync($"rdy_offers({id})", new JsonObject { ["rdy_terms"] = "Nobody may use it." });
        await using var window = await _readiness.OpenAsync();

        var row = (await OfferPage.OpenAsync(window.Page, id)).Row("D365-18-B-18");

        await Assertions.Expect(row).ToContainTextAsync("Was confirmed on");
        await Assertions.Expect(row).ToContainTextAsync("for the previous value: Read by legal.");
    }

    private async Task<JsonNode> ItemAsync(string id, string key) =>
        (await _readiness.Api.GetAsync($"rdy_checklistitems?$select=rdy_isopen&$filter=_rdy_offerid_value eq {id} and rdy_key eq '{key}'"))["value"]!.AsArray().Single()!;

    /// <summary>Our own listing, with everything that blocks confirmed but for the last item.</summary>
    private async Task<string> OfferWithOneOpenItemAsync()
    {
        var id = await OfferPage.IdOfAsync(_readiness.Api, OwnListing);
        await OfferPage.ConfirmAllButAsync(_readiness.Api, id, Last);
        return id;
    }
}
