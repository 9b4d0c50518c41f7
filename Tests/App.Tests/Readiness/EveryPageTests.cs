using System.Reflection;
using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>
/// axe-core on every page of the app, in light and in dark. The pages are those of the solution, not of a list here: a new table, tab, form, dashboard
/// or web resource is looked at by itself.
/// </summary>
public sealed class EveryPageTests(ReadinessFixture readiness) : IClassFixture<ReadinessFixture>
{
    private const string Address = "/main.aspx?appname=rdy_OfferReadiness&pagetype=";
    private readonly List<string> _violations = [];
    private readonly HashSet<string> _seenWebResources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenInDark = new(StringComparer.Ordinal);

    [Fact]
    public async Task The_navigation_lists_charts_and_dashboards_have_no_accessibility_violation()
    {
        var words = await Words.ReadAsync(readiness.Api);
        await SeedAsync();
        await using var window = await readiness.OpenAsync();
        var page = window.Page;
        var lists = words.Tables.Select(table => $"entitylist&etn={table}");
        var dashboards = words.App["dashboards"]!.AsArray().Select(dashboard => $"dashboard&id={dashboard!["id"]}");
        var navigation = words.SubAreas.Select(subArea =>
            (string?)subArea["table"] is { } table ? $"entitylist&etn={table}"
            : (string?)subArea["webResource"] is { } name ? $"webresource&webresourceName={name}"
            : subArea["dashboard"] is { } dashboard ? $"dashboard&id={dashboard}"
            : throw new InvalidOperationException($"Nobody has said how the line '{subArea["title"]}' of the navigation is opened."));

        foreach (var each in navigation.Concat(lists).Concat(dashboards).Distinct())
        {
            await page.GotoAsync(Address + each);
            await CheckAsync(page, each, each.Split('&')[0]);
            if (await page.Locator("[data-id='chart']").CountAsync() == 0) continue;
            await page.Locator("[data-id='chart']").ClickAsync();
            await CheckAsync(page, $"{each}, with its chart", "chart");
        }

        AssertClean();
    }

