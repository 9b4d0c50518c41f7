using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Deployment.Tests;

/// <summary>The workflows and pipelines, by validators that nobody here wrote: <c>Pipelines/pipelines.test.js</c>.</summary>
public sealed partial class PipelineTests
{
    /// <summary>How many tests there are at least: one that does not run does not fail.</summary>
    private const int Fewest = 30;

    [Fact]
    public async Task Every_workflow_and_pipeline_is_valid_and_runs_what_exists()
    {
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap", "pipelines.test.js"])
        {
            WorkingDirectory = Repository.PathOf("Tests", "Deployment.Tests", "Pipelines"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.True(node.ExitCode == 0, output + await errors);
        Assert.InRange(int.Parse(PassedPattern().Match(output).Groups["count"].Value, CultureInfo.InvariantCulture), Fewest, int.MaxValue);
    }

    [GeneratedRegex(@"^# pass (?<count>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex PassedPattern();
}
