using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>For everybody: axe-core in light and dark, the keyboard alone, narrow windows, forced colours.</summary>
[Collection(PlayerCollection.Name)]
public sealed class AccessibilityTests(PlayerFixture player)
{
    [Theory]
    [InlineData(false, 1366, false)]
    [InlineData(true, 1920, false)]
    [InlineData(false, 320, false)]
    [InlineData(false, 1366, true)]
    public async Task Axe_finds_nothing_on_any_kind_of_page(bool dark, int width, bool forcedColors)
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "For everybody", ["tst_website"] = "https://contoso.example/" });
        await using var window = await player.OpenAsync(new WindowOptions { Dark = dark, Width = width, ForcedColors = forcedColors });
        var page = window.Page;

        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of" }).ClickAsync();
        await window.AssertAccessibleAsync();

        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        await window.WaitUntilAsync("window.told?.form");
        await page.EvaluateAsync("""
            (() => {
              told.form.ui.setFormNotification('An error.', 'ERROR', 'error');
              told.form.ui.setFormNotification('A warning.', 'WARNING', 'warning');
              told.form.getControl('tst_score').setNotification('Not good.', 'score');
            })()
            """);
        await window.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More header editable fields" }).ClickAsync();
        await window.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).ClickAsync();
        await Assertions.Expect(page.FrameLocator("iframe").GetByText("Hello For everybody")).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New Child" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove For everybody" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Parent" }).PressSequentiallyAsync("For every");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_record_is_found_created_changed_and_saved_by_keyboard_alone()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "New" })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Alt+n");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "New Parent" })).ToBeVisibleAsync();
        await TabToAsync(page, AriaRole.Textbox, "Name");
        await page.Keyboard.TypeAsync("By keyboard");
        await TabToAsync(page, AriaRole.Combobox, "Kind");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, AriaRole.Switch, "Listed");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Alt+s");

        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Active Parents" })).ToBeVisibleAsync();
        await TabToAsync(page, AriaRole.Searchbox, "Search this view");
        await page.Keyboard.TypeAsync("By keyboard");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await TabToAsync(page, AriaRole.Row, "By keyboard");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "By keyboard" })).ToBeVisibleAsync();
        await TabToAsync(page, AriaRole.Tab, "General");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Details" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await TabToAsync(page, AriaRole.Textbox, "Summary");
        await page.Keyboard.TypeAsync("Typed");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1920)]
    public async Task Nothing_hangs_over_the_edge_whatever_the_width(int width)
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "A name that goes on for quite a while and then some more" });
        await using var window = await player.OpenAsync(new WindowOptions { Width = width });
        var page = window.Page;

        foreach (var address in new[] { "/", $"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}" })
        {
            await page.GotoAsync(address);
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "More commands" })).First)
                .ToBeVisibleAsync();
            Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth"));
        }
    }

    [Fact]
    public async Task In_forced_colours_what_is_chosen_and_what_has_the_focus_stand_out()
    {
        await using var window = await player.OpenAsync(new WindowOptions { ForcedColors = true });
        var page = window.Page;
        await page.GotoAsync("/main.aspx?pagetype=entityrecord&etn=tst_parent");
        await window.WaitUntilAsync("window.told?.form");

        await TabToAsync(page, AriaRole.Textbox, "Name");

        var outline = await page.EvaluateAsync<string>("(style => style.outlineStyle + ' ' + style.outlineWidth)(getComputedStyle(document.activeElement))");
        Assert.Equal("solid 2px", outline);
        var chosen = await page.GetByRole(AriaRole.Tab, new() { Name = "General" }).EvaluateAsync<string>("tab => getComputedStyle(tab).backgroundColor");
        var other = await page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).EvaluateAsync<string>("tab => getComputedStyle(tab).backgroundColor");
        Assert.NotEqual(other, chosen);
    }

    /// <summary>Presses Tab until the wanted control has the focus; a page whose Tab order does not reach it fails.</summary>
    private static async Task TabToAsync(IPage page, AriaRole role, string name)
    {
        var wanted = page.GetByRole(role, new() { Name = name }).First;
        for (var i = 0; i < 60; i++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach the {role} '{name}'.");
    }
}
