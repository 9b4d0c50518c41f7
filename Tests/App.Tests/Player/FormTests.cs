using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>Forms: every type of column, saving, what is refused, what would be lost.</summary>
[Collection(PlayerCollection.Name)]
public sealed class FormTests(PlayerFixture player)
{
    /// <summary>A PNG of one pixel.</summary>
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task What_a_person_enters_in_each_type_of_column_is_stored_and_shown_again()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/main.aspx?pagetype=entityrecord&etn=tst_parent");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "New Parent" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Every type");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Website" }).FillAsync("https://contoso.example/");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("First line\nSecond line");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Kind" }).SelectOptionAsync("Outside");
        await page.GetByRole(AriaRole.Switch, new() { Name = "Listed" }).ClickAsync();
        await page.GetByLabel("Due on").FillAsync("2018-12-31");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Score" }).FillAsync("95");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Rate" }).FillAsync("1,234.5");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Every type" })).ToBeVisibleAsync();
        var id = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["id"];
        var row = await player.Api.GetAsync($"tst_parents({id})?$select=tst_name,tst_website,tst_summary,tst_islisted,tst_dueon,tst_score,tst_rate,tst_kind");
        Assert.Equal("https://contoso.example/", (string?)row["tst_website"]);
        Assert.Equal("First line\nSecond line", (string?)row["tst_summary"]);
        Assert.Equal("2018-12-31", (string?)row["tst_dueon"]);
        Assert.Equal(95, (int?)row["tst_score"]);
        Assert.Equal(1234.5m, (decimal?)row["tst_rate"]);
        Assert.NotNull(row["tst_kind"]);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Rate" })).ToHaveValueAsync("1,234.50");
        await Assertions.Expect(page.GetByLabel("Due on")).ToHaveValueAsync("2018-12-31");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open the address of Website" })).ToHaveAttributeAsync("href", "https://contoso.example/");
        var kind = page.GetByRole(AriaRole.Combobox, new() { Name = "Kind" });
        Assert.Equal("Outside", await kind.EvaluateAsync<string>("select => select.selectedOptions[0].text"));
    }

    [Fact]
    public async Task Of_several_main_forms_the_first_is_shown_unless_another_is_asked_for()
    {
        var id = await player.Api.CreateAsync("tst_children", new JsonObject { ["tst_number"] = "F-1" });
        var form = PlayerSolution.ShortForm.Trim('{', '}');
        await using var window = await player.OpenAsync();
        var page = window.Page;
        var chosen = page.GetByRole(AriaRole.Combobox, new() { Name = "Form" }).Locator("option:checked");
        var parent = page.GetByRole(AriaRole.Combobox, new() { Name = "Parent" });
        var number = page.GetByRole(AriaRole.Textbox, new() { Name = "Number" });

        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_child&id={id}");
        await Assertions.Expect(chosen).ToHaveTextAsync("Information");
        await Assertions.Expect(parent).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Form" }).SelectOptionAsync("Short");
        await Assertions.Expect(chosen).ToHaveTextAsync("Short");
        await Assertions.Expect(number).ToHaveValueAsync("F-1");
        await Assertions.Expect(parent).ToHaveCountAsync(0);
        await window.AssertAccessibleAsync();

        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_child&formid={form}&id={id}");
        await Assertions.Expect(chosen).ToHaveTextAsync("Short");
        await Assertions.Expect(parent).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_required_column_left_empty_is_marked_and_gets_the_focus()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/main.aspx?pagetype=entityrecord&etn=tst_parent");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Website" }).FillAsync("https://contoso.example/");

        await page.Keyboard.PressAsync("Control+s");

        var name = page.GetByRole(AriaRole.Textbox, new() { Name = "Name" });
        await Assertions.Expect(name).ToBeFocusedAsync();
        await Assertions.Expect(name).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(name).ToHaveAccessibleDescriptionAsync("Name: Required fields must be filled in.");
        await name.FillAsync("No longer empty");
        await name.BlurAsync();
        await Assertions.Expect(name).ToHaveAttributeAsync("aria-invalid", "false");
    }

    [Fact]
    public async Task A_number_outside_the_bounds_of_its_column_is_said_at_the_column_and_not_sent()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/main.aspx?pagetype=entityrecord&etn=tst_parent");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Bounds");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Score" }).FillAsync("101");
        await page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Score" }))
            .ToHaveAccessibleDescriptionAsync("You must enter a whole number between 0 and 100.");
        await Assertions.Expect(page.GetByText("- Unsaved")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_the_organization_refuses_is_shown_in_a_dialog_and_stays_on_the_form()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Refused" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        await window.WaitUntilAsync("window.told?.form");
        await page.EvaluateAsync("told.form.getAttribute('tst_score').setValue(4711)");
        window.ExpectRefusal();

        await page.Keyboard.PressAsync("Control+s");

        var dialog = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Business Process Error" });
        await Assertions.Expect(dialog).ToContainTextAsync("tst_score");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "OK" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("- Unsaved")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tst_score");
        Assert.False(await page.EvaluateAsync<bool>("told.saved"));
    }

    [Fact]
    public async Task Unsaved_changes_are_not_lost_without_a_question()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Guarded" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Guarded", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("Work of an hour");
        var question = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Unsaved changes" });

        await page.GetByRole(AriaRole.Link, new() { Name = "Parents" }).ClickAsync();

        await question.GetByRole(AriaRole.Button, new() { Name = "Stay on this page" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" })).ToHaveValueAsync("Work of an hour");
        await page.EvaluateAsync("history.back()");
        await question.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Active Parents" })).ToBeVisibleAsync();
        Assert.Equal("Work of an hour", (string?)(await player.Api.GetAsync($"tst_parents({id})?$select=tst_summary"))["tst_summary"]);
    }

    [Fact]
    public async Task What_is_entered_while_a_save_is_under_way_stays_and_is_saved_next()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Slow" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        var release = await SaveHeldAsync(page, id);
        var summary = page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" });
        var website = page.GetByRole(AriaRole.Textbox, new() { Name = "Website" });

        await summary.FillAsync("Second");
        await website.PressSequentiallyAsync("https://contoso");
        release();

        await Assertions.Expect(page.GetByText("- Unsaved")).ToBeVisibleAsync();
        Assert.Equal("First", await StoredAsync(id, "tst_summary"));
        await Assertions.Expect(summary).ToHaveValueAsync("Second");
        await Assertions.Expect(website).ToHaveValueAsync("https://contoso");
        await website.PressSequentiallyAsync(".com/");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
        Assert.Equal("Second", await StoredAsync(id, "tst_summary"));
        Assert.Equal("https://contoso.com/", await StoredAsync(id, "tst_website"));
    }

    [Fact]
    public async Task A_save_that_is_asked_for_while_another_is_under_way_follows_it()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Left while saving" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        var release = await SaveHeldAsync(page, id);

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("Second");
        await page.GetByRole(AriaRole.Link, new() { Name = "Parents" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog, new() { Name = "Unsaved changes" }).GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        release();

        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Active Parents" })).ToBeVisibleAsync();
        Assert.Equal("Second", await StoredAsync(id, "tst_summary"));
    }

    [Fact]
    public async Task A_lookup_finds_rows_while_typing_and_opens_what_it_holds()
    {
        await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Lookup target" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/main.aspx?pagetype=entityrecord&etn=tst_child");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Number" }).FillAsync("L-1");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Parent" }).PressSequentiallyAsync("lookup t");
        await page.GetByRole(AriaRole.Option, new() { Name = "Lookup target" }).ClickAsync();
        await page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lookup target" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lookup target" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_image_is_saved_with_the_record_and_a_file_at_once()
    {
        var parent = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Parent of binary" });
        var id = await player.Api.CreateAsync(
            "tst_children", new JsonObject { ["tst_number"] = "Binary", ["tst_ParentId@odata.bind"] = $"/tst_parents({parent})" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_child&id={id}");
        var picture = page.Locator("[data-id=tst_picture]");
        var document = page.Locator("[data-id=tst_document]");

        await picture.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "dot.png", MimeType = "image/png", Buffer = Png });
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Image: Picture" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("- Unsaved")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
        await document.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "Läs mig.txt", MimeType = "text/plain", Buffer = "Hello"u8.ToArray() });
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download Läs mig.txt" })).ToBeVisibleAsync();

        await page.ReloadAsync();
        var image = page.GetByRole(AriaRole.Img, new() { Name = "Image: Picture" });
        await Assertions.Expect(image).ToBeVisibleAsync();
        await window.WaitUntilAsync("document.querySelector('[data-id=tst_picture] img').naturalWidth > 0");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download Läs mig.txt" }).ClickAsync());
        Assert.Equal("Läs mig.txt", download.SuggestedFilename);
        Assert.Equal("Hello", await File.ReadAllTextAsync(await download.PathAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the image" }).ClickAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Läs mig.txt" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download Läs mig.txt" })).ToBeHiddenAsync();
        var row = await player.Api.GetAsync($"tst_children({id})?$select=tst_pictureid,tst_document");
        Assert.Null(row["tst_pictureid"]);
        Assert.Null(row["tst_document"]);
    }

    [Fact]
    public async Task A_file_that_is_stored_at_once_leaves_what_is_not_saved_yet()
    {
        var parent = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Parent of unsaved" });
        var id = await player.Api.CreateAsync(
            "tst_children", new JsonObject { ["tst_number"] = "Before", ["tst_ParentId@odata.bind"] = $"/tst_parents({parent})" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_child&id={id}");
        await page.Locator("[data-id=tst_number] input").FillAsync("Typed");
        await page.Keyboard.PressAsync("Tab");

        await page.Locator("[data-id=tst_document] input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "note.txt", MimeType = "text/plain", Buffer = "Hello"u8.ToArray() });
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download note.txt" })).ToBeVisibleAsync();

        await Assertions.Expect(page.Locator("[data-id=tst_number] input")).ToHaveValueAsync("Typed");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
        Assert.Equal("Typed", (string)(await player.Api.GetAsync($"tst_children({id})?$select=tst_number"))["tst_number"]!);
    }

    [Fact]
    public async Task A_subgrid_creates_opens_and_deletes_rows_of_its_record()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "With children" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "New Child" }).ClickAsync();
        var flyout = page.GetByRole(AriaRole.Dialog, new() { Name = "Quick Create: Child" });
        await Assertions.Expect(flyout.GetByRole(AriaRole.Link, new() { Name = "With children" })).ToBeVisibleAsync();
        await flyout.GetByRole(AriaRole.Textbox, new() { Name = "Number" }).FillAsync("C-1");
        await flyout.GetByRole(AriaRole.Button, new() { Name = "Save & Close" }).ClickAsync();

        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Related records: Children" });
        await Assertions.Expect(grid.GetByRole(AriaRole.Link, new() { Name = "C-1" })).ToBeVisibleAsync();
        await window.WaitUntilAsync("told.rows === 1");
        await grid.GetByRole(AriaRole.Row, new() { Name = "C-1" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "C-1" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select C-1" }).CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Children" }).Last.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(grid).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_record_is_deactivated_then_read_only_then_activated()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "In and out" });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Read-only: this record's status is Inactive.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Name" })).Not.ToBeEditableAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Name" })).ToBeEditableAsync();
    }

    [Fact]
    public async Task A_record_that_is_gone_is_said_to_be()
    {
        await using var window = await player.OpenAsync();
        window.ExpectRefusal();

        await window.Page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={Guid.NewGuid()}");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The record was not found. It may have been deleted.");
    }

    /// <summary>Opens a row, enters "First" as its summary and saves it; the save waits for the action that is given back.</summary>
    private static async Task<Action> SaveHeldAsync(IPage page, string id)
    {
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/tst_parents(*)", async route =>
        {
            if (route.Request.Method == "PATCH") await held.Task;
            await route.FallbackAsync();
        });
        await page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("First");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saving")).ToBeVisibleAsync();
        return held.SetResult;
    }

    private async Task<string?> StoredAsync(string id, string column) => (string?)(await player.Api.GetAsync($"tst_parents({id})?$select={column}"))[column];
}
