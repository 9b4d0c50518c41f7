using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Sandbox.Hosting;

namespace Bench;

/// <summary>The offer's form in a headless browser, until the last item of the checklist is there.</summary>
internal static class PageMeasures
{
    private const int Loads = 9;
    private const int Items = 150;
    private const int Current = 847360001;

    public static IEnumerable<Measure> All()
    {
        yield return new("Page load of the offer form until the checklist is complete, warm cache, Chromium", "", () => MeasureAsync(LoadsAsync).Result);
        yield return new(
            "Checklist of 150 items in the offer form, from the last answer it asked for until it is painted, Chromium", "under 300 ms",
            () => MeasureAsync(LongChecklistAsync).Result);
    }

    private static async Task<string> MeasureAsync(Func<HttpClient, IPage, Task<List<double>>> work)
    {
        var browserPath = Environment.GetEnvironmentVariable("BROWSER_PATH") ?? "/usr/bin/chromium";
        if (!File.Exists(browserPath))
            return "not measured: set BROWSER_PATH to a Chromium, Chrome or Edge";
        using var folder = new TemporaryFolder();
        await using var host = await SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = folder.Path,
            Solution = BuiltFiles.Path("DefaultSolution"),
            Samples = null,
        });
        using var http = new HttpClient { BaseAddress = new Uri(host.BaseAddress, "api/data/v9.2/") };
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browserPath,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.BaseAddress.ToString() });
        var times = await work(http, await context.NewPageAsync());
        times.Sort();
        return FormattableString.Invariant($"{times[times.Count / 2]:0} ms");
    }

    private static async Task<List<double>> LoadsAsync(HttpClient http, IPage page)
    {
        var id = await CreateAsync(http, "rdy_offers", new JsonObject { ["rdy_name"] = "Loaded", ["rdy_ruleset"] = BuiltFiles.RuleSet2018 });
        var times = new List<double>();
        for (var i = 0; i <= Loads; i++)
        {
            var watch = Stopwatch.StartNew();
            await page.GotoAsync(Form(id));
            await page.FrameLocator("#WebResource_checklist").Locator("li[data-key]").Nth(89).WaitForAsync();
            if (i > 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static async Task<List<double>> LongChecklistAsync(HttpClient http, IPage page)
    {
        var id = await CreateAsync(http, "rdy_offers", new JsonObject { ["rdy_name"] = "Long", ["rdy_ruleset"] = Current });
        await page.AddInitScriptAsync(WhenPainted);
        var times = new List<double>();
        for (var i = 0; i <= Loads; i++)
        {
            await page.GotoAsync(Form(id));
            await page.FrameLocator("#WebResource_checklist").Locator("li[data-key]").Nth(Items - 1).WaitForAsync();
            var frame = page.Frames.Single(each => each.Url.Contains("checklist.html", StringComparison.Ordinal));
            double? painted;
            while ((painted = await frame.EvaluateAsync<double?>("window.painted ?? null")) is null)
                await Task.Delay(10);
            var answered = await page.EvaluateAsync<double>(LastAnswer, painted.Value);
            if (i > 0)
                times.Add(painted.Value - answered);
        }

        return times;
    }

    // The frame after the one in which the last row was put in: by then it is on the screen.
    private const string WhenPainted = """
        new MutationObserver((_, observer) => {
          if (document.querySelectorAll("li[data-key]").length < 150) return;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = performance.timeOrigin + performance.now(); }));
        }).observe(document, { childList: true, subtree: true });
        """;

    // The form asks for the checklist: what it was answered before the checklist was painted is in the form's own list of requests.
    private const string LastAnswer = """
        painted => Math.max(...performance.getEntriesByType("resource")
          .filter(each => /\/(rdy_checklistitems|rdy_judgements|rdy_probes|rdy_offers\(|rdy_ClauseLedger)/.test(each.name))
          .map(each => performance.timeOrigin + each.responseEnd).filter(end => end < painted))
        """;

    private static string Form(string id) => $"main.aspx?appname=rdy_OfferReadiness&pagetype=entityrecord&etn=rdy_offer&id={id}";

    private static async Task<string> CreateAsync(HttpClient http, string set, JsonObject values)
    {
        using var created = await http.PostAsJsonAsync(set, values);
        created.EnsureSuccessStatusCode();
        var address = created.Headers.GetValues("OData-EntityId").Single();
        return address[(address.LastIndexOf('(') + 1)..^1];
    }
}
