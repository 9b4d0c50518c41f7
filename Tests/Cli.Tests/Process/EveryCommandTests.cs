using System.Text.RegularExpressions;
using Cli.Tests.Environments;

namespace Cli.Tests.Process;

/// <summary>What holds for every command alike, wherever it runs and whatever it is given.</summary>
public sealed partial class EveryCommandTests(EveryCommandTests.Surroundings surroundings) : IClassFixture<EveryCommandTests.Surroundings>
{
    private static readonly string[] Names = ["check", "init", "explain", "forecast", "diff", "package", "import", "report", "pull", "push", "sweep"];

    /// <summary>Those that read no file of a person's, and those that write none.</summary>
    private static readonly string[] ReadNone = ["explain", "init", "report", "sweep"], WriteNone = ["explain", "diff", "import", "push", "sweep"];

    public static TheoryData<string> All => [.. Names];

    public static TheoryData<string> Reading => [.. Names.Except(ReadNone)];

    public static TheoryData<string> Writing => [.. Names.Except(WriteNone)];

    private string Folder => surroundings.Folder;

    [Fact]
    public async Task None_is_missing_here()
    {
        var help = await CommandRun.Of("--help");

        Assert.Equal(Names, CommandLines().Matches(help.Output[help.Output.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_wrong_path_is_named_in_one_sentence(string command)
    {
        File.WriteAllText(Path.Combine(Folder, "file"), "");
        string[] line = command switch
        {
            "init" => ["init", Folder + "/file/nowhere"],
            "explain" => ["explain", "nowhere"],
            "diff" => ["diff", surroundings.Sample, "nowhere"],
            "pull" => ["pull", "nowhere", Folder + "/none"],
            "sweep" => ["sweep", "--environment", "http://127.0.0.1:1"],
            _ => [command, "nowhere"],
        };

        var run = await CommandRun.Of(surroundings.Named(), line);

        Assert.Equal((command == "explain" ? 64 : 2, ""), (run.Code, run.Output));
        Assert.Matches($"^[^\n]*{(command == "sweep" ? "127\\.0\\.0\\.1:1" : "nowhere")}[^\n]*\\.\n$", run.Error);
        Assert.False(Directory.Exists(Folder + "/none"));
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task A_file_that_cannot_be_read_is_named_with_what_to_check(string command)
    {
        if (!OperatingSystem.IsLinux()) return; // Who is root may read everything, but nobody this one.
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "unreadable-" + command)).FullName;
        var file = Path.Combine(folder, command switch { "package" => "Input.xml", "import" => "solution.zip", _ => "data.json" });
        File.CreateSymbolicLink(file, "/proc/self/mem");
        string[] line = command switch
        {
            "diff" => ["diff", surroundings.Sample, folder],
            "import" => ["import", file],
            "pull" => ["pull", Surroundings.Offer, folder],
            _ => [command, folder],
        };

        var run = await CommandRun.Of(surroundings.Named(), line);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Matches($"^The file '{Regex.Escape(file)}' cannot be read[^\n]*\\. ?Check [^\n]*permissions\\.\n$", run.Error);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public void A_full_disk_leaves_no_half_of_a_file(string command)
    {
        if (!OperatingSystem.IsLinux() || ReadinessProcess.Run("unshare", ["-rm", "mount", "-t", "tmpfs", "none", Folder]).Code != 0) return; // A disk of its own takes a namespace of its own.
        var disk = Directory.CreateDirectory(Path.Combine(Folder, "disk-" + command)).FullName;
        string[] line = command switch
        {
            "init" => ["init", disk + "/new"],
            "forecast" => [.. surroundings.Line(command), "--ics", disk + "/out"],
            "package" => ["package", "--out", disk],
            "pull" => ["pull", Surroundings.Offer, disk],
            _ => [.. surroundings.Line(command), "--format", "json=" + disk + "/out"],
        };
        var shell = $"mount -t tmpfs -o size=4k none '{disk}' && head -c 4096 /dev/zero > '{disk}/full'; {Shell(line)}; code=$?; find '{disk}' -type f >&2; exit $code";

        var run = ReadinessProcess.Run("unshare", ["-rm", "sh", "-c", shell], surroundings.Variables());

        Assert.Equal(2, run.Code);
        Assert.EndsWith($" cannot be written: the disk is full. Free space or permissions there, or name another file.\n{disk}/full\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_terminal_and_none_shows_the_same_words(string command)
    {
        if (!OperatingSystem.IsLinux()) return; // script of util-linux makes the terminal.
        var variables = surroundings.Variables();
        (int Code, string Output, string Error) InTerminal(string noColour) => ReadinessProcess.Run("script", ["-qec", $"stty cols 30 rows 3; {Shell(surroundings.Line(command))}", "/dev/null"], new(variables) { ["NO_COLOR"] = noColour });

        var nowhere = ReadinessProcess.Run(variables, surroundings.Line(command));
        var tiny = InTerminal("");
        var plain = InTerminal("1");
        var full = ReadinessProcess.Run("sh", ["-c", Shell(surroundings.Line(command)) + " > /dev/full"], variables);

        Assert.Equal((command is "check" or "forecast" or "diff" or "report" ? 1 : 0, command), (nowhere.Code, command));
        Assert.DoesNotContain('\e', nowhere.Output + nowhere.Error);
        Assert.DoesNotContain('\r', nowhere.Output + nowhere.Error);
        Assert.Equal((nowhere.Code, nowhere.Code), (tiny.Code, plain.Code));
        Assert.Equal(Words(nowhere.Error + nowhere.Output), Words(tiny.Output));
        Assert.Equal(Words(nowhere.Error + nowhere.Output), Words(plain.Output));
        Assert.DoesNotMatch(Colours(), plain.Output);
        Assert.Equal((2, ""), (full.Code, full.Output));
        Assert.EndsWith("The result cannot be written: the disk is full. Free space, or send the output somewhere else.\n", full.Error, StringComparison.Ordinal);
    }

    private static string Shell(string[] line) => $"dotnet '{ReadinessProcess.Assembly}' " + string.Join(' ', line.Select(word => $"'{word}'"));

    /// <summary>What stays of a text without colours, lines that were overwritten, breaks, the time of day, and where something new was made.</summary>
    private static string Words(string text) => string.Join(' ', Times().Replace(Sequences().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), ""), "")
        .Split('\n').Select(line => line[(line.LastIndexOf('\r') + 1)..]).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [GeneratedRegex(@"^  (\w+) ", RegexOptions.Multiline)]
    private static partial Regex CommandLines();

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colours();

    [GeneratedRegex(@"\e(\[[0-9;?]*[a-zA-Z]|[=>])")]
    private static partial Regex Sequences();

    [GeneratedRegex(@"\d\d:\d\d(:\d\d)?Z?|new-\d+")]
    private static partial Regex Times();

    /// <summary>An environment that has the sample, and folders to work in.</summary>
    public sealed class Surroundings : IAsyncLifetime
    {
        public const string Offer = "0f1b57ab-0000-4000-8000-000000000001";

        private readonly TemporaryFolder _folder = new();
        private readonly SampleFolder _sample = new();
        private TestEnvironment? _environment;
        private int _new;

        public string Folder => _folder.Path;

        public string Sample => _sample.Path;

        public async Task InitializeAsync()
        {
            _environment = await TestEnvironment.Start();
            foreach (var line in new[] { Line("push"), Line("pull") })
                Assert.EndsWith("(exit code 0)\n", await _environment.Run(line), StringComparison.Ordinal);
        }

        public async Task DisposeAsync()
        {
            await _environment!.DisposeAsync();
            _sample.Dispose();
            _folder.Dispose();
        }

        /// <summary>A run of a command with something to tell.</summary>
        public string[] Line(string command) => command switch
        {
            "check" => ["check", Sample, "--at", "2026-02-01"],
            "init" => ["init", $"{Folder}/new-{Interlocked.Increment(ref _new)}"],
            "explain" => ["explain", "D365-CU-L-03"],
            "forecast" => ["forecast", Sample, "--at", "2025-11-01", "--days", "400"],
            "diff" => ["diff", Sample, Repository.PathOf("Samples", "dataverse-readiness")],
            "package" => ["package", "--out", Folder],
            "import" => ["import", Repository.PathOf("out", "DataverseReadiness_managed.zip")],
            "pull" => ["pull", Offer, Path.Combine(Folder, "pulled")],
            "push" => ["push", Sample],
            _ => [command],
        };

        public Dictionary<string, string?> Variables() => new()
        {
            ["READINESS_ENVIRONMENT"] = _environment!.Address,
            ["TERM"] = "xterm",
            ["SHELL"] = "/bin/sh",
            ["NO_COLOR"] = null,
            ["GITHUB_ACTIONS"] = null,
            ["TF_BUILD"] = null,
        };

        internal CommandRun.Surroundings Named() => new() { Environment = { ["READINESS_ENVIRONMENT"] = _environment!.Address } };
    }
}
