using System.Diagnostics;

namespace Cli.Tests.Process;

/// <summary>The built command as a process of its own.</summary>
internal static class ReadinessProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Beside the tests, where the build has put it.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "readiness.dll");

    /// <summary>Runs it to its end.</summary>
    /// <param name="environment">Variables that it has besides those of the tests; null takes one away.</param>
    public static (int Code, string Output, string Error) Run(Dictionary<string, string?> environment, params string[] args) => Run("dotnet", [Assembly, .. args], environment);

    public static (int Code, string Output, string Error) Run(string program, IEnumerable<string> args, Dictionary<string, string?>? environment = null)
    {
        using var process = Start(program, args, environment ?? []);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        WaitFor(process);
        return (process.ExitCode, output.Result, error.Result);
    }

    public static System.Diagnostics.Process Start(string program, IEnumerable<string> args, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Repository.Root };
        foreach (var (name, value) in environment)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        return System.Diagnostics.Process.Start(start)!;
    }

    public static void WaitFor(System.Diagnostics.Process process)
    {
        if (process.WaitForExit(Patience)) return;
        process.Kill(entireProcessTree: true);
        Assert.Fail("The process did not end.");
    }
}
