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

    public static IEnumerable<Measure> All()
    {
        yield return new("Page load of the offer form until the checklist is complete, warm cache, Chromium", "", () => LoadAsync().Result);
    }

    private static async Task<string> LoadAsync()
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
        using var created = await http.PostAsJsonAsync("rdy_offers", new JsonObject { ["rdy_name"] = "Loaded" });
        var address = created.Headers.GetValues("OData-EntityId").Single();
        var id = address[(address.LastIndexOf('(') + 1)..^1];
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browserPath,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync();
        var times = new List<double>();
        for (var i = 0; i <= Loads; i++)
        {
            var watch = Stopwatch.StartNew();
            await page.GotoAsync(new Uri(host.BaseAddress, $"main.aspx?appname=rdy_OfferReadiness&pagetype=entityrecord&etn=rdy_offer&id={id}").ToString());
            await page.FrameLocator("iframe").GetByRole(AriaRole.Listitem).Nth(89).WaitForAsync();
            if (i > 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return FormattableString.Invariant($"{times[Loads / 2]:0} ms");
    }
}
