using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>What the frame of the app has of the sandbox's own: the clock, and whose rights are tried.</summary>
[Collection(PlayerCollection.Name)]
public sealed class ShellTests(PlayerFixture player)
{
    [Fact]
    public async Task The_sandboxs_clock_is_moved_and_given_back_to_the_real_time()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sandbox clock" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Group, new() { Name = "Sandbox clock" });
        await Assertions.Expect(panel.GetByText("It shows the real time.")).ToBeVisibleAsync();

        await panel.GetByLabel("Move by days").FillAsync("30");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(panel.GetByText("Moved by 30 days from the real time.")).ToBeVisibleAsync();
        var expected = DateTime.UtcNow.AddDays(30).ToString("M/d/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Sandbox clock: {expected}" })).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Made later" });
        var made = (DateTime)(await player.Api.GetAsync($"tst_parents({id})?$select=createdon"))["createdon"]!;
        Assert.InRange(made, DateTime.UtcNow.AddDays(29), DateTime.UtcNow.AddDays(31));

        await panel.GetByRole(AriaRole.Button, new() { Name = "Back to the real time" }).ClickAsync();

        await Assertions.Expect(panel.GetByText("It shows the real time.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Another_users_rights_are_tried_and_their_own_given_back()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of Sandbox Administrator" }).ClickAsync();

        await page.GetByLabel("User").SelectOptionAsync("Rita Reader");

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account of Rita Reader" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "New", Exact = true })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of Rita Reader" }).ClickAsync();
        await window.AssertAccessibleAsync();
        await page.GetByLabel("User").SelectOptionAsync("Sandbox Administrator");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "New", Exact = true })).ToBeVisibleAsync();
    }
}
