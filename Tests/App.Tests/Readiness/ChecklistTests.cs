using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>The checklist inside the form: where it leads, in which languages and sizes, and for whom.</summary>
public sealed class ChecklistTests(ReadinessFixture readiness) : IClassFixture<ReadinessFixture>
{
    [Fact]
    public async Task Go_to_fix_shows_the_tab_and_puts_the_focus_in_the_column()
    {
        var id = await NewOfferAsync("Focus");
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);

        await offer.Items.Filter(new() { HasText = "D365-18-S-01" }).GetByRole(AriaRole.Button, new() { NameString = "Go to fix" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByLabel("Offer summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_item_opened_by_itself_leads_to_its_place_in_the_offers_checklist()
    {
        var id = await NewOfferAsync("From my work");
        var items = await readiness.Api.GetAsync($"rdy_checklistitems?$select=rdy_checklistitemid&$filter=_rdy_offerid_value eq {id} and rdy_key eq 'D365-18-S-21'");
        await using var window = await readiness.OpenAsync();
        await window.Page.GotoAsync(
            $"/main.aspx?appname=rdy_OfferReadiness&pagetype=entityrecord&etn=rdy_checklistitem&id={(string)items["value"]![0]!["rdy_checklistitemid"]!}");

        var offer = new OfferPage(window.Page);
        await offer.Command("Open in offer").ClickAsync();

        await Assertions.Expect(offer.Row("D365-18-S-21")).ToBeFocusedAsync();
        await Assertions.Expect(offer.Row("D365-18-S-21")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task What_is_missing_is_added_in_a_quick_create_form_and_the_checklist_follows()
    {
        var id = await NewOfferAsync("Add a link");
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        var item = offer.Items.Filter(new() { HasText = "D365-18-S-21" });

        await item.GetByRole(AriaRole.Button, new() { NameString = "Add" }).ClickAsync();
        var form = window.Page.GetByRole(AriaRole.Dialog);
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Support");
        await form.GetByLabel("Purpose").SelectOptionAsync("Support");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "URL", Exact = true }).FillAsync("https://support.dataversereadiness.example/");
        await form.GetByRole(AriaRole.Button, new() { NameString = "Save" }).First.ClickAsync();

        await Assertions.Expect(item).ToContainTextAsync("Undecided");
    }

    [Fact]
    public async Task A_refused_save_names_every_value_in_the_dialog_and_above_the_form_and_stores_nothing()
    {
        var id = await NewOfferAsync("Refused");
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        await window.Page.GetByRole(AriaRole.Tab, new() { Name = "Identity" }).ClickAsync();

        await window.Page.GetByLabel("Application (client) ID").FillAsync("no guid");
        await window.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(window.Page.GetByText("'no guid' is not a GUID.").First).ToBeVisibleAsync();
        Assert.Null((await readiness.Api.GetAsync($"rdy_offers({id})?$select=rdy_appid"))["rdy_appid"]);
    }

    [Fact]
    public async Task Every_word_of_the_checklist_is_Swedish_for_a_Swedish_user()
    {
        var id = await NewOfferAsync("På svenska");
        await using var language = await UserLanguage.SwitchAsync(readiness.Api, 1053);
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);

        await Assertions.Expect(offer.Checklist.GetByRole(AriaRole.Heading, new() { Name = "Checklista för publicering" })).ToBeVisibleAsync();
        await Assertions.Expect(offer.Items.First).ToContainTextAsync("Ej uppfyllt");
        await Assertions.Expect(offer.Items.First).ToContainTextAsync("Att göra:");
        await Assertions.Expect(window.Page.GetByText("Utvärdera nu").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1366, false)]
    [InlineData(1366, true)]
    [InlineData(320, false)]
    public async Task The_form_with_its_checklist_has_no_accessibility_violation(int width, bool dark)
    {
        var id = await NewOfferAsync($"Accessible {width} {dark}");
        await using var window = await readiness.OpenAsync(new WindowOptions { Width = width, Dark = dark });
        await OfferPage.OpenAsync(window.Page, id);

        await window.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?data=theme%3Ddark")]
    public async Task The_checklist_alone_has_no_accessibility_violation_in_light_and_in_dark(string query)
    {
        await using var window = await readiness.OpenAsync();
        await window.Page.GotoAsync("/WebResources/rdy_/readiness/checklist.html" + query);
        await window.Page.EvaluateAsync(FakeClientApi);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(6);

        await window.AssertAccessibleAsync();

        var background = await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.Equal(query == "" ? "rgb(255, 255, 255)" : "rgb(31, 31, 31)", background);
    }

    [Fact]
    public async Task The_focus_is_seen_in_forced_colours()
    {
        await using var window = await readiness.OpenAsync(new WindowOptions { ForcedColors = true });
        await window.Page.GotoAsync("/WebResources/rdy_/readiness/checklist.html");
        await window.Page.EvaluateAsync(FakeClientApi);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(6);
        var before = await window.Page.ScreenshotAsync();

        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Tab");

        var outline = await window.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth");
        Assert.Equal("solid2px", outline);
        Assert.NotEqual(before, await window.Page.ScreenshotAsync());
    }

    private Task<string> NewOfferAsync(string name) =>
        readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = name, ["rdy_ruleset"] = OfferPage.December2018 });

    // One item of each status, handed over as the form's script does.
    private const string FakeClientApi = """
        () => {
          const rows = [0, 1, 2, 3, 4, 5].map(i => ({
            rdy_checklistitemid: "i" + i, rdy_key: "KEY-" + i, rdy_name: "Requirement " + i, rdy_group: 847360000,
            "rdy_group@OData.Community.Display.V1.FormattedValue": "Technical requirements", rdy_severity: 847360000, rdy_sequence: i,
            rdy_status: 847360000 + i, rdy_isopen: [1, 3, 5].includes(i), rdy_reason: "Reason.", rdy_fix: "Fix it.",
            rdy_targettable: "rdy_offer", rdy_targetid: "1", rdy_targetcolumn: "rdy_name", rdy_source: "Source",
            rdy_judgedby: i > 3 ? "Ada" : null, rdy_judgedon: "2026-01-02T03:04:05Z", rdy_judgednote: "Seen.", rdy_judgementvoid: false }));
          const user = { languageId: 1033, getSecurityRolePrivilegesInfo: async () => ({ p: { privilegeName: "prvCreaterdy_Judgement" } }) };
          window.setClientApiContext(
            { Utility: { getGlobalContext: () => ({ userSettings: user }) },
              WebApi: { retrieveRecord: async () => ({ rdy_score: 72, rdy_openitems: 3, rdy_readiness: 847360000 }), retrieveMultipleRecords: async (table) => ({ entities: table === "rdy_checklistitem" ? rows : [] }) } },
            { data: { entity: { getId: () => "{1}" }, attributes: { get: () => null } }, getAttribute: () => null });
        }
        """;
}
