using System.Globalization;
using System.Text.RegularExpressions;
using Cli.Tests.Environments;
using Plugins.Tests.Probing;

namespace Cli.Tests.Process;

/// <summary>Every command that may take long, stopped while it waits: by Ctrl-C typed into a terminal, and by a request to end.</summary>
public sealed partial class StopTests : IDisposable
{
    private const string NoResult = "Stopped. No result was written.";
    private const string Stays = "Stopped. What had been done stays; the same command goes on from there.";

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _waits = new(0);
    private readonly ManualResetEventSlim _over = new();
    private readonly Dictionary<string, string?> _variables = new() { ["TERM"] = "xterm", ["SHELL"] = "/bin/sh", ["NO_COLOR"] = null, ["GITHUB_ACTIONS"] = null, ["TF_BUILD"] = null };

    [Theory]
    [InlineData("check", NoResult)]
    [InlineData("forecast", NoResult)]
    [InlineData("diff", NoResult)]
    [InlineData("package", NoResult)]
    public async Task While_it_reads_a_file(string command, string sentence)
    {
        if (!OperatingSystem.IsLinux()) return; // script of util-linux makes the terminal.
        var pipe = Path.Combine(_folder.Path, command == "package" ? "Input.xml" : "data.json");
        Assert.Equal(0, ReadinessProcess.Run("mkfifo", [pipe]).Code);
        string[] line = command switch
        {
            "check" => ["check", _folder.Path, "--format", "json=" + Path.Combine(_folder.Path, "out.json"), "--format", "html=" + Path.Combine(_folder.Path, "out.html")],
            "forecast" => ["forecast", _folder.Path, "--ics", Path.Combine(_folder.Path, "out.ics")],
            "diff" => ["diff", Repository.PathOf("Samples", "first-submission"), _folder.Path],
            _ => ["package", _folder.Path, "--from", Repository.PathOf("out"), "--out", _folder.Path],
        };

        // Opening it for writing waits for who reads it, and nothing is ever written.
        FileStream? end = null;
        await Stops(line, sentence, () => end = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), () => end?.Dispose());
    }

    [Fact]
    public async Task While_it_asks_an_address()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var authority = new TestAuthority();
        using var web = new TestWeb();
        web.Host("help.contoso.com", authority.Issue(30, "*.contoso.com"), async _ =>
        {
            _waits.Release();
            await Task.Run(_over.Wait);
        });
        using var proxy = new TestProxy(web.Port);
        using var sample = new SampleFolder("dataverse-readiness", records =>
        {
            while (records.Count > 1) records.RemoveAt(1);
            foreach (var column in new[] { "rdy_signinurl", "rdy_packageurl", "rdy_configurationurl", "rdy_adminguideurl", "rdy_monitorurl" }) records[0]!["values"]![column] = null;
            records[0]!["values"]!["rdy_privacyurl"] = "https://help.contoso.com/";
        });
        var certificates = Path.Combine(_folder.Path, "authority.pem");
        File.WriteAllText(certificates, authority.Pem);
        foreach (var (name, value) in new Dictionary<string, string?> { ["HTTPS_PROXY"] = proxy.Address, ["https_proxy"] = null, ["NO_PROXY"] = null, ["no_proxy"] = null, ["SSL_CERT_FILE"] = certificates }) _variables[name] = value;

        await Stops(["check", sample.Path, "--probe", "--format", "sarif=" + Path.Combine(_folder.Path, "out.sarif")], NoResult, _waits.Wait);
    }

    [Theory]
    [InlineData("import", "ImportSolutionAsync", @"Stopped\. What 127\.0\.0\.1:\d+ has begun goes on there\. Its import job is (?<job>[0-9a-f-]{36}); 'readiness import out/DataverseReadiness_managed\.zip --job \k<job>' says how it went\.")]
    [InlineData("report", "rdy_offers", null)]
    [InlineData("pull", "DownloadBlock", null)]
    [InlineData("push", "UploadBlock", @"Stopped\. 127\.0\.0\.1:\d+ has taken \d+ of the folder's changes of rows and 0 files; what was on its way may have arrived\. The same command says what is missing and goes on from there\.")]
    [InlineData("sweep", "rdy_SweepOffers", null)]
    public async Task While_an_environment_does_not_answer(string command, string path, string? sentence)
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var environment = await TestEnvironment.Start(installed: command != "import");
        using var sample = new SampleFolder();
        if (command is "pull" or "report") await environment.Run("push", sample.Path);
        environment.Front.Instead = context =>
        {
            if (!context.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal)) return false;
            _waits.Release();
            _over.Wait();
            context.Abort();
            return true;
        };
        string[] line = command switch
        {
            "import" => ["import", "out/DataverseReadiness_managed.zip"],
            "report" => ["report", "--format", "html=" + Path.Combine(_folder.Path, "out.html")],
            "pull" => ["pull", "0f1b57ab-0000-4000-8000-000000000001", _folder.Path],
            "push" => ["push", sample.Path],
            _ => ["sweep"],
        };

        try
        {
            await Stops([.. line, "--environment", environment.Address], sentence ?? Regex.Escape(Stays), _waits.Wait, isPattern: true);
        }
        finally
        {
            // An environment ends only with the last request it holds.
            _over.Set();
        }
    }

    public void Dispose()
    {
        _over.Set();
        _folder.Dispose();
    }

    private async Task Stops(string[] line, string sentence, Action untilItWaits, Action? release = null, bool isPattern = false)
    {
        var before = Files();
        var pattern = isPattern ? sentence : Regex.Escape(sentence);

        // Both states of the terminal are written by stty, before and after.
        var shell = $"stty cols 80 rows 3; trap : INT; stty -g; dotnet '{ReadinessProcess.Assembly}' {string.Join(' ', line.Select(word => $"'{word}'"))}; code=$?; stty -g; exit $code";
        using (var typed = ReadinessProcess.Start("script", ["-qec", shell, "/dev/null"], _variables))
        {
            await Task.Run(untilItWaits).WaitAsync(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            await typed.StandardInput.WriteAsync("\x03");
            await typed.StandardInput.FlushAsync();
            var shown = await typed.StandardOutput.ReadToEndAsync();
            ReadinessProcess.WaitFor(typed);
            release?.Invoke();

            var lines = shown.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.True(typed.ExitCode == 130, $"{typed.ExitCode}: {shown}");
            Assert.Equal(lines[0], lines[^1]);
            Assert.Matches($@"(^|\r|\^C){pattern}$", lines[^2]);
            Assert.Equal(Occurrences(shown, "\e[?25l"), Occurrences(shown, "\e[?25h"));
            Assert.Equal(shown.Contains("\e[3", StringComparison.Ordinal), Colours().Matches(shown) is [.., { Value: "\e[0m" }]);
        }

        Assert.Equal(before, Files());
        using var asked = ReadinessProcess.Start("dotnet", [ReadinessProcess.Assembly, .. line], _variables);
        await Task.Run(untilItWaits).WaitAsync(TimeSpan.FromMinutes(1));
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        ReadinessProcess.Run("kill", ["-TERM", asked.Id.ToString(CultureInfo.InvariantCulture)]);
        var output = await asked.StandardOutput.ReadToEndAsync();
        var error = await asked.StandardError.ReadToEndAsync();
        ReadinessProcess.WaitFor(asked);
        release?.Invoke();

        Assert.Equal((143, ""), (asked.ExitCode, output));
        Assert.Matches($"(^|\n){pattern}\n$", error);
        Assert.Equal(before, Files());
    }

    private List<string> Files() => [.. Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colours();
}
