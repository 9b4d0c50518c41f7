using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>Charts beside views, and dashboards.</summary>
[Collection(PlayerCollection.Name)]
public sealed class ChartTests(PlayerFixture player)
{
    private const string Dashboard = "/main.aspx?pagetype=dashboard&id=74d01909-1a99-538f-bf15-81fd59f76d1c";

    [Fact]
    public async Task A_chart_is_shown_beside_the_view_and_its_parts_limit_the_rows()
    {
        var (kind, label) = await SeedAsync("Charted");
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show Chart" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Chart" }).SelectOptionAsync("Bars");
        var bar = page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{label}: \\d+$") });
        await bar.ClickAsync();

        await Assertions.Expect(page.GetByText($"Only Kind: {label}").First).ToBeVisibleAsync();
        var count = int.Parse((await bar.GetAttributeAsync("aria-label"))![(label.Length + 2)..], System.Globalization.CultureInfo.InvariantCulture);
        var rows = (await player.Api.GetAsync($"tst_parents?$filter=tst_kind eq {kind} and statecode eq 0&$select=tst_name"))["value"]!.AsArray().Count;
        Assert.Equal(rows, count);
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(Math.Min(rows, 50) + 1);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText($"Only Kind: {label}").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Show all rows again" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Only Kind")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("Parents by grade")]
    [InlineData("Parents by month")]
    [InlineData("Kinds")]
    [InlineData("Kinds by grade")]
    [InlineData("Bars")]
    [InlineData("Rings")]
    public async Task Every_kind_of_chart_is_drawn_and_told_as_a_table(string chart)
    {
        await SeedAsync("Drawn");
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show Chart" }).ClickAsync();

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Chart" }).SelectOptionAsync(chart);

        var drawing = page.GetByRole(AriaRole.Group, new() { Name = chart, Exact = true });
        await Assertions.Expect(drawing.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await page.GetByText("Show as a table").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = chart, Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_kind_of_chart_that_is_not_known_is_said()
    {
        await SeedAsync("Funnel");
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show Chart" }).ClickAsync();

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Chart" }).SelectOptionAsync("Tops");

        await Assertions.Expect(page.GetByText("The chart type 'Funnel' is not supported by the sandbox.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Parts_of_a_chart_are_reached_and_pressed_by_keyboard()
    {
        await SeedAsync("Pressed by key");
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show Chart" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Chart" }).SelectOptionAsync("Bars");
        var drawing = page.GetByRole(AriaRole.Group, new() { Name = "Bars", Exact = true });
        await Assertions.Expect(drawing.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Chart" }).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(drawing.GetByRole(AriaRole.Button).Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("Only Kind:").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_dashboard_shows_its_chart_and_its_view_and_leads_to_the_rows()
    {
        var (_, label) = await SeedAsync("On the dashboard");
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Overview - Test app");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Overview" })).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "All parents" })).ToBeVisibleAsync();
        var chart = page.GetByRole(AriaRole.Region, new() { Name = "Parents by grade" });
        await chart.GetByRole(AriaRole.Group, new() { Name = "Parents by grade" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(page.GetByText("Only Grade:").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Active Parents" })).ToBeVisibleAsync();
        Assert.NotEmpty(label);
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview", Level = 1 })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false, 1366)]
    [InlineData(true, 1366)]
    [InlineData(false, 320)]
    public async Task Axe_finds_nothing_on_charts_and_dashboards(bool dark, int width)
    {
        await SeedAsync("For everybody");
        await using var window = await player.OpenAsync(new WindowOptions { Dark = dark, Width = width });
        var page = window.Page;

        await page.GotoAsync(Dashboard);
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Parents by grade" }).GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "All parents" })).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth"));

        await page.GotoAsync("/main.aspx?pagetype=entitylist&etn=tst_parent");
        await Assertions.Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
        if (!await page.GetByRole(AriaRole.Button, new() { Name = "Show Chart" }).IsVisibleAsync())
            await page.GetByRole(AriaRole.Button, new() { Name = "More commands" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show Chart" }).ClickAsync();
        foreach (var chart in new[] { "Kinds by grade", "Kinds", "Parents by month" })
        {
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Chart" }).SelectOptionAsync(chart);
            await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = chart, Exact = true }).GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
            await page.GetByText("Show as a table").ClickAsync();
            await window.AssertAccessibleAsync();
        }
    }

    [Fact]
    public async Task In_forced_colours_the_series_differ()
    {
        await SeedAsync("Forced");
        await using var window = await player.OpenAsync(new WindowOptions { ForcedColors = true });
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show Chart" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Chart" }).SelectOptionAsync("Kinds");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Kinds", Exact = true }).GetByRole(AriaRole.Button).Nth(1)).ToBeVisibleAsync();

        var fills = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.chart-mark .chart-fill')].map(one => getComputedStyle(one).fill)");
        var behind = await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.chart-pane')).backgroundColor");

        Assert.Equal(fills.Length, fills.Distinct().Count());
        Assert.DoesNotContain(behind, fills);
    }

    /// <summary>Rows of two kinds and two grades; answers the value and the label of the first kind.</summary>
    private async Task<(int Kind, string Label)> SeedAsync(string name)
    {
        var kinds = await OptionsAsync("tst_kind");
        var grades = await OptionsAsync("tst_grade");
        foreach (var kind in kinds.Take(2))
        {
            foreach (var grade in grades.Take(2))
                await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = name, ["tst_kind"] = kind.Value, ["tst_grade"] = grade.Value });
        }

        return kinds[0];
    }

    private async Task<List<(int Value, string Label)>> OptionsAsync(string column)
    {
        using var http = new HttpClient { BaseAddress = player.Site };
        var table = JsonNode.Parse(await http.GetStringAsync("player/table/tst_parent"))!;
        return [.. table["columns"]![column]!["options"]!.AsArray().Select(option => ((int)option!["value"]!, (string)option["label"]!))];
    }
}
