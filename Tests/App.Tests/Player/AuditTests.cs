using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>The audit history of a record, behind the form's tabs.</summary>
[Collection(PlayerCollection.Name)]
public sealed class AuditTests(PlayerFixture player)
{
    [Theory]
    [InlineData(false, 1366)]
    [InlineData(true, 320)]
    public async Task The_history_opens_by_keyboard_and_is_filtered_by_field(bool dark, int width)
    {
        await SwitchAsync(on: true);
        try
        {
            var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "First" });
            await player.Api.UpdateAsync($"tst_parents({id})", new JsonObject { ["tst_name"] = "Second", ["tst_islisted"] = true });
            await player.Api.UpdateAsync($"tst_parents({id})", new JsonObject { ["tst_name"] = "Third" });
            await using var window = await player.OpenAsync(new WindowOptions { Dark = dark, Width = width });
            var page = window.Page;
            await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");

            await page.GetByRole(AriaRole.Combobox, new() { Name = "Related" }).FocusAsync();
            await page.Keyboard.TypeAsync("Audit");

            await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Audit History" })).ToBeFocusedAsync();
            var panel = page.GetByRole(AriaRole.Tabpanel, new() { Name = "Audit History" });
            var rows = panel.GetByRole(AriaRole.Row);
            await Assertions.Expect(panel.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Changed Date", "Changed By", "Event", "Changed Field", "Old Value", "New Value"]);
            await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("Sandbox AdministratorUpdateNameSecondThird");
            await Assertions.Expect(panel.GetByRole(AriaRole.Row, new() { Name = "Listed No Yes" })).ToBeVisibleAsync();
            await Assertions.Expect(panel.GetByText("Auditing is off")).ToBeHiddenAsync();
            await window.AssertAccessibleAsync();

            await page.Keyboard.PressAsync("Tab");
            while (!await panel.GetByLabel("Filter on").EvaluateAsync<bool>("element => element === document.activeElement")) await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync("Listed");
            await Assertions.Expect(panel.GetByRole(AriaRole.Row, new() { Name = "Third" })).ToHaveCountAsync(0);
            await Assertions.Expect(panel.GetByRole(AriaRole.Row, new() { Name = "Update Listed No Yes" })).ToBeVisibleAsync();
            await Assertions.Expect(rows).ToHaveCountAsync(3); // Head, Update, Create.
            await window.AssertAccessibleAsync();
        }
        finally
        {
            await SwitchAsync(on: false);
        }
    }

    [Fact]
    public async Task A_save_on_the_form_is_in_the_history_that_is_open()
    {
        await SwitchAsync(on: true);
        try
        {
            var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Before" });
            await using var window = await player.OpenAsync();
            var page = window.Page;
            await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Related" }).SelectOptionAsync("Audit History");
            await page.GetByRole(AriaRole.Tab, new() { Name = "General" }).ClickAsync();

            await page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("Told");
            await page.Keyboard.PressAsync("Control+s");
            await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Tab, new() { Name = "Audit History" }).ClickAsync();

            await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Update Summary Told" })).ToBeVisibleAsync();
        }
        finally
        {
            await SwitchAsync(on: false);
        }
    }

    [Fact]
    public async Task Where_auditing_is_off_the_history_says_so_and_how_to_turn_it_on_in_both_languages()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Not audited" });
        await using var window = await player.OpenAsync();
        var page = window.Page;

        async Task OpenAsync(string related, string history)
        {
            await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
            await page.GetByRole(AriaRole.Combobox, new() { Name = related }).SelectOptionAsync(history);
        }

        await OpenAsync("Related", "Audit History");
        await Assertions.Expect(page.GetByText("Auditing is off in this organization, so changes are not kept. To turn it on, start the sandbox with --audit,")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("No changes were audited.").Last).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Account of" }).ClickAsync();
        await page.GetByLabel("Language").SelectOptionAsync("1053");
        try
        {
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv-SE");
            await OpenAsync("Relaterat", "Granskningshistorik");
            await Assertions.Expect(page.GetByText("Granskningen är avstängd i organisationen")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByLabel("Filtrera på")).ToBeVisibleAsync();
        }
        finally
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Konto för" }).ClickAsync();
            await page.GetByLabel("Språk").SelectOptionAsync("1033");
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en-US");
        }
    }

    [Fact]
    public async Task Whoever_lacks_the_privilege_is_not_offered_it()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "For some" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        var offered = page.GetByRole(AriaRole.Combobox, new() { Name = "Related" }).Locator("option");
        await Assertions.Expect(offered).ToHaveTextAsync(["Related", "Children (Parent)", "Note", "Children (tst_friends)", "Audit History"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Account of Sandbox Administrator" }).ClickAsync();
        await page.GetByLabel("User").SelectOptionAsync("Rita Reader");

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account of Rita Reader" })).ToBeVisibleAsync();
        await Assertions.Expect(offered).ToHaveTextAsync(["Related", "Children (Parent)", "Children (tst_friends)"]);
        await Assertions.Expect(page.GetByText("Your security roles do not let you read notes.")).ToBeAttachedAsync();
    }

    private async Task SwitchAsync(bool on)
    {
        var organization = (await player.Api.GetAsync("organizations?$select=organizationid"))["value"]![0]!["organizationid"]!;
        await player.Api.UpdateAsync($"organizations({organization})", new JsonObject { ["isauditenabled"] = on });
    }
}
