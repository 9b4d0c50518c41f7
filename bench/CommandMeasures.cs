using System.Diagnostics;

namespace Bench;

/// <summary>The command as a process: from its start to its end, the runtime's own start included.</summary>
internal static class CommandMeasures
{
    private const int Runs = 7;

    public static IEnumerable<Measure> All()
    {
        yield return new("Command: readiness --version", "under 150 ms", () => Time("--version"));
        yield return new("Command: check of the sample that fails, two offers, as JSON", "", () => Time("check", Samples("first-submission"), "--format", "json"));
        yield return new("Command: check of a package of 30 MB with 5 solutions", "under 5 s", Package);
    }

    private static string Package()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "package.zip");
        File.WriteAllBytes(file, PackageMeasures.Package());
        return Time("check", file, "--format", "sarif");
    }

    private static string Samples(string name) => Path.Combine(BuiltFiles.Path("DefaultSamples"), name);

    private static string Time(params string[] args)
    {
        Run(args);
        var times = Enumerable.Range(0, Runs).Select(_ => Run(args)).Order().ToList();
        return FormattableString.Invariant($"{times[Runs / 2].TotalMilliseconds:0} ms (best {times[0].TotalMilliseconds:0} ms)");
    }

    private static TimeSpan Run(string[] args)
    {
        // Beside this program's own folder, of the same configuration.
        var here = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var command = Path.Combine(here, "..", "..", "Cli", Path.GetFileName(here), "readiness.dll");
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [command, .. args]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 1 ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException($"The command ended with {process.ExitCode}.");
    }
}
