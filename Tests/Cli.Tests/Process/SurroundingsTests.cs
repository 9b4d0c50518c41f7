using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Cli.Tests.Process;

/// <summary>The command as a process, in the places where it runs: pipelines, full disks, terminals of every size.</summary>
public sealed class SurroundingsTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    private static string Sample => Repository.PathOf("Samples", "dataverse-readiness");

    [Fact]
    public void Exit_codes_say_how_it_ended()
    {
        using var empty = new SampleFolder(change: records => records.Clear());
        using var broken = new SampleFolder(change: records => records[0]!["values"]!["rdy_signinurl"] = "http://contoso.example");
        using var ready = Ready();

        Assert.Equal(0, ReadinessProcess.Run(Nothing, "check", ready.Path, "--at", "2026-02-01").Code);
        Assert.Equal(1, ReadinessProcess.Run(Nothing, "check", Sample).Code);
        Assert.Equal(2, ReadinessProcess.Run(Nothing, "check", empty.Path).Code);
        Assert.Equal(2, ReadinessProcess.Run(Nothing, "check", broken.Path).Code);
        Assert.Equal(64, ReadinessProcess.Run(Nothing, "check", Sample, "--nothing").Code);
        var version = ReadinessProcess.Run(Nothing, "--version");
        Assert.Equal((0, "1.0.0\n"), (version.Code, version.Output));
    }

    [Fact]
    public async Task A_mistake_of_the_command_itself_is_no_verdict()
    {
        var run = await CommandRun.Of(new CommandRun.Surroundings { Clock = new StoppedClock() }, "check", Sample);

        Assert.Equal((70, "", "readiness made a mistake (InvalidOperationException: The clock stands still.). Report it with the command line that led to it.\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void A_pipeline_gets_marks_and_no_colours()
    {
        var github = ReadinessProcess.Run(new() { ["GITHUB_ACTIONS"] = "true", ["TF_BUILD"] = null }, "check", "Samples/first-submission");
        var azure = ReadinessProcess.Run(new() { ["TF_BUILD"] = "True", ["GITHUB_ACTIONS"] = null }, "check", "Samples/first-submission");
        var json = ReadinessProcess.Run(new() { ["GITHUB_ACTIONS"] = "true" }, "check", "Samples/first-submission", "--format", "json");
        var nowhere = ReadinessProcess.Run(new() { ["GITHUB_ACTIONS"] = null, ["TF_BUILD"] = null }, "check", "Samples/first-submission");

        Assert.Contains("::error file=Samples/first-submission/data.json,line=390,title=D365-CU-L-03 Search results summary%2C one line of at most 100 characters::The column 'Offer summary' holds 135 characters; at most 100 are allowed. Enter a summary of at most 100 characters on one line.\n", github.Output, StringComparison.Ordinal);
        Assert.Contains("::warning file=", github.Output, StringComparison.Ordinal);
        Assert.Contains("##vso[task.logissue type=error;sourcepath=Samples/first-submission/data.json;linenumber=390;code=D365-CU-L-03 Search results summary, one line of at most 100 characters;]The column 'Offer summary' holds", azure.Output, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(json.Output));
        Assert.DoesNotContain("::", nowhere.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', github.Output + azure.Output + nowhere.Output);
    }

    [Fact]
    public void A_full_disk_is_said_and_never_a_success()
    {
        if (!File.Exists("/dev/full")) return; // Linux has it.
        using var ready = Ready();

        var calendar = ReadinessProcess.Run(Nothing, "forecast", ready.Path, "--ics", "/dev/full");
        var file = ReadinessProcess.Run(Nothing, "check", ready.Path, "--at", "2026-02-01", "--format", "json=/dev/full");
        var package = ReadinessProcess.Run(Nothing, "package", "--out", "/dev", "--name", "full");
        var help = ReadinessProcess.Run("sh", ["-c", $"dotnet '{ReadinessProcess.Assembly}' --help > /dev/full"]);

        Assert.Equal((2, file.Error), (calendar.Code, calendar.Error));
        Assert.Equal((2, file.Error), (package.Code, package.Error));
        Assert.Equal((2, "The file '/dev/full' cannot be written: the disk is full. Free space or permissions there, or name another file.\n"), (file.Code, file.Error));
        Assert.Equal((2, "The result cannot be written: the disk is full. Free space, or send the output somewhere else.\n"), (help.Code, help.Error));

        // A link to a device is written through, and does not turn the device into a file.
        var link = Path.Combine(ready.Path, "link.json");
        File.CreateSymbolicLink(link, "/dev/full");
        Assert.Equal(2, ReadinessProcess.Run(Nothing, "check", ready.Path, "--at", "2026-02-01", "--format", "json=" + link).Code);
        Assert.True(File.Exists("/dev/full") && File.ResolveLinkTarget(link, returnFinalTarget: false)!.FullName == "/dev/full");
    }

    [Fact]
    public void An_unreadable_file_is_a_problem_of_that_file()
    {
        if (OperatingSystem.IsWindows()) return;
        using var sample = new SampleFolder();
        var picture = Path.Combine(sample.Path, "logos", "logo-40.png");
        File.Delete(picture);
        Directory.CreateDirectory(picture); // Who is root may read everything; a folder in the place of a file nobody.
        using var folder = new SampleFolder();
        File.Delete(folder.DataFile);
        File.CreateSymbolicLink(folder.DataFile, "/proc/self/mem");

        var missing = ReadinessProcess.Run(Nothing, "check", sample.Path);
        var data = ReadinessProcess.Run(Nothing, "check", folder.Path);

        Assert.Equal(2, missing.Code);
        Assert.Contains("logos/logo-40.png", missing.Output, StringComparison.Ordinal);
        Assert.Equal((2, $"The file '{folder.DataFile}' cannot be read. Check its permissions.\n"), (data.Code, data.Error));
    }

    [Theory]
    [InlineData(80, 3, "")]
    [InlineData(20, 3, "")]
    [InlineData(200, 50, "1")]
    public void A_terminal_of_any_size_is_written_to(int columns, int rows, string noColour)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux)) return; // script of util-linux makes the terminal.
        var line = $"stty cols {columns} rows {rows}; dotnet '{ReadinessProcess.Assembly}' check Samples/first-submission";

        var run = ReadinessProcess.Run("script", ["-qec", line, "/dev/null"], new() { ["NO_COLOR"] = noColour, ["TERM"] = "xterm", ["GITHUB_ACTIONS"] = null, ["TF_BUILD"] = null });

        Assert.Equal(1, run.Code);
        Assert.Equal(noColour.Length == 0, run.Output.Contains("\e[31m", StringComparison.Ordinal));
        var lines = run.Output.Replace("\r", "", StringComparison.Ordinal).Split('\n').Select(text => System.Text.RegularExpressions.Regex.Replace(text, @"\e\[[0-9;?]*[a-zA-Z]", "")).ToList();
        Assert.True(lines.Max(text => text.Length) > Math.Min(columns, 60) - 15);
        Assert.All(lines.Where(text => text.Length > Math.Max(columns, 26)), text => Assert.DoesNotContain(' ', text.Trim()));
    }

    /// <summary>The sample that leaves only what people and probes settle, with all of that confirmed.</summary>
    private static SampleFolder Ready() => new("dataverse-readiness", records =>
    {
        var second = records.Index().First(record => record.Index > 0 && (string)record.Item!["table"]! == "rdy_offer").Index;
        while (records.Count > second) records.RemoveAt(second);
        var report = JsonNode.Parse(CommandRun.Of("check", Sample, "--offer", "Dataverse Readiness", "--format", "json").GetAwaiter().GetResult().Output)!;
        foreach (var item in report["offers"]![0]!["items"]!.AsArray().Where(item => (bool)item!["open"]!))
            records.Add(SampleFolder.Judgement(records, (string)item!["key"]!, 847360000, "Looked at."));
    });

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("The clock stands still.");
    }
}
