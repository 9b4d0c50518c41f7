using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;
using Sandbox.Query;

namespace App.Tests.Player;

/// <summary>What surrounds a record: the quick view of another one, notes, related rows, and the time of the user's zone.</summary>
[Collection(PlayerCollection.Name)]
public sealed class RecordTests(PlayerFixture player)
{
    [Fact]
    public async Task A_quick_view_shows_the_row_a_lookup_holds_to_read_only_and_follows_the_lookup()
    {
        var first = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Seen through" });
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Seen next" });
        var id = await player.Api.CreateAsync(
            "tst_children", new JsonObject { ["tst_number"] = "Q-1", ["tst_ParentId@odata.bind"] = $"/tst_parents({first})" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_child&id={id}");
        var view = page.Locator("[data-id=quickview_parent]");

        await Assertions.Expect(view.GetByRole(AriaRole.Textbox, new() { Name = "Name" })).ToHaveValueAsync("Seen through");
        await Assertions.Expect(view.GetByRole(AriaRole.Textbox, new() { Name = "Name" })).Not.ToBeEditableAsync();
        await window.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Seen through" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Parent" }).PressSequentiallyAsync("Seen n");
        await page.GetByRole(AriaRole.Option, new() { Name = "Seen next" }).ClickAsync();

        await Assertions.Expect(view.GetByRole(AriaRole.Textbox, new() { Name = "Name" })).ToHaveValueAsync("Seen next");
    }

    [Fact]
    public async Task Existing_rows_are_added_to_a_many_to_many_list_and_removed_from_it_and_stay_themselves()
    {
        var parent = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Befriended" });
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Stranger" });
        var id = await player.Api.CreateAsync(
            "tst_children", new JsonObject { ["tst_number"] = "F-1", ["tst_ParentId@odata.bind"] = $"/tst_parents({parent})" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_child&id={id}");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Related" }).SelectOptionAsync("tst_friends");
        var list = page.Locator("[data-id=related]");
        await Assertions.Expect(list.GetByText("Stranger")).Not.ToBeVisibleAsync();

        await list.GetByRole(AriaRole.Button, new() { Name = "Add existing Parent" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("Befriended");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Befriended" }).ClickAsync();

        var row = list.GetByRole(AriaRole.Row).Filter(new() { HasText = "Befriended" });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await Assertions.Expect(list.GetByText("Stranger")).Not.ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        await row.GetByRole(AriaRole.Checkbox).ClickAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Remove from this list" }).ClickAsync();
        await Assertions.Expect(row).Not.ToBeVisibleAsync();
        Assert.Equal("Befriended", (string?)(await player.Api.GetAsync($"tst_parents({parent})"))["tst_name"]);
    }

    [Fact]
    public async Task A_note_is_written_shown_downloaded_and_deleted_and_leaving_does_not_lose_one()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Noted" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        await page.GetByRole(AriaRole.Tab, new() { Name = "History" }).ClickAsync();
        var timeline = page.GetByRole(AriaRole.Group, new() { Name = "Timeline" });
        await Assertions.Expect(timeline.GetByText("There are no notes yet.")).ToBeVisibleAsync();

        await timeline.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await Assertions.Expect(timeline.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Write a title or a text, or attach a file.");
        await timeline.GetByLabel("Title of the note").FillAsync("Called them");
        await timeline.GetByLabel("Note text").FillAsync("They will <b>send</b> it.");
        await timeline.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "terms.txt", MimeType = "text/plain", Buffer = "Terms"u8.ToArray() });
        await Assertions.Expect(timeline.GetByText("terms.txt")).ToBeVisibleAsync();
        await timeline.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();

        var notes = timeline.GetByRole(AriaRole.List, new() { Name = "Notes" });
        await Assertions.Expect(notes.GetByRole(AriaRole.Heading, new() { Name = "Called them" })).ToBeVisibleAsync();
        await Assertions.Expect(notes.GetByText("They will send it.")).ToBeVisibleAsync();
        await Assertions.Expect(timeline.GetByLabel("Note text")).ToHaveValueAsync("");
        await window.AssertAccessibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => notes.GetByRole(AriaRole.Button, new() { Name = "Download terms.txt" }).ClickAsync());
        Assert.Equal("terms.txt", download.SuggestedFilename);
        Assert.Equal("Terms", await File.ReadAllTextAsync(await download.PathAsync()));

        await timeline.GetByLabel("Note text").FillAsync("A second one");
        await page.GetByRole(AriaRole.Link, new() { Name = "Parents" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog, new() { Name = "Unsaved changes" }).GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Active Parents" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "History" }).ClickAsync();
        await Assertions.Expect(notes.GetByText("A second one")).ToBeVisibleAsync();
        await notes.GetByRole(AriaRole.Button, new() { Name = "Delete the note Called them" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(notes.GetByRole(AriaRole.Heading, new() { Name = "Called them" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Related_rows_of_a_table_that_the_form_does_not_show_open_in_a_tab_by_keyboard()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Related to" });
        await player.Api.CreateAsync("tst_children", new JsonObject { ["tst_number"] = "R-1", ["tst_ParentId@odata.bind"] = $"/tst_parents({id})" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        var related = page.GetByRole(AriaRole.Combobox, new() { Name = "Related" });

        await related.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        var tab = page.GetByRole(AriaRole.Tab, new() { Name = "Children" });
        await Assertions.Expect(tab).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = "Children" }).GetByRole(AriaRole.Link, new() { Name = "R-1" })).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "R-1" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Times_are_shown_and_entered_by_the_clock_of_the_users_time_zone()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "In Tokyo", ["tst_meetsat"] = "2026-01-01T20:30:00Z" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        await ChooseAsync(page, "235");
        try
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = "History" }).ClickAsync();
            await Assertions.Expect(page.GetByLabel("Meets at")).ToHaveValueAsync("2026-01-02T05:30");

            await page.GetByLabel("Meets at").FillAsync("2026-07-02T09:00");
            await page.Keyboard.PressAsync("Control+s");
            await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();

            var stored = (await player.Api.GetAsync($"tst_parents({id})?$select=tst_meetsat"))["tst_meetsat"];
            Assert.Equal("2026-07-02T00:00:00Z", (string?)stored);
            Assert.Equal(540, await page.EvaluateAsync<int>("Xrm.Utility.getGlobalContext().userSettings.getTimeZoneOffsetMinutes()"));
        }
        finally
        {
            await ChooseAsync(page, "92");
        }
    }

    private static async Task ChooseAsync(IPage page, string zone)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Time zone").Locator("option")).ToHaveCountAsync(UserTime.BrowserNames.Count);
        // The page is loaded anew, because everything on it may show times.
        await page.RunAndWaitForResponseAsync(
            () => page.GetByLabel("Time zone").SelectOptionAsync(zone), response => response.Url.Contains("/player/app", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "General" })).ToBeVisibleAsync();
    }
}
