using System.Text;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Rules;

namespace Cli.Tests.Text;

/// <summary>What a person reads, as whole outputs.</summary>
public sealed class TextTests
{
    [Fact]
    public async Task Help()
    {
        var text = new StringBuilder();
        foreach (var command in new[] { "", "check", "init", "explain", "forecast", "diff", "package", "import", "report", "pull", "push", "sweep" })
        {
            var run = await CommandRun.Of(command.Length == 0 ? ["--help"] : [command, "--help"]);
            Assert.Equal((0, ""), (run.Code, run.Error));
            if (command.Length > 0) Assert.Contains("Examples:\n  readiness " + command, run.Output, StringComparison.Ordinal);
            text.Append("> readiness ").Append(command).Append(" --help\n").Append(run);
        }

        // The name of the program is that of the process, which here is the tests'.
        Approved.Equal("Help", text.Replace(System.CommandLine.RootCommand.ExecutableName, "readiness").ToString());
    }

    [Theory]
    [InlineData("check", "Check", "--offer", "SmartDispatch 2.0 – The No. 1 Dispatching App 🚚")]
    [InlineData("check", "Check.sv", "--offer", "SmartDispatch 2.0 – The No. 1 Dispatching App 🚚", "--rule-set", "2018-12", "--language", "sv")]
    [InlineData("forecast", "Forecast", "--at", "2025-11-01", "--days", "400")]
    public async Task Of_the_first_submission(string command, string approved, params string[] options) =>
        Approved.Equal(approved, (await CommandRun.Of([command, Repository.PathOf("Samples", "first-submission"), .. options])).ToString());

    [Fact]
    public async Task Of_a_package_alone() =>
        Approved.Equal("Package", (await CommandRun.Of("check", Repository.PathOf("Samples", "dataverse-readiness", "package", "DataverseReadiness_AppSource.zip"))).ToString());

    [Fact]
    public async Task Explanations()
    {
        var text = new StringBuilder();
        foreach (var arguments in new string[][] { ["D365-CU-L-03"], ["D365-18-T-07", "--language", "sv"], ["policy-1420"], ["D365-CU-L-O3"] })
            text.Append("> readiness explain ").AppendJoin(' ', arguments).Append('\n').Append(await CommandRun.Of(["explain", .. arguments]));

        Approved.Equal("Explain", text.ToString());
    }

    [Fact]
    public async Task Differences()
    {
        using var before = new SampleFolder(change: records =>
        {
            records.Add(SampleFolder.Judgement(records, "D365-18-B-18", 847360000, "Read by the lawyer."));
            records[0]!["values"]!["rdy_installtestedon"] = "2026-01-12";
        });
        using var after = new SampleFolder(change: records =>
        {
            records.Add(SampleFolder.Judgement(records, "D365-18-B-18", 847360000, "Read by the lawyer."));
            records[0]!["values"]!["rdy_terms"] = "Other terms, which no lawyer has read.";
            records[0]!["values"]!["rdy_installtestedon"] = "2026-01-12";
            records[0]!["values"]!["rdy_registration"] = 847360000;
            records[0]!["values"]!["rdy_checkerrunon"] = "2025-06-01";
            records[0]!["files"]!["rdy_package"] = "package/other.zip";
            records.RemoveAt(1);
        });
        File.Copy(Repository.PathOf("Samples", "dataverse-readiness", "package", "DataverseReadiness_AppSource.zip"), Path.Combine(after.Path, "package", "other.zip"));
        using var same = new SampleFolder();

        var run = await CommandRun.Of("diff", before.Path, after.Path);

        Approved.Equal("Diff", run.ToString().Replace(before.Path, "before", StringComparison.Ordinal).Replace(after.Path, "after", StringComparison.Ordinal));
        var none = await CommandRun.Of("diff", same.Path, Repository.PathOf("Samples", "first-submission"));
        Assert.Equal((0, "Nothing changed.\n"), (none.Code, none.Output));
    }

