using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>What the player cannot show is said in its place.</summary>
[Collection(PlayerCollection.Name)]
public sealed class UnsupportedTests(PlayerFixture player)
{
    [Fact]
    public async Task A_page_of_the_site_map_that_is_an_address_is_said()
    {
        await using var window = await player.OpenAsync();
        await window.Page.GotoAsync("/");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Away" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("The page 'Away' is not supported by the sandbox.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_control_of_a_form_that_is_not_known_is_said()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Tile" });
        await using var window = await player.OpenAsync();
        await window.Page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");

        await window.Page.GetByRole(AriaRole.Tab, new() { Name = "History" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("The control 'tile_sales' is not supported by the sandbox.")).ToBeVisibleAsync();
    }
}
