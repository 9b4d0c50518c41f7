using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>What saving would change, what lies ahead and behind, the rule sets and the clause ledger.</summary>
public sealed class PagesTests(ReadinessFixture readiness) : IClassFixture<ReadinessFixture>
{
    private const string Terms = "D365-18-B-18";
    private const int Current = 847360001;
    private const int Met = 847360000;

    [Fact]
    public async Task What_saving_would_change_is_told_before_and_forgotten_when_the_value_goes_back()
    {
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = "What if", ["rdy_ruleset"] = OfferPage.December2018, ["rdy_summary"] = "Keeps listings ready." });
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        await window.Page.GetByRole(AriaRole.Tab, new() { Name = "Listing", Exact = true }).ClickAsync();
        var summary = window.Page.GetByLabel("Offer summary");

        await summary.FillAsync("");
        await window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(window.Page.GetByText("Saving would open 1 of the mandatory requirements.")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Tab, new() { Name = "Readiness", Exact = true }).ClickAsync();
        await offer.Checklist.GetByText("Saving would open 1").ClickAsync();
        await Assertions.Expect(offer.Checklist.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Offer summary of at most 100 characters");

        await window.Page.GetByRole(AriaRole.Tab, new() { Name = "Listing", Exact = true }).ClickAsync();
        await summary.FillAsync("Keeps listings ready.");
        await window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(window.Page.GetByText("Saving would open 1 of the mandatory requirements.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_forecast_lists_the_end_of_a_waiver_and_gives_it_as_a_calendar()
    {
        var id = await WaivedAsync("Ahead");
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);

        await offer.RunFurtherAsync("Look ahead");
        var page = window.Page.FrameLocator("#WebResource_forecast");
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync("A waiver ends");
        var download = await window.Page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download as calendar" }).ClickAsync());
        var calendar = await File.ReadAllTextAsync((await download.PathAsync())!);
        await page.GetByLabel("Look ahead").SelectOptionAsync("30");

        await Assertions.Expect(page.GetByText("Nothing changes by itself until")).ToBeVisibleAsync();
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", calendar, StringComparison.Ordinal);
        var day = DateTime.UtcNow.Date.AddDays(91);
        Assert.Contains($"\r\nUID:{id}-{Terms}-{day:yyyy-MM-dd}-WaiverEnds@", calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"\r\nDTSTART;VALUE=DATE:{day:yyyyMMdd}\r\n", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task The_history_tells_which_save_turned_an_item_and_through_whom()
    {
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = "Turned", ["rdy_ruleset"] = OfferPage.December2018 });
        await readiness.Api.UpdateAsync($"rdy_offers({id})", new JsonObject { ["rdy_summary"] = "Keeps listings ready." });
        await using var window = await readiness.OpenAsync();
        await OfferPage.OpenAsync(window.Page, id);

        await window.Page.GetByRole(AriaRole.Tab, new() { Name = "History", Exact = true }).ClickAsync();
        var page = window.Page.FrameLocator("#WebResource_history");
        var turned = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "D365-18-S-01" });
        await turned.GetByText("1 turn").ClickAsync();

        await Assertions.Expect(turned).ToContainTextAsync("Changed: offer");
        await Assertions.Expect(turned).ToContainTextAsync("Sandbox Administrator");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { NameString = "Readiness score from" })).ToBeVisibleAsync();
        await page.GetByLabel("Until").FillAsync("2020-01-01");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a first day");
    }

    [Fact]
    public async Task The_rule_set_is_switched_after_the_differences_are_listed_and_the_person_agrees()
    {
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = "Switched", ["rdy_ruleset"] = OfferPage.December2018 });
        await using var window = await readiness.OpenAsync();
        var offer = await OfferPage.OpenAsync(window.Page, id);
        await offer.RunFurtherAsync("Switch rule set");
        var page = window.Page.FrameLocator("#WebResource_rulesets");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "Added:" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "D365-CU-" }).First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Switch to Partner Center (current)" }).ClickAsync();
        await offer.Dialog.GetByRole(AriaRole.Button, new() { Name = "Switch to Partner Center (current)" }).ClickAsync();

        await Assertions.Expect(page.GetByText("This offer is checked against Partner Center (current).")).ToBeVisibleAsync();
        Assert.Equal(Current, (int)(await readiness.Api.GetAsync($"rdy_offers({id})?$select=rdy_ruleset"))["rdy_ruleset"]!);
        await window.Page.GetByRole(AriaRole.Tab, new() { Name = "Readiness", Exact = true }).ClickAsync();
        await Assertions.Expect(offer.Checklist.GetByText("Rule set current.")).ToBeVisibleAsync();
        await Assertions.Expect(offer.Row("D365-CU-L-01")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(320)]
    public async Task The_ledger_begins_with_the_clauses_nobody_looks_at(int width)
    {
        await using var window = await readiness.OpenAsync(new WindowOptions { Width = width });
        await window.Page.GotoAsync("/main.aspx?appname=rdy_OfferReadiness&pagetype=webresource&webresourceName=rdy_/readiness/ledger.html");
        var page = window.Page.FrameLocator("iframe.web-resource-page");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToHaveTextAsync("Nobody");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { NameString = "Read the section on the live page" }).First).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.GetByLabel("Rule set").SelectOptionAsync("847360000");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("D365-18-S-14");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(["On every save"]);
        await window.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData(1033, "Ahead", "#WebResource_forecast", "Forecast")]
    [InlineData(1053, "Framåt", "#WebResource_forecast", "Prognos")]
    [InlineData(1033, "Ahead", "#WebResource_rulesets", "Rule sets")]
    [InlineData(1053, "Framåt", "#WebResource_rulesets", "Regelverk")]
    [InlineData(1033, "History", "#WebResource_history", "History")]
    [InlineData(1053, "Historik", "#WebResource_history", "Historik")]
    public async Task Each_page_speaks_the_language_of_its_reader_and_has_no_accessibility_violation(int language, string tab, string frame, string heading)
    {
        var id = await WaivedAsync($"Read {heading}");
        await using var spoken = await UserLanguage.SwitchAsync(readiness.Api, language);
        await using var window = await readiness.OpenAsync();
        await OfferPage.OpenAsync(window.Page, id);

        await window.Page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
        var page = window.Page.FrameLocator(frame);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("aria-busy", "false");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language == 1053 ? "sv" : "en");
        await window.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData(1033, "Legal & availability", "Import monitoring records", "Imported: 99.930 % over 30 days, 30 of 43.2 allowed minutes spent.",
        "99.930 % from 2026-01-01 to 2026-01-31, 30 days measured; 30 of 43.2 allowed minutes down.", "The records could not be imported. Line 2 has the status 'sleepy'",
        "Count the probes", "There are no probes to count")]
    [InlineData(1053, "Juridik och tillgänglighet", "Importera övervakningsdata", "Importerat: 99.930 % under 30 dagar, 30 av 43.2 tillåtna minuter använda.",
        "99.930 % från 2026-01-01 till 2026-01-31, 30 dagar uppmätta; 30 av 43.2 tillåtna minuter nere.", "Det gick inte att importera.",
        "Räkna nätkontrollerna", "Det finns inga nätkontroller att räkna")]
    public async Task Monitoring_records_are_imported_from_a_file_and_shown_with_what_is_spent_and_allowed(
        int language, string tab, string import, string said, string record, string refused, string count, string nothing)
    {
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = $"Watched {language}", ["rdy_ruleset"] = OfferPage.December2018 });
        await using var spoken = await UserLanguage.SwitchAsync(readiness.Api, language);
        await using var window = await readiness.OpenAsync();
        await OfferPage.OpenAsync(window.Page, id);
        await window.Page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
        var page = window.Page.FrameLocator("#WebResource_uptime");
        async Task ImportAsync(string csv)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = import })).ToBeEnabledAsync();
            await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "monitor.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = count }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(nothing);
        await ImportAsync("2026-01-01T00:00Z,2026-01-31T00:00Z,up\n2026-01-10T00:00Z,2026-01-10T00:30Z,down\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(said);
        await Assertions.Expect(page.GetByText(record)).ToBeVisibleAsync();
        await ImportAsync("2026-01-01T00:00Z,2026-01-31T00:00Z,up\n2026-01-10T00:00Z,2026-01-10T00:30Z,sleepy\n");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(refused);
        await Assertions.Expect(page.GetByText(record)).ToBeVisibleAsync();
        Assert.Equal(2, window.TakeErrors().Count(error => error.Contains("400", StringComparison.Ordinal)));
        await window.AssertAccessibleAsync();
        Assert.Equal(Met, (int)(await readiness.Api.GetAsync($"rdy_checklistitems?$select=rdy_status&$filter=_rdy_offerid_value eq {id} and rdy_key eq 'D365-18-T-07'"))["value"]!.AsArray().Single()!["rdy_status"]!);
    }

    /// <summary>An offer whose terms are waived for the usual 90 days.</summary>
    private async Task<string> WaivedAsync(string name)
    {
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = name, ["rdy_ruleset"] = OfferPage.December2018, ["rdy_terms"] = "Anybody may use it." });
        await readiness.Api.CreateAsync("rdy_judgements", new JsonObject
        {
            ["rdy_OfferId@odata.bind"] = $"/rdy_offers({id})",
            ["rdy_key"] = Terms,
            ["rdy_verdict"] = 847360002,
            ["rdy_note"] = "Legal reads them next month.",
        });
        return id;
    }
}
