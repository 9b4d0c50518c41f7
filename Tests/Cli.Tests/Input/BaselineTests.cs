using System.Text.Json.Nodes;

namespace Cli.Tests.Input;

/// <summary>Against an earlier report only what is new counts.</summary>
public sealed class BaselineTests
{
    [Fact]
    public async Task Nothing_is_reported_that_was_open_before()
    {
        using var sample = new SampleFolder();
        var last = Path.Combine(sample.Path, "last.json");
        Assert.Equal(1, (await CommandRun.Of("check", sample.Path, "--format", "json=" + last)).Code);

        var same = await CommandRun.Of("check", sample.Path, "--baseline", last);
        var json = JsonNode.Parse((await CommandRun.Of("check", sample.Path, "--baseline", last, "--format", "json")).Output)!;

        Assert.Equal(0, same.Code);
        Assert.EndsWith("Nothing new: no mandatory item has opened since the baseline, in 2 of 2.\n", same.Output, StringComparison.Ordinal);
        Assert.Matches("Open already in the baseline and not shown: [1-9]", same.Output);
        Assert.All(json["offers"]!.AsArray(), offer => Assert.Empty(offer!["items"]!.AsArray()));
    }

    [Fact]
    public async Task What_opens_or_turns_worse_is()
    {
        using var before = new SampleFolder(change: records => records[0]!["values"]!["rdy_terms"] = "Terms that a reviewer has to read.");
        using var after = new SampleFolder(change: records =>
        {
            records[0]!["values"]!["rdy_terms"] = null;
            records[0]!["values"]!["rdy_signinurl"] = null;
        });
        var last = Path.Combine(before.Path, "last.json");
        await CommandRun.Of("check", before.Path, "--format", "json=" + last);

        var run = await CommandRun.Of("check", after.Path, "--baseline", last, "--format", "json");

        Assert.Equal(1, run.Code);
        var items = JsonNode.Parse(run.Output)!["offers"]![0]!["items"]!.AsArray();
        Assert.Contains(items, item => (string)item!["key"]! == "D365-18-B-18" && (string)item["status"]! == "NotMet");
        Assert.All(items, item => Assert.NotEqual("Met", (string)item!["status"]!));
        Assert.True(items.Count < 10, items.ToJsonString());
    }

    [Fact]
    public async Task A_report_against_a_baseline_is_none_itself()
    {
        using var sample = new SampleFolder();
        var last = Path.Combine(sample.Path, "last.json");
        var next = Path.Combine(sample.Path, "next.json");
        await CommandRun.Of("check", sample.Path, "--format", "json=" + last);
        await CommandRun.Of("check", sample.Path, "--baseline", last, "--format", "json=" + next);

        var run = await CommandRun.Of("check", sample.Path, "--baseline", next);

        Assert.Equal(2, run.Code);
        Assert.Contains("itself made against a baseline", run.Error, StringComparison.Ordinal);
    }
}
