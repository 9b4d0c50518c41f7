using System.Text.Json.Nodes;
using App.Tests.Player;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>The offer's form as a person sees it, with the checklist inside.</summary>
internal sealed class OfferPage(IPage page)
{
    /// <summary>The rule set of 2018; a new offer is under today's.</summary>
    public const int December2018 = 847360000;

    public const int InReview = 847360001;
    public const int ReadyToSubmit = 847360002;
    private const int Undecided = 847360003;
    private const int Confirmed = 847360000;

    public IPage Page { get; } = page;

    public IFrameLocator Checklist => Page.FrameLocator("#WebResource_checklist");

    public ILocator Items => Checklist.Locator("li[data-key]");

    /// <summary>The item of one requirement.</summary>
    public ILocator Row(string key) => Checklist.Locator($"li[data-key='{key}']");

    /// <summary>The business process error dialog.</summary>
    public ILocator Dialog => Page.GetByRole(AriaRole.Alertdialog);

    public ILocator Command(string name) => Page.GetByRole(AriaRole.Menuitem, new() { Name = name, Exact = true })
        .Or(Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).First;

    /// <summary>Runs a command that stands behind the bar's last button when the bar is full.</summary>
    public async Task RunFurtherAsync(string name)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "More commands" }).First.ClickAsync();
        await Command(name).ClickAsync();
    }

    /// <summary>Opens an offer and waits until its checklist is there.</summary>
    public static async Task<OfferPage> OpenAsync(IPage page, string id)
    {
        await page.GotoAsync($"/main.aspx?appname=rdy_OfferReadiness&pagetype=entityrecord&etn=rdy_offer&id={id}");
        var offer = new OfferPage(page);
        await Assertions.Expect(offer.Items).Not.ToHaveCountAsync(0);
        return offer;
    }

    /// <summary>Waits until the form shows a status and says that it is saved: a status is shown as soon as it is chosen.</summary>
    public async Task StandsAsync(string status)
    {
        await Assertions.Expect(Page.Locator(".summary-item[data-id$='statuscode'] .summary-value")).ToHaveTextAsync(status);
        await Assertions.Expect(Page.Locator(".form-title-line [data-state=saved]")).ToBeVisibleAsync();
    }

    /// <summary>Id of the offer of this name.</summary>
    public static async Task<string> IdOfAsync(WebApiClient api, string name)
    {
        var found = await api.GetAsync($"rdy_offers?$select=rdy_offerid&$filter=rdy_name eq '{name}'");
        return (string)found["value"]!.AsArray().Single()!["rdy_offerid"]!;
    }

    /// <summary>Keys of the mandatory requirements that are still open, in the order of the checklist.</summary>
    public static async Task<IReadOnlyList<(string Key, string Title, int Status)>> OpenItemsAsync(WebApiClient api, string id)
    {
        var found = await api.GetAsync(
            $"rdy_checklistitems?$select=rdy_key,rdy_name,rdy_status&$filter=_rdy_offerid_value eq {id} and rdy_isopen eq true&$orderby=rdy_sequence");
        return [.. found["value"]!.AsArray().Select(item => ((string)item!["rdy_key"]!, (string)item["rdy_name"]!, (int)item["rdy_status"]!))];
    }

    /// <summary>Confirms, as a reviewer would one by one, everything undecided that blocks, but for the keys to leave.</summary>
    public static async Task ConfirmAllButAsync(WebApiClient api, string id, params string[] left)
    {
        foreach (var (key, _, status) in await OpenItemsAsync(api, id))
        {
            Assert.Equal(Undecided, status);
            if (left.Contains(key)) continue;
            await api.CreateAsync("rdy_judgements", new JsonObject
            {
                ["rdy_OfferId@odata.bind"] = $"/rdy_offers({id})",
                ["rdy_key"] = key,
                ["rdy_verdict"] = Confirmed,
                ["rdy_note"] = "Checked against the portal.",
            });
        }
    }
}
