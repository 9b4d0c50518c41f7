using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>Navigation and views.</summary>
[Collection(PlayerCollection.Name)]
public sealed class ListTests(PlayerFixture player)
{
    [Fact]
    public async Task The_first_page_is_the_first_table_of_the_site_map_by_its_default_view()
    {
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "First page" });
        await using var window = await player.OpenAsync();
        var page = window.Page;

        await page.GotoAsync("/");

        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Site map" }).GetByRole(AriaRole.Link, new() { Name = "Parents" }))
            .ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Active Parents" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "First page", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Active Parents - Test app");
    }

    [Fact]
    public async Task A_search_finds_by_the_columns_of_the_quick_find_view()
    {
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Needle 100%" });
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Needle 1000" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search this view" }).FillAsync("100%");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Needle 100%" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search this view" }).FillAsync("no such row");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Nothing was found for 'no such row'.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_column_sorts_both_ways_and_pages_go_on_where_the_last_ended()
    {
        for (var i = 0; i < 52; i++)
            await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = $"Sorted {i:00}" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search this view" }).FillAsync("Sorted");
        await page.Keyboard.PressAsync("Enter");
        var links = page.GetByRole(AriaRole.Grid).GetByRole(AriaRole.Link);
        await Assertions.Expect(page.GetByText("1-50 of 52")).ToBeVisibleAsync();
        await Assertions.Expect(links.First).ToHaveTextAsync("Sorted 00");

        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();

        await Assertions.Expect(page.GetByText("51-52 of 52")).ToBeVisibleAsync();
        await Assertions.Expect(links.First).ToHaveTextAsync("Sorted 50");
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Name" }).GetByRole(AriaRole.Button, new() { Name = "Name", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Name" })).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(links.First).ToHaveTextAsync("Sorted 51");
    }

    [Fact]
    public async Task Columns_are_filtered_from_their_header_by_keyboard_and_the_filters_taken_away_again()
    {
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Filtered one", ["tst_score"] = 11 });
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Filtered two", ["tst_score"] = 12 });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Button, new() { Name = "Filter by Name" }).PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Filter" });
        await window.AssertAccessibleAsync();
        await dialog.GetByLabel("Value").FocusAsync();
        await page.Keyboard.TypeAsync("Filtered");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Apply" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Change the filter on Name" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await dialog.GetByLabel("Column").SelectOptionAsync("Name");
        await dialog.GetByLabel("Condition").SelectOptionAsync("begins with");
        await dialog.GetByLabel("Value").FillAsync("Filtered t");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Filtered two" })).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the filter Name begins with Filtered t" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Filters" })).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Filtered one" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Selected_rows_are_deleted_after_a_question()
    {
        var first = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Doomed one" });
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Doomed two" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search this view" }).FillAsync("Doomed");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Doomed one" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog, new() { Name = "Confirm Deletion" }).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all rows" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog, new() { Name = "Confirm Deletion" }).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Nothing was found for 'Doomed'.").First).ToBeVisibleAsync();
        var left = await player.Api.GetAsync($"tst_parents?$filter=tst_parentid eq {first}");
        Assert.Empty(left["value"]!.AsArray());
    }

    [Fact]
    public async Task A_web_resource_of_the_site_map_opens_under_the_site_maps_title()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Link, new() { Name = "Checklist" }).ClickAsync();

        await Assertions.Expect(page.FrameLocator("iframe[title='Checklist']").GetByText("Nobody has said anything.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Checklist" })).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(page).ToHaveTitleAsync("Checklist - Test app");
    }

    [Fact]
    public async Task A_view_that_cannot_be_loaded_says_so_and_offers_another_try()
    {
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Busy" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
        await page.RouteAsync("**/api/data/**", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/json",
            Body = """{"error":{"code":"0x80072321","message":"The organization is busy."}}""",
        }));
        window.ExpectRefusal();

        await page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The organization is busy.");
        await page.UnrouteAsync("**/api/data/**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_chooses_the_language_and_everything_is_in_it()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of" }).ClickAsync();

        await page.GetByLabel("Language").SelectOptionAsync("1053");

        try
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Aktiva överordnade" }).Or(page.GetByText("Det finns inga data."))).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Överordnade" })).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Uppdatera" })).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv-SE");
        }
        finally
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Konto för" }).ClickAsync();
            await page.GetByLabel("Språk").SelectOptionAsync("1033");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Refresh" })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Without_an_answer_nothing_typed_is_lost_and_it_goes_on_where_it_stopped()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Cut off" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("Work of an hour");
        await page.RouteAsync("**/api/data/**", route => route.AbortAsync("connectionrefused"));
        await page.RouteAsync("**/sandbox/**", route => route.AbortAsync("connectionrefused"));
        window.ExpectRefusal(2);

        await page.Keyboard.PressAsync("Control+s");

        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        var notice = page.GetByText("The organization does not answer. What you have typed is still here");
        await Assertions.Expect(notice.First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" })).ToHaveValueAsync("Work of an hour");
        await window.AssertAccessibleAsync();
        await page.Locator(".offline").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.Locator(".offline")).ToBeVisibleAsync();
        await page.UnrouteAsync("**/api/data/**");
        await page.UnrouteAsync("**/sandbox/**");
        await page.Locator(".offline").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.Locator(".offline")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
        Assert.Equal("Work of an hour", (string?)(await player.Api.GetAsync($"tst_parents({id})?$select=tst_summary"))["tst_summary"]);
    }

    [Theory]
    [InlineData(401, "The organization does not know who you are.")]
    [InlineData(403, "You are not allowed to see this.")]
    [InlineData(404, "This does not exist, or not any more.")]
    [InlineData(500, "The organization answered with status 500 and no reason.")]
    public async Task An_answer_without_a_sentence_is_put_into_one(int status, string sentence)
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Refresh" })).ToBeVisibleAsync();
        await page.RouteAsync("**/api/data/**", route => route.FulfillAsync(new() { Status = status, ContentType = "text/html", Body = "<h1>Oops</h1>" }));
        window.ExpectRefusal();

        await page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "This could not be loaded." })).ToContainTextAsync(sentence);
        await window.AssertAccessibleAsync();
    }
}
