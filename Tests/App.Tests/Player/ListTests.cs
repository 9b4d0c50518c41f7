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
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Name" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Name" })).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(links.First).ToHaveTextAsync("Sorted 51");
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
}
