using System.Text.Json.Nodes;
using App.Tests.Browsing;
using App.Tests.Player;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>What people do with an offer in the app, by the labels of their language.</summary>
internal sealed class OfferWalk(Window window, WebApiClient api, Words words, Speech speech, int language)
{
    private const string Table = "rdy_offer";
    private static readonly string[] Moves = ["Submit", "MarkReady", "MarkSubmitted", "MarkCertified", "MarkRejected", "MarkLive"];

    public IPage Page { get; } = window.Page;

    public OfferPage Offer { get; } = new(window.Page);

    /// <summary>The checklist's own verbs, which stand in its script.</summary>
    public string Confirm => language == 1053 ? "Bekräfta" : "Confirm";

    /// <inheritdoc cref="Confirm"/>
    public string Waive => language == 1053 ? "Undanta" : "Waive";

    /// <summary>Takes what history and probes of the offer have stored, in the organization's language, as it is.</summary>
    public async Task AcceptStoredAsync(string id)
    {
        foreach (var (set, columns) in new[] { ("rdy_probes", "rdy_reason"), ("rdy_itemchanges", "rdy_name,rdy_cause,rdy_reason") })
        {
            var rows = await api.GetAsync($"{set}?$select={columns}&$filter=_rdy_offerid_value eq {id}");
            speech.Accept(rows["value"]!.AsArray().SelectMany(row => columns.Split(',').Select(column => (string?)row![column] ?? "")));
        }
    }

    public Task AssertSpokenAsync(string where) => speech.AssertSpokenAsync(Page, where);

    /// <summary>Chooses in the account menu whose rights count.</summary>
    public async Task ActAsAsync(string name)
    {
        await Page.GotoAsync("/");
        await Page.Locator(".account-button").ClickAsync();
        await Page.Locator(".account-menu select").Filter(new() { Has = Page.Locator("option", new() { HasText = name }) }).SelectOptionAsync(name);
        await Assertions.Expect(Page.Locator($".account-button[title='{name}']")).ToBeVisibleAsync();
    }

    public async Task OpenAsync(string id)
    {
        await OfferPage.OpenAsync(Page, id);
    }

    public async Task ShowTabOfAsync(string control)
    {
        await Page.GetByRole(AriaRole.Tab, new() { Name = words.TabOf(Table, control), Exact = true }).ClickAsync();
    }

    /// <summary>Shows every tab of the form in turn and holds what is said against the language.</summary>
    public async Task AssertTabsSpokenAsync(string what)
    {
        foreach (var tab in await Page.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            foreach (var frame in await Page.Locator("iframe:visible").AllAsync())
            {
                await Assertions.Expect(frame.ContentFrame.Locator("main")).ToBeVisibleAsync();
                await Assertions.Expect(frame.ContentFrame.Locator("main[aria-busy='true']")).ToHaveCountAsync(0);
            }

            await AssertSpokenAsync($"the tab '{await tab.InnerTextAsync()}' of {what}");
        }
    }

    /// <summary>Writes into a column of the shown tab and leaves it.</summary>
    public async Task FillAsync(string column, string text)
    {
        await Field(Page.GetByRole(AriaRole.Tabpanel), Table, column).FillAsync(text);
        await Page.Keyboard.PressAsync("Tab");
    }

    /// <summary>Changes a column, wherever its tab is, and saves.</summary>
    public async Task EnterAsync(string column, string text)
    {
        await ShowTabOfAsync(column);
        await FillAsync(column, text);
        await SaveAsync();
    }

    public Task ChooseAsync(string column, int value) =>
        Page.GetByRole(AriaRole.Tabpanel).GetByLabel(words.Column(Table, column), new() { Exact = true }).SelectOptionAsync(words.Option(Table, column, value));

    /// <summary>Saves by the keys of a model-driven app, and waits until it is.</summary>
    public async Task SaveAsync()
    {
        await Page.RunAndWaitForResponseAsync(
            () => Page.Keyboard.PressAsync("Control+s"),
            answer => answer.Request.Method is "POST" or "PATCH" && answer.Url.Contains("/rdy_offers", StringComparison.Ordinal) && answer.Ok);
    }

