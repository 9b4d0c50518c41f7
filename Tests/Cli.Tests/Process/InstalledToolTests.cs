namespace Cli.Tests.Process;

/// <summary>Packed, installed as a .NET tool from a folder, without a network: the command says the same.</summary>
public sealed class InstalledToolTests
{
    // Any attempt to reach a feed ends here.
    private static readonly Dictionary<string, string?> Offline = new()
    {
        ["HTTPS_PROXY"] = "http://127.0.0.1:1",
        ["HTTP_PROXY"] = "http://127.0.0.1:1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["GITHUB_ACTIONS"] = null,
        ["TF_BUILD"] = null,
    };

    [Fact]
    public void It_works_the_same()
    {
        using var folder = new TemporaryFolder();
        var tools = Path.Combine(folder.Path, "tools");
        var config = Path.Combine(folder.Path, "nuget.config");
        File.WriteAllText(config, "<configuration><packageSources><clear /></packageSources></configuration>");

        // As it was built for these tests.
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        Succeeds("pack", Repository.PathOf("Cli"), "--no-build", "--no-restore", "-c", configuration, "-o", folder.Path, "-nodeReuse:false");
        Succeeds("tool", "install", "DataverseReadiness.Cli", "--tool-path", tools, "--configfile", config, "--add-source", folder.Path);

        var command = Path.Combine(tools, OperatingSystem.IsWindows() ? "readiness.exe" : "readiness");
        string[][] lines =
        [
            ["--version"], ["check", "Samples/first-submission", "--at", "2026-02-01", "--format", "json"], ["check", "Samples/first-submission", "--at", "2026-02-01", "--language", "sv"],
            ["explain", "D365-CU-L-03"], ["check", "no/such/folder"], ["check", "--nothing"],
            ["sweep", "--environment", "http://127.0.0.1:1"], ["sweep", "--environment", "https://localhost:1", "--auth", "environment"],
        ];
        foreach (var line in lines)
            Assert.Equal(ReadinessProcess.Run(Offline, line), ReadinessProcess.Run(command, line, Offline));
        Assert.Contains("readiness check <PATH>... [options]", ReadinessProcess.Run(command, ["check", "--help"], Offline).Output, StringComparison.Ordinal);
    }

    private static void Succeeds(params string[] args)
    {
        var run = ReadinessProcess.Run("dotnet", args, Offline);
        Assert.True(run.Code == 0, run.Output + run.Error);
    }
}
