using Cli.Tests.Schemas;

namespace Cli.Tests.Input;

/// <summary>A folder to start from, and the way ahead of an offer.</summary>
public sealed class BeginningTests
{
    [Theory]
    [InlineData("current")]
    [InlineData("2018-12")]
    public async Task A_new_folder_is_valid_can_be_checked_and_is_never_written_over(string ruleSet)
    {
        using var folder = new TemporaryFolder();
        var offer = Path.Combine(folder.Path, "deep", "offer");

        var made = await CommandRun.Of("init", offer, "--name", "Contoso \"Help\"", "--rule-set", ruleSet);
        var data = File.ReadAllText(Path.Combine(offer, "data.json"));
        var again = await CommandRun.Of("init", offer);
        var check = await CommandRun.Of("check", offer);

        Assert.Equal(0, made.Code);
        Validator.AssertValid("docs/schemas/offer-folder.schema.json", data);
        Assert.Equal((2, data), (again.Code, File.ReadAllText(Path.Combine(offer, "data.json"))));
        Assert.Equal(1, check.Code);
        Assert.StartsWith("Contoso \"Help\" (", check.Output, StringComparison.Ordinal);
        Assert.Contains($"Rule set {ruleSet}, version", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_turns_red_stands_in_a_calendar()
    {
        using var sample = new SampleFolder(change: records =>
        {
            records[0]!["values"]!["rdy_name"] = "Comma, semicolon; backslash \\ and a name that is long enough to be folded: åäö 🚚🚚🚚🚚🚚🚚";
            records.Add(SampleFolder.Judgement(records, "D365-18-B-16", 847360002, "For now.", "2026-05-01"));
        });
        var file = Path.Combine(sample.Path, "ahead.ics");

        var run = await CommandRun.Of("forecast", sample.Path, "--until", "2026-06-01", "--ics", file);

        Assert.Equal(1, run.Code);
        Assert.Contains("2026-05-02  Comma, semicolon; backslash \\", run.Output, StringComparison.Ordinal);
        Assert.Contains("A waiver ends.", run.Output, StringComparison.Ordinal);
        var bytes = File.ReadAllText(file);
        Assert.All(bytes.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\n', bytes.Replace("\r\n", "", StringComparison.Ordinal));
        var unfolded = bytes.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains("DTSTART;VALUE=DATE:20260502", unfolded);
        Assert.Contains(unfolded, line => line.StartsWith(@"SUMMARY:Comma\, semicolon\; backslash \\ and a name that is long enough to be folded: åäö 🚚🚚🚚🚚🚚🚚: D365-18-B-16", StringComparison.Ordinal));
        Assert.Equal(unfolded.Count(line => line == "BEGIN:VEVENT"), unfolded.Count(line => line == "END:VEVENT"));
        Assert.Equal((0, 0), ((await CommandRun.Of("forecast", sample.Path, "--until", "2026-05-01")).Code, (await CommandRun.Of("forecast", sample.Path, "--days", "30")).Code));
    }

    [Fact]
    public async Task A_package_can_be_put_into_the_offer_of_a_folder()
    {
        var sample = Repository.PathOf("Samples", "first-submission");
        var package = Repository.PathOf("Samples", "dataverse-readiness", "package", "DataverseReadiness_AppSource.zip");

        var own = await CommandRun.Of("check", sample, "--format", "json");
        var other = await CommandRun.Of("check", sample, package, "--format", "json");

        Assert.Contains("D365-18-X-13", Open(own));
        Assert.DoesNotContain("D365-18-X-13", Open(other));
    }

    private static IEnumerable<string> Open(CommandRun run) =>
        System.Text.Json.Nodes.JsonNode.Parse(run.Output)!["offers"]!.AsArray().SelectMany(offer => offer!["items"]!.AsArray()).Where(item => (bool)item!["open"]!).Select(item => (string)item!["key"]!);
}
