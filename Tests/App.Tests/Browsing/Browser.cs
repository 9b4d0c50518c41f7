using System.Globalization;
using Microsoft.Playwright;

namespace App.Tests.Browsing;

/// <summary>One browser for all tests of a collection.</summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>
    /// How long each write waits before it leaves the browser, from the variable APP_TESTS_SLOW_WRITES (milliseconds): a test that asserts what is stored
    /// before the page has said so passes on a fast machine and fails here.
    /// </summary>
    private static readonly TimeSpan? SlowWrites =
        int.TryParse(Environment.GetEnvironmentVariable("APP_TESTS_SLOW_WRITES"), CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Browser> StartAsync()
    {
        var path = InstalledBrowser.Find();
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        return new Browser(playwright, browser);
    }

    /// <summary>A window of its own, without anything of earlier ones.</summary>
    public async Task<Window> OpenAsync(Uri site, WindowOptions? options = null)
    {
        options ??= new WindowOptions();
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = options.ForcedColors ? ForcedColors.Active : ForcedColors.None,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-US",
        });
        context.SetDefaultTimeout(30_000);
        if (SlowWrites is { } delay)
        {
            await context.RouteAsync("**/api/data/**", async route =>
            {
                if (route.Request.Method != "GET") await Task.Delay(delay);
                await route.FallbackAsync();
            });
        }

        return new Window(context, await context.NewPageAsync(), site);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