    /// <summary>Adds a row in the quick-create form of a subgrid.</summary>
    public async Task AddAsync(string subgrid, string table, JsonObject values, string? image)
    {
        await ShowTabOfAsync(subgrid);
        var group = Subgrid(subgrid);
        await group.GetByRole(AriaRole.Button).Filter(new() { HasText = words.DisplayName(table) }).ClickAsync();
        var form = Page.GetByRole(AriaRole.Dialog);
        await AssertSpokenAsync($"the quick-create form of {table}");
        foreach (var (column, value) in values)
        {
            if (value is JsonValue single && single.TryGetValue(out int choice))
                await form.GetByLabel(words.Column(table, column), new() { Exact = true }).SelectOptionAsync(words.Option(table, column, choice));
            else if (value is JsonValue)
                await Field(form, table, column).FillAsync((string)value!);
        }

        if (image is not null) await form.Locator("input[type=file]").SetInputFilesAsync(image);
        await Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(form).ToHaveCountAsync(0);
        await Assertions.Expect(group).ToContainTextAsync((string)values["rdy_name"]!);
    }

    /// <summary>Presses a command of the offer, in the bar or behind its last button.</summary>
    public async Task RunAsync(string command)
    {
        var button = Command(command);
        await Assertions.Expect(button).ToHaveCountAsync(1);
        if (!await button.IsVisibleAsync()) await Page.Locator("button.command.more").First.ClickAsync();
        await button.ClickAsync();
    }

    /// <summary>Presses a command that the Guard refuses, and reads the dialog.</summary>
    public async Task RefusedAsync(string command, string key)
    {
        window.ExpectRefusal();
        await RunAsync(command);
        await Assertions.Expect(Offer.Dialog).ToContainTextAsync(key);
        await AssertSpokenAsync("the refusal");
        await Offer.Dialog.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(Offer.Dialog).ToHaveCountAsync(0);
    }

    /// <summary>Judges an item in the checklist.</summary>
    public async Task JudgeAsync(string key, string verb, string note)
    {
        var row = Offer.Row(key);
        await row.GetByRole(AriaRole.Button, new() { NameString = $"{verb}:" }).ClickAsync();
        await row.Locator("textarea").FillAsync(note);
        await AssertSpokenAsync("a judgement under way");
        await row.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
        await Assertions.Expect(row.Locator("form")).ToHaveCountAsync(0);
    }

    /// <summary>Records a verdict of the marketplace, by the command.</summary>
    public async Task RecordVerdictAsync(int outcome, string key, string name)
    {
        const string table = "rdy_certification";
        await RunAsync("RecordVerdict");
        var form = Page.GetByRole(AriaRole.Dialog);
        await Field(form, table, "rdy_name").FillAsync(name);
        await form.GetByRole(AriaRole.Combobox, new() { Name = words.Column(table, "rdy_outcome"), Exact = true }).SelectOptionAsync(words.Option(table, "rdy_outcome", outcome));
        await Field(form, table, "rdy_key").FillAsync(key);
        await AssertSpokenAsync("the quick-create form of a verdict");
        await Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(form).ToHaveCountAsync(0);
    }

    /// <summary>The verdicts that the offer's form lists, with what the rejection memory says of each.</summary>
    public async Task<ILocator> VerdictsAsync()
    {
        await ShowTabOfAsync("subgrid_certifications");
        return Subgrid("subgrid_certifications");
    }

    /// <summary>Chooses a status reason in the header, where the form offers it.</summary>
    public async Task ChooseStatusAsync(int status)
    {
        await Page.Locator(".form-header button[aria-expanded]").ClickAsync();
        await Page.Locator(".header-panel").GetByLabel(words.Column(Table, "statuscode"), new() { Exact = true })
            .SelectOptionAsync(words.Option(Table, "statuscode", status));
        await SaveAsync();
    }

    /// <summary>Asserts the status, shown and stored, and the only moves that the command bar offers from there.</summary>
    public async Task AssertStandsAsync(string id, int status, params string[] moves)
    {
        await Offer.StandsAsync(words.Option(Table, "statuscode", status));
        foreach (var move in Moves)
            await Assertions.Expect(Command(move)).ToHaveCountAsync(moves.Contains(move) ? 1 : 0);
        Assert.Equal(status, (int)(await api.GetAsync($"rdy_offers({id})?$select=statuscode"))["statuscode"]!);
    }

    private ILocator Subgrid(string name) =>
        Page.GetByRole(AriaRole.Group, new() { Name = words.Cell(Table, name), Exact = true }).And(Page.Locator($"[data-id='{name}']"));

    private ILocator Command(string command) => Page.Locator(".commands.page").GetByRole(
        AriaRole.Button, new() { Name = words.Command(Table, command), Exact = true, IncludeHidden = true });

    private ILocator Field(ILocator within, string table, string column) =>
        within.GetByRole(AriaRole.Textbox, new() { Name = words.Column(table, column), Exact = true });
}