    [Fact]
    public async Task The_command_line_says_what_to_write_instead()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "broken.json"), "{");
        var sample = Repository.PathOf("Samples", "first-submission");
        string[][] lines =
        [
            [], ["chekc", sample], ["check"], ["check", sample, "--fromat", "json"], ["check", sample, "--format", "jsno"], ["check", sample, "--format", "json", "--format", "sarif"],
            ["check", sample, "--format", "json="], ["check", sample, "--rule-set", "2019"], ["check", sample, "--at", "yesterday"], ["check", sample, "--probe", "--at", "2026-01-01"],
            ["check", sample, "--probe", "--probe-time", "0"], ["check", sample + "/package/Smart Dispatch.zip", "--fix"], ["check", sample, sample], ["check", sample + "/data.json"],
            ["check", "no/such/folder"], ["check", sample + "/logos"], ["check", sample, "--offer", "SmartDispatch"], ["check", sample, "--baseline", "no.json"], ["check", sample, "--baseline", Path.Combine(folder.Path, "broken.json")],
            ["forecast", sample, "--days", "0"], ["forecast", sample, "--days", "1", "--until", "2027-01-01"], ["init", sample], ["diff", sample, "no/such/folder"],
        ];
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append("> readiness ").AppendJoin(' ', line).Append('\n').Append(await CommandRun.Of(line));

        Approved.Equal("Refusals", text.Replace(folder.Path, "folder").Replace(Repository.Root + "/", "").ToString());
    }

    [Fact]
    public async Task Every_problem_of_a_folder_is_named_with_its_line()
    {
        using var sample = new SampleFolder(change: records =>
        {
            var values = records[0]!["values"]!;
            values["rdy_nmae"] = "x";
            values["rdy_score"] = 100;
            values["rdy_apptype"] = 1;
            values["rdy_setupsteps"] = "four";
            values["rdy_releasedate"] = "15 January";
            values["rdy_signinurl"] = "http://contoso.example";
            values["rdy_setupminutes"] = -1;
            records[1]!["values"]!["rdy_offerid"]!["id"] = "00000000-0000-0000-0000-000000000009";
            records[2]!["id"] = "not an id";
            records[3]!["table"] = "account";
            records[0]!["files"]!["rdy_package"] = "../outside.zip";
            records[0]!["files"]!["rdy_chequer"] = "x";
            records.First(record => record!["files"]?["rdy_image"] is not null)!["files"]!["rdy_image"] = "documents/scenarios.txt";
            records.Add(SampleFolder.Judgement(records, "D365-18-B-16", 847360002, "For ever."));
            records.Add(SampleFolder.Judgement(records, "D365-18-B-16", 847360002, "For long.", "2036-01-01"));
            records.Add(SampleFolder.Judgement(records, "D365-18-X-99", 847360002, "Of nothing.", "2026-05-01"));
            records.Add(SampleFolder.Judgement(records, "D365-18-B-17", 847360002, " ", "2026-05-01"));
        });

        var run = await CommandRun.Of("check", sample.Path);

        Assert.Equal(2, run.Code);
        Approved.Equal("Problems", run.Output[run.Output.IndexOf("Could not be read", StringComparison.Ordinal)..].Replace(sample.Path, "offer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_narrow_terminal_gets_short_lines_and_colours_only_where_there_are_any()
    {
        var sample = Repository.PathOf("Samples", "first-submission");

        var narrow = await CommandRun.Of(new CommandRun.Surroundings { Width = 40 }, "check", sample);
        var tiny = await CommandRun.Of(new CommandRun.Surroundings { Width = 1 }, "check", sample);
        var coloured = await CommandRun.Of(new CommandRun.Surroundings { HasColour = true }, "check", sample);
        var plain = await CommandRun.Of("check", sample);

        Assert.All(narrow.Output.Split('\n').Where(line => line.Trim().Contains(' ', StringComparison.Ordinal)), line => Assert.True(line.Length <= 40 || line.Split(' ').Max(word => word.Length) > 20, line));
        Assert.Equal(string.Join(' ', plain.Output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), string.Join(' ', tiny.Output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain('\e', plain.Output);
        Assert.Contains("\e[31mNot ready\e[0m", coloured.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_have_every_sentence_with_the_same_places()
    {
        Assert.Equal(CliTexts.Keys(Texts.English), CliTexts.Keys(Texts.Swedish));
        string[] marks = [.. Enumerable.Range(0, 10).Select(number => $"<{number}>")];
        foreach (var key in CliTexts.Keys(Texts.English))
        {
            var english = CliTexts.Say(key, Texts.English, marks);
            var swedish = CliTexts.Say(key, Texts.Swedish, marks);
            Assert.All(marks, mark => Assert.True(english.Contains(mark, StringComparison.Ordinal) == swedish.Contains(mark, StringComparison.Ordinal), $"{key}: {mark}"));
        }
    }
}
