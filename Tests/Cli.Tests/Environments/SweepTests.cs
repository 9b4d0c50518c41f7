using System.Globalization;
using System.Text.Json.Nodes;

namespace Cli.Tests.Environments;

/// <summary>The sweep, called until nothing is due.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task Pages_are_swept_until_none_remains()
    {
        await using var environment = await TestEnvironment.Start();
        for (var number = 1; number <= 5; number++)
            await environment.Patch($"rdy_offers(0d5a7e00-0000-4000-8000-0000000000{number:x2})", new JsonObject { ["rdy_name"] = "Offer " + number, ["rdy_installtestedon"] = DateTime.UtcNow.AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        await environment.Advance(days: 20);

        Approved.Equal("Sweep", await environment.Run("sweep", "--page-size", "2"));
    }

    [Fact]
    public async Task A_page_of_no_size_is_not_asked_for()
    {
        var run = await CommandRun.Of("sweep", "--page-size", "0", "--environment", "http://127.0.0.1:1");

        Assert.Equal((64, "--page-size 0 is out of range. Write 1 to 100.\n"), (run.Code, run.Error));
    }
}