    [Fact]
    public async Task The_forms_of_every_table_have_no_accessibility_violation_on_any_tab()
    {
        var words = await Words.ReadAsync(readiness.Api);
        await SeedAsync();
        await using var window = await readiness.OpenAsync();
        var page = window.Page;

        foreach (var table in words.Tables)
        {
            var (set, key) = ((string)words.Table(table)["entitySetName"]!, (string)words.Table(table)["primaryId"]!);
            var rows = (await readiness.Api.GetAsync($"{set}?$select={key}&$top=1"))["value"]!.AsArray();
            Assert.True(rows.Count == 1, $"There is no row of {table} to open: seed one.");
            await page.GotoAsync($"{Address}entityrecord&etn={table}");
            await CheckAsync(page, $"a new row of {table}", "new row");
            await page.GotoAsync($"{Address}entityrecord&etn={table}&id={rows[0]![key]}");
            await CheckAsync(page, $"a row of {table}", "row");
            foreach (var tab in (await page.GetByRole(AriaRole.Tab).AllAsync()).Skip(1))
            {
                await tab.ClickAsync();
                await CheckAsync(page, $"the tab '{await tab.InnerTextAsync()}' of {table}", "tab", within: "[role=tabpanel]:not([hidden])");
            }

            if (!(bool)words.Table(table)["hasQuickCreate"]!) continue;
            await page.EvaluateAsync($"void Xrm.Navigation.openForm({{ entityName: '{table}', useQuickCreateForm: true }})");
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).First).ToBeVisibleAsync();
            await CheckAsync(page, $"the quick-create form of {table}", "quick create");
        }

        var root = typeof(EveryPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var folder = Path.Combine(root, "Solution", "WebResources");
        var pages = Directory.EnumerateFiles(folder, "*.html.data.xml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')[..^".data.xml".Length]).ToHashSet(StringComparer.Ordinal);
        pages.ExceptWith(_seenWebResources);
        pages.ExceptWith(words.SubAreas.Select(subArea => (string?)subArea["webResource"] ?? ""));
        Assert.True(pages.Count == 0, $"No form shows {string.Join(", ", pages)}.");
        AssertClean();
    }

    [Fact]
    public async Task Dialogs_panels_and_editors_have_no_accessibility_violation()
    {
        var words = await Words.ReadAsync(readiness.Api);
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = "Dialogs", ["rdy_ruleset"] = 847360000, ["rdy_terms"] = "Anybody may use it." });
        await readiness.Api.CreateAsync("rdy_supportlinks", new JsonObject
        {
            ["rdy_name"] = "Support",
            ["rdy_purpose"] = 847360000,
            ["rdy_OfferId@odata.bind"] = $"/rdy_offers({id})",
        });
        await using var window = await readiness.OpenAsync();
        var page = window.Page;
        var offer = await OfferPage.OpenAsync(page, id);

        foreach (var opener in new[] { ".account-button", ".form-header button[aria-expanded]", ".command.more" })
        {
            await page.Locator(opener).First.ClickAsync();
            await CheckAsync(page, $"what {opener} opens", opener, beside: "iframe");
            await page.Keyboard.PressAsync("Escape");
        }

        window.ExpectRefusal();
        foreach (var command in new[] { words.Command("rdy_offer", "MarkReady"), words.Command("rdy_offer", "Withdraw"), "Deactivate", "Delete" })
        {
            var button = page.Locator(".commands.page").GetByRole(AriaRole.Button, new() { Name = command, Exact = true, IncludeHidden = true });
            await Assertions.Expect(button).ToHaveCountAsync(1);
            if (!await button.IsVisibleAsync()) await page.Locator(".command.more").First.ClickAsync();
            await button.ClickAsync();
            await Assertions.Expect(offer.Dialog).ToBeVisibleAsync();
            await CheckAsync(page, $"the dialog of '{command}'", "dialog", beside: "iframe");
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(offer.Dialog).ToHaveCountAsync(0);
        }

        var row = offer.Row("D365-18-B-18");
        foreach (var editor in await row.Locator(".subtle button").AllAsync())
        {
            await editor.ClickAsync();
            await CheckAsync(page, $"the editor of '{await editor.InnerTextAsync()}'", "editor");
        }

        await row.Locator("form button:not([type=submit])").First.ClickAsync();
        await CheckAsync(page, "the choice of an owner", "choice", beside: "iframe");
        await page.Keyboard.PressAsync("Escape");
        await offer.Row("D365-18-S-21").GetByRole(AriaRole.Button, new() { Name = "Go to fix" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).First).ToBeVisibleAsync();
        await CheckAsync(page, "a record in a dialog", "record in a dialog", beside: "iframe");
        AssertClean();
    }

    /// <summary>A row of every table whose rows neither the samples nor the steps make.</summary>
    private async Task SeedAsync()
    {
        var id = await OfferPage.IdOfAsync(readiness.Api, "Offer Readiness");
        var offer = $"/rdy_offers({id})";
        await readiness.Api.CreateAsync("rdy_plans", new JsonObject { ["rdy_name"] = "Monthly", ["rdy_OfferId@odata.bind"] = offer });
        await readiness.Api.CreateAsync("rdy_certifications", new JsonObject
        {
            ["rdy_name"] = "First verdict",
            ["rdy_outcome"] = 847360000,
            ["rdy_key"] = "D365-CU-L-03",
            ["rdy_OfferId@odata.bind"] = offer,
        });
        using var reviewer = readiness.As(new("0d5a7e00-0000-4000-8000-000000000a02"));
        await reviewer.CreateAsync("rdy_judgements", new JsonObject
        {
            ["rdy_OfferId@odata.bind"] = offer,
            ["rdy_key"] = (await OfferPage.OpenItemsAsync(readiness.Api, id))[0].Key,
            ["rdy_verdict"] = 847360000,
            ["rdy_note"] = "Checked against the portal.",
        });
        var own = await readiness.Api.GetAsync("rdy_requirements?$select=rdy_key&$top=1");
        if (own["value"]!.AsArray().Count > 0) return;
        await readiness.Api.CreateAsync("rdy_requirements", new JsonObject
        {
            ["rdy_name"] = "Released by the product owner",
            ["rdy_key"] = "TEAM-RELEASED",
            ["rdy_severity"] = 847360000,
            ["rdy_scope"] = 847360000,
            ["rdy_test"] = 847360000,
        });
    }

    /// <summary>All rules in light; in dark what the colours decide, once for each kind of page and each web resource, since colours come from their style sheets.</summary>
    private async Task CheckAsync(IPage page, string where, string kind, string? beside = null, string? within = null)
    {
        await SettledAsync(page, where);
        foreach (var frame in page.Frames.Where(frame => frame.ParentFrame is not null))
        {
            var path = new Uri(frame.Url).AbsolutePath;
            if (path.StartsWith("/WebResources/", StringComparison.Ordinal) && _seenWebResources.Add(path["/WebResources/".Length..])) kind += path;
        }

        await CollectAsync(page, where, beside, within, new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        if (!_seenInDark.Add(kind)) return;
        await SetDarkAsync(page, true);
        await CollectAsync(page, $"{where}, dark", beside, within, new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } });
        await SetDarkAsync(page, false);
    }

    /// <param name="page">The page.</param>
    /// <param name="where">How a violation names the place.</param>
    /// <param name="beside">Selector of what is looked at elsewhere; null for nothing.</param>
    /// <param name="within">Selector of what alone is looked at, where the rest of the page was looked at before; null for all.</param>
    /// <param name="options">What is asked.</param>
    private async Task CollectAsync(IPage page, string where, string? beside, string? within, AxeRunOptions options)
    {
        // Frames of tabs that are not shown are looked at with their own tab. To tell what passed takes longer than to find what does not.
        var context = new AxeRunContext { Exclude = beside is null ? [new AxeSelector("[hidden] iframe")] : [new AxeSelector("[hidden] iframe"), new AxeSelector(beside)] };
        if (within is not null)
        {
            // The heading of the page lies outside.
            context.Include = [new AxeSelector(within)];
            options.Rules = new Dictionary<string, RuleOptions> { ["page-has-heading-one"] = new() { Enabled = false } };
        }

        var result = await page.RunAxe(context, options);
        _violations.AddRange(
            from violation in result.Violations
            from node in violation.Nodes
            select $"{where}: {violation.Id}: {violation.Help}\n    {node.Html}");
    }

    /// <summary>The player follows the browser's scheme, web resources their control's data parameter, which sets the same attribute.</summary>
    private static async Task SetDarkAsync(IPage page, bool dark)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        foreach (var frame in page.Frames.Where(frame => frame.ParentFrame is not null))
            await frame.EvaluateAsync("dark => { if (dark) document.documentElement.dataset.theme = 'dark'; else delete document.documentElement.dataset.theme; }", dark);
    }

    /// <summary>Waits until the page and every frame that is shown have what they asked for.</summary>
    private static async Task SettledAsync(IPage page, string where)
    {
        for (var began = Environment.TickCount64; ; await Task.Delay(40))
        {
            var isSettled = await HasHeadingAsync(page) && await page.EvaluateAsync<bool>(Settled);
            foreach (var frame in page.Frames.Where(frame => frame.ParentFrame is not null && isSettled).ToList())
                isSettled = !await (await frame.FrameElementAsync()).IsVisibleAsync() || await frame.EvaluateAsync<bool>(Settled);
            if (isSettled) return;
            Assert.True(Environment.TickCount64 - began < 30_000, $"{where} was still loading after 30 seconds.");
        }
    }

    private static async Task<bool> HasHeadingAsync(IPage page)
    {
        foreach (var frame in page.Frames)
        {
            if (await frame.Locator("h1").CountAsync() > 0) return true;
        }

        return false;
    }

    private const string Settled = """
        document.readyState === "complete" && document.querySelector("h1, h2, iframe, button") !== null
          && ![...document.querySelectorAll("[aria-busy=true], .spinner, .skeleton")].some(element => element.checkVisibility())
        """;

    private void AssertClean() => Assert.True(_violations.Count == 0, string.Join('\n', _violations));
}
