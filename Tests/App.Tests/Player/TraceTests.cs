using System.IO.Compression;
using System.Text.Json.Nodes;
using App.Tests.Browsing;
using Microsoft.Playwright;
using Sandbox.Replay;

namespace App.Tests.Player;

/// <summary>The sandbox's trace page, and the file it exports. The steps themselves are proven with the pipeline.</summary>
[Collection(PlayerCollection.Name)]
public sealed class TraceTests(PlayerFixture player)
{
    [Theory]
    [InlineData(false, 1366)]
    [InlineData(true, 1366)]
    [InlineData(false, 320)]
    public async Task Every_save_has_its_timeline_and_axe_finds_nothing(bool dark, int width)
    {
        var name = $"Traced {dark} {width}";
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = name });
        await player.Api.UpdateAsync($"tst_parents({id})", new JsonObject { ["tst_score"] = 7 });
        await using var window = await player.OpenAsync(new WindowOptions { Dark = dark, Width = width });
        var page = window.Page;
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sandbox trace" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Operations" }).GetByRole(AriaRole.Button).First).ToContainTextAsync("Upsert Parent");
        var timeline = page.GetByRole(AriaRole.Region, new() { Name = "Timeline of the operation" });
        await Assertions.Expect(timeline.GetByRole(AriaRole.Heading, new() { Name = "Upsert Parent" })).ToBeVisibleAsync();
        await Assertions.Expect(timeline).ToContainTextAsync("Stored: Parent: 1 updated");
        await Assertions.Expect(timeline).ToContainTextAsync("tst_score");
        await window.AssertAccessibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth"));
        await page.GetByRole(AriaRole.List, new() { Name = "Operations" }).GetByRole(AriaRole.Button).Nth(1).PressAsync("Enter");
        await Assertions.Expect(timeline.GetByRole(AriaRole.Heading, new() { Name = "Create Parent" })).ToBeVisibleAsync();
        await Assertions.Expect(timeline).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_replay_bundle_is_exported_and_the_same_happens_elsewhere()
    {
        var id = await player.Api.CreateAsync("tst_parents", new JsonObject { ["tst_name"] = "Exported" });
        await player.Api.UpdateAsync($"tst_parents({id})", new JsonObject { ["tst_score"] = 8 });
        await using var window = await player.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/main.aspx?pagetype=sandboxtrace");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Export replay bundle" }).ClickAsync());

        Assert.Matches(@"^replay-\d+-Upsert\.zip$", download.SuggestedFilename);
        var output = new StringWriter();
        Assert.True(Replayer.Run(await download.PathAsync(), output), output.ToString());
        Assert.Contains("= Upsert tst_parent #1 (", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_load_asks_for_less_than_150_KB_of_gzipped_script()
    {
        await using var window = await player.OpenAsync();
        var scripts = new List<Task<byte[]>>();
        window.Page.Response += (_, response) =>
        {
            if (response.Request.ResourceType == "script") scripts.Add(response.BodyAsync());
        };

        await window.Page.GotoAsync("/");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Refresh" })).ToBeVisibleAsync();

        Assert.NotEmpty(scripts);
        var size = (await Task.WhenAll(scripts)).Sum(Gzipped);
        Assert.InRange(size, 1, 150 * 1024);
    }

    private static long Gzipped(byte[] script)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(script);
        return target.Length;
    }
}
