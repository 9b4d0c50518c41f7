using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>The whole main job in a browser: from first start to a blocked, then allowed *Ready to submit*. Each test starts a sandbox of its own.</summary>
public sealed class ReadyToSubmitTests : IAsyncLifetime
{
    private const string OwnListing = "Dataverse Readiness";
    private const string Last = "D365-18-T-05";

    private readonly ReadinessFixture _readiness = new();

    public Task InitializeAsync() => _readiness.InitializeAsync();

    public Task DisposeAsync() => _readiness.DisposeAsync();

    [Fact]
    public async Task A_new_offer_shows_the_checklist_of_todays_rules_after_the_first_save_and_is_blocked()
    {
        await using var window = await _readiness.OpenAsync();
        var page = window.Page;
        var offer = new OfferPage(page);

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Offers", Exact = true }).ClickAsync();
        await offer.Command("New").ClickAsync();
        await Assertions.Expect(offer.Checklist.GetByRole(AriaRole.Heading, new() { Name = "Save the offer first" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).First.FillAsync("Made by mouse");
        await offer.Command("Save").ClickAsync();

        await Assertions.Expect(offer.Items).ToHaveCountAsync(154);
        await Assertions.Expect(offer.Checklist.GetByRole(AriaRole.Img, new() { NameString = "Readiness score" })).ToBeVisibleAsync();
        window.ExpectRefusal();
        await offer.Command("Mark ready").ClickAsync();
        await Assertions.Expect(offer.Dialog).ToContainTextAsync("D365-CU-A-01");
        await Assertions.Expect(offer.Dialog).ToContainTextAsync("Only what blocks", new() { IgnoreCase = true });
    }

    [Fact]
    public async Task The_last_open_item_is_confirmed_by_mouse_and_the_offer_may_be_ready()
    {
        var id = await OfferPage.IdOfAsync(_readiness.Api, OwnListing);
        await OfferPage.ConfirmAllButAsync(_readiness.Api, id, Last);
        await using var window = await _readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);

        window.ExpectRefusal();
        await offer.Command("Mark ready").ClickAsync();
        await Assertions.Expect(offer.Dialog).ToContainTextAsync(Last);
        await offer.Dialog.GetByRole(AriaRole.Button).Last.ClickAsync();
        await offer.Checklist.GetByRole(AriaRole.Button, new() { Name = "Only what blocks" }).ClickAsync();
        await Assertions.Expect(offer.Items).ToHaveCountAsync(1);
        await offer.Checklist.GetByRole(AriaRole.Button, new() { NameString = "Confirm:" }).ClickAsync();
        await offer.Checklist.GetByLabel("Note").FillAsync("Installed unattended in 4 minutes.");
        await offer.Checklist.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Assertions.Expect(offer.Checklist.GetByText("Nothing blocks this offer.")).ToBeVisibleAsync();
        await offer.Command("Mark ready").ClickAsync();

        await offer.StandsAsync("Ready to submit");
        await AssertStoredAsync(id);
    }

    [Fact]
    public async Task The_last_open_item_is_confirmed_by_keyboard_alone()
    {
        var id = await OfferPage.IdOfAsync(_readiness.Api, OwnListing);
        await OfferPage.ConfirmAllButAsync(_readiness.Api, id, Last);
        await using var window = await _readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);

        await TabToAsync(window.Page, offer.Checklist.GetByRole(AriaRole.Button, new() { Name = "Only what blocks" }));
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(offer.Items).ToHaveCountAsync(1);
        await TabToAsync(window.Page, offer.Checklist.GetByRole(AriaRole.Button, new() { NameString = "Confirm:" }));
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(offer.Checklist.GetByLabel("Note")).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("Installed unattended in 4 minutes.");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(offer.Checklist.GetByText("Nothing blocks this offer.")).ToBeVisibleAsync();
        await TabToAsync(window.Page, offer.Command("Mark ready"), back: true);
        await window.Page.Keyboard.PressAsync("Enter");

        await offer.StandsAsync("Ready to submit");
        await AssertStoredAsync(id);
    }

    [Fact]
    public async Task A_change_of_what_was_confirmed_voids_it_and_takes_the_offer_back_to_review()
    {
        var id = await OfferPage.IdOfAsync(_readiness.Api, OwnListing);
        await OfferPage.ConfirmAllButAsync(_readiness.Api, id);
        await _readiness.Api.UpdateAsync($"rdy_offers({id})", new JsonObject { ["statuscode"] = OfferPage.ReadyToSubmit });

        await _readiness.Api.UpdateAsync($"rdy_offers({id})", new JsonObject { ["rdy_setupminutes"] = 45 });

        var row = await _readiness.Api.GetAsync($"rdy_offers({id})?$select=statuscode,rdy_statusnote");
        Assert.Equal(OfferPage.InReview, (int)row["statuscode"]!);
        Assert.Contains(Last, (string)row["rdy_statusnote"]!, StringComparison.Ordinal);
        await using var window = await _readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        await Assertions.Expect(offer.Items.Filter(new() { HasText = Last })).ToContainTextAsync("for the previous value: Checked against the portal.");
    }

    private async Task AssertStoredAsync(string id) =>
        Assert.Equal(OfferPage.ReadyToSubmit, (int)(await _readiness.Api.GetAsync($"rdy_offers({id})?$select=statuscode"))["statuscode"]!);

    private static async Task TabToAsync(IPage page, ILocator wanted, bool back = false)
    {
        for (var pressed = 0; pressed < 400; pressed++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === element.ownerDocument.activeElement")) return;
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"Tab never reached {wanted}.");
    }
}
