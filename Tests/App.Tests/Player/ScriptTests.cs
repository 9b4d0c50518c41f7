using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>The client API that form scripts and web resources get: the documented members, and nothing else.</summary>
[Collection(PlayerCollection.Name)]
public sealed class ScriptTests(PlayerFixture player)
{
    private async Task<Window> OpenRecordAsync(string name)
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = name });
        var window = await player.OpenAsync();
        await window.Page.GotoAsync($"/main.aspx?pagetype=entityrecord&etn=tst_parent&id={id}");
        await window.WaitUntilAsync("window.told?.form");
        return window;
    }

    [Fact]
    public async Task Load_handlers_run_once_with_their_context_and_again_after_the_first_save()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/main.aspx?pagetype=entityrecord&etn=tst_parent");
        await window.WaitUntilAsync("window.told?.form");
        Assert.Equal("1 1 1", await page.EvaluateAsync<string>("`${told.loads} ${told.formType} ${told.loadState}`"));

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Loaded");
        await page.Keyboard.PressAsync("Control+s");

        await window.WaitUntilAsync("told.saved === true");
        Assert.Equal("2 2 2", await page.EvaluateAsync<string>("`${told.loads} ${told.formType} ${told.loadState}`"));
    }

    [Fact]
    public async Task A_change_handler_marks_its_column_and_keeps_the_record_from_being_saved()
    {
        await using var window = await OpenRecordAsync("Change handler");
        var page = window.Page;
        var website = page.GetByRole(AriaRole.Textbox, new() { Name = "Website" });

        await website.FillAsync("javascript:alert(1)");
        await page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(website).ToHaveAccessibleDescriptionAsync("Enter an address that begins with https://.");
        await Assertions.Expect(page.GetByText("- Unsaved")).ToBeVisibleAsync();
        await website.FillAsync("https://contoso.example/");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_save_handler_can_prevent_the_save()
    {
        await using var window = await OpenRecordAsync("Preventable");
        var page = window.Page;

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Not to be saved");
        await page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(page.GetByText("- Unsaved")).ToBeVisibleAsync();
        Assert.Null(await page.EvaluateAsync<bool?>("told.saved ?? null"));
    }

    [Fact]
    public async Task A_web_resource_is_told_the_record_and_given_the_form()
    {
        await using var window = await OpenRecordAsync("Framed");

        await window.Page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).ClickAsync();

        await Assertions.Expect(window.Page.FrameLocator("iframe").GetByText("Hello Framed from tst_parent in Sandbox")).ToBeVisibleAsync();
        Assert.Equal("expanded", await window.Page.EvaluateAsync<string>("told.tab"));
    }

    [Fact]
    public async Task A_command_of_the_ribbon_appears_when_its_rule_holds_and_runs_its_script()
    {
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/main.aspx?pagetype=entityrecord&etn=tst_parent");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Commanded");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Evaluate" })).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+s");

        await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText("Evaluated Commanded.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Xrm.Page", "Xrm.Page is not supported by the sandbox.")]
    [InlineData("Xrm.Device", "Xrm.Device is not supported by the sandbox.")]
    [InlineData("Xrm.WebApi.offline", "Xrm.WebApi.offline is not supported by the sandbox.")]
    [InlineData("Xrm.Utility.invokeProcessAction", "Xrm.Utility.invokeProcessAction is not supported by the sandbox.")]
    [InlineData("told.context.getFormContext().ui.process", "formContext.ui.process is not supported by the sandbox.")]
    [InlineData("told.form.getAttribute('tst_name').getOptions", "attribute(tst_name).getOptions is not supported by the sandbox.")]
    [InlineData("told.form.getControl('tst_name').addPreSearch", "control(tst_name).addPreSearch is not supported by the sandbox.")]
    [InlineData("told.form.ui.tabs.get('tab_general').element", "tab.element is not supported by the sandbox.")]
    public async Task What_is_not_supported_throws_with_its_name(string expression, string message)
    {
        await using var window = await OpenRecordAsync("Unsupported");

        var thrown = await window.Page.EvaluateAsync<string>($"(() => {{ try {{ {expression}; return 'nothing'; }} catch (e) {{ return e.message; }} }})()");

        Assert.Equal(message, thrown);
    }

    [Theory]
    [InlineData("told.form.getAttribute('tst_name').getValue()", "Api")]
    [InlineData("told.form.getAttribute('tst_kind').getAttributeType()", "optionset")]
    [InlineData("told.form.getAttribute('tst_islisted').getAttributeType()", "boolean")]
    [InlineData("told.form.getAttribute('tst_website').getFormat()", "url")]
    [InlineData("told.form.getAttribute('tst_dueon').getFormat()", "date")]
    [InlineData("told.form.getAttribute('ownerid').getValue()[0].entityType", "systemuser")]
    [InlineData("told.form.getAttribute('no_such_column')", null)]
    [InlineData("told.form.getAttribute('tst_name').getRequiredLevel()", "required")]
    [InlineData("told.form.getControl('header_statuscode').getControlType()", "optionset")]
    [InlineData("told.form.getControl('subgrid_children').getRelationship().name", "tst_parent_child")]
    [InlineData("told.form.getControl('tst_name').getParent().getParent().getName()", "tab_general")]
    [InlineData("told.form.data.entity.getEntityName()", "tst_parent")]
    [InlineData("told.form.data.entity.getPrimaryAttributeValue()", "Api")]
    [InlineData("told.form.ui.tabs.getLength().toString()", "3")]
    [InlineData("Xrm.Utility.getGlobalContext().organizationSettings.languageId.toString()", "1033")]
    [InlineData("Xrm.Utility.getGlobalContext().client.getClient()", "Web")]
    [InlineData("Xrm.Utility.getGlobalContext().userSettings.getSecurityRolePrivilegesInfo().then(all => Object.values(all).find(one => one.privilegeName === 'prvCreatetst_Parent').depth.toString())", "3")]
    [InlineData("Xrm.Utility.getEntityMetadata('tst_parent', ['tst_name']).then(table => table.EntitySetName + ' ' + table.Attributes.get('tst_name').LogicalName)", "tst_parents tst_name")]
    public async Task Documented_members_answer_as_documented(string expression, string? answer)
    {
        await using var window = await OpenRecordAsync("Api");

        var given = await window.Page.EvaluateAsync<string?>(expression);

        Assert.Equal(answer, given);
    }

    [Fact]
    public async Task A_script_changes_what_the_form_shows()
    {
        await using var window = await OpenRecordAsync("Changed by script");
        var page = window.Page;

        await page.EvaluateAsync("""
            (() => {
              const form = told.form;
              form.getControl('tst_secret').setVisible(false);
              form.getControl('tst_score').setDisabled(true);
              form.getControl('tst_website').setLabel('Address');
              form.getAttribute('tst_website').setRequiredLevel('required');
              form.getAttribute('tst_score').setValue(7);
              form.ui.setFormNotification('Look here.', 'WARNING', 'look');
              form.ui.tabs.get('tab_details').setVisible(false);
            })()
            """);

        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Secret" })).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Score" })).Not.ToBeEditableAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Score" })).ToHaveValueAsync("7");
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Address" })).ToHaveAttributeAsync("aria-required", "true");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText("Look here.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Details" })).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("told.form.ui.clearFormNotification('look')"));
        await Assertions.Expect(page.GetByText("Look here.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_Web_API_of_scripts_creates_reads_changes_and_deletes()
    {
        await using var window = await OpenRecordAsync("Web API");

        var told = await window.Page.EvaluateAsync<string>("""
            (async () => {
              const { id } = await Xrm.WebApi.createRecord('tst_parent', { tst_name: 'By script', tst_score: 3 });
              await Xrm.WebApi.updateRecord('tst_parent', id, { tst_score: 4 });
              const row = await Xrm.WebApi.retrieveRecord('tst_parent', id, '?$select=tst_name,tst_score');
              const fetchXml = `<fetch><entity name="tst_parent"><attribute name="tst_name"/><filter><condition attribute="tst_name" operator="eq" value="By script"/></filter></entity></fetch>`;
              const byFetch = await Xrm.WebApi.retrieveMultipleRecords('tst_parent', '?fetchXml=' + fetchXml);
              const byFilter = await Xrm.WebApi.online.retrieveMultipleRecords('tst_parent', "?$select=tst_name&$filter=startswith(tst_name,'By s')");
              await Xrm.WebApi.deleteRecord('tst_parent', id);
              return [row.tst_name, row.tst_score, byFetch.entities.length, byFilter.entities.length].join();
            })()
            """);

        Assert.Equal("By script,4,1,1", told);
    }

    [Fact]
    public async Task A_refusal_reaches_a_script_with_the_platforms_code()
    {
        await using var window = await OpenRecordAsync("Refused script");
        window.ExpectRefusal();

        var told = await window.Page.EvaluateAsync<string>(
            $"Xrm.WebApi.retrieveRecord('tst_parent', '{Guid.NewGuid()}').then(() => 'nothing', reason => reason.errorCode.toString(16) + ' ' + (reason.message !== ''))");

        Assert.Equal("80040217 true", told);
    }

    [Fact]
    public async Task Pages_quick_create_and_dialogs_opened_by_script_answer_with_what_was_done()
    {
        await using var window = await OpenRecordAsync("Navigator");
        var page = window.Page;
        await page.EvaluateAsync("void (window.answer = Xrm.Navigation.openConfirmDialog({ title: 'Sure?', text: 'Really.' }))");
        await page.GetByRole(AriaRole.Alertdialog, new() { Name = "Sure?" }).GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("answer.then(result => result.confirmed)"));

        await page.EvaluateAsync("void (window.answer = Xrm.Navigation.openForm({ entityName: 'tst_child', useQuickCreateForm: true, createFromEntity: told.form.data.entity.getEntityReference() }))");
        var flyout = page.GetByRole(AriaRole.Dialog, new() { Name = "Quick Create: Child" });
        await flyout.GetByRole(AriaRole.Textbox, new() { Name = "Number" }).FillAsync("From script");
        await flyout.GetByRole(AriaRole.Button, new() { Name = "Save & Close" }).ClickAsync();
        Assert.Equal("tst_child From script", await page.EvaluateAsync<string>("answer.then(({ savedEntityReference: [saved] }) => saved.entityType + ' ' + saved.name)"));

        await page.EvaluateAsync("void (window.answer = Xrm.Navigation.navigateTo({ pageType: 'entityrecord', entityName: 'tst_parent', entityId: told.form.data.entity.getId() }, { target: 2 }).then(() => 'closed'))");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Parent" });
        await Assertions.Expect(dialog.GetByRole(AriaRole.Heading, new() { Name = "Navigator" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("closed", await page.EvaluateAsync<string>("answer"));
    }

    [Fact]
    public async Task A_script_that_fails_is_shown_and_the_form_goes_on()
    {
        await using var window = await OpenRecordAsync("Failing script");
        var page = window.Page;
        await page.EvaluateAsync("told.form.getAttribute('tst_summary').addOnChange(() => { throw new Error('Broken on purpose.'); })");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("Something");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FocusAsync();

        var dialog = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Script Error" });
        await Assertions.Expect(dialog).ToContainTextAsync("Broken on purpose.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("- Saved")).ToBeVisibleAsync();
        Assert.All(window.TakeErrors(), error => Assert.Contains("Broken on purpose.", error, StringComparison.Ordinal));
    }
}
