using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace App.Tests.Readiness;

/// <summary>That nothing moves under the reader while a long checklist comes, in it and in the form around it.</summary>
public sealed class LayoutShiftTests(ReadinessFixture readiness) : IClassFixture<ReadinessFixture>
{
    private const int Current = 847360001;

    [Theory]
    [InlineData(1366)]
    [InlineData(640)]
    public async Task A_checklist_of_more_than_150_items_comes_without_a_layout_shift(int width)
    {
        var id = await readiness.Api.CreateAsync("rdy_offers", new JsonObject { ["rdy_name"] = $"Long {width}", ["rdy_ruleset"] = Current });
        await using var window = await readiness.OpenAsync(new() { Width = width });
        await window.Page.AddInitScriptAsync(Watch);

        var offer = await OfferPage.OpenAsync(window.Page, id);
        Assert.InRange(await offer.Items.CountAsync(), 150, int.MaxValue);
        await Assertions.Expect(offer.Checklist.Locator("#open-ledger")).ToBeVisibleAsync();
        await window.Page.WaitForTimeoutAsync(300);

        foreach (var frame in window.Page.Frames)
        {
            var shifts = await frame.EvaluateAsync<string[]>("window.shifts");
            Assert.True(shifts.Length == 0, $"{frame.Url} moved:\n  {string.Join("\n  ", shifts)}");
        }
    }

    // Whatever moves from the first paint on, with what it was; runs in every frame.
    private const string Watch = """
        window.shifts = [];
        new PerformanceObserver(list => {
          for (const shift of list.getEntries())
            window.shifts.push(`${shift.value.toFixed(4)} at ${Math.round(shift.startTime)} ms: `
              + shift.sources.map(({ node, previousRect, currentRect }) =>
                `${(node?.outerHTML ?? node?.textContent ?? "gone").slice(0, 100)} ${JSON.stringify(previousRect)} -> ${JSON.stringify(currentRect)}`).join("; "));
        }).observe({ type: "layout-shift", buffered: true });
        """;
}
