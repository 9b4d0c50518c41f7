using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Packager.Tests;
using Sandbox.Hosting;

namespace Sandbox.Tests.WebApi;

/// <summary>Client libraries from npm, which nobody here wrote, do with the sandbox what their documentation shows: <c>Clients/*.test.js</c>.</summary>
public sealed partial class ClientTests : IDisposable
{
    private static readonly Guid Author = new("0d5a7e00-0000-4000-8000-00000000c001");
    private static readonly Guid Nobody = new("0d5a7e00-0000-4000-8000-00000000c002");

    private readonly TemporaryFolder _folder = new();

    /// <param name="library">The library, whose tests have its name.</param>
    /// <param name="tests">How many tests there are at least: one that does not run does not fail.</param>
    [Theory]
    [InlineData("dynamics-web-api", 65)]
    [InlineData("dataverse-webapi", 13)]
    public async Task A_library_of_others_works_as_documented(string library, int tests)
    {
        await using var host = await StartAsync();
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap", $"{library}.test.js"])
        {
            WorkingDirectory = Path.Combine(Root, "Tests", "Sandbox.Tests", "WebApi", "Clients"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SANDBOX_URL"] = host.BaseAddress.ToString(),
                ["SANDBOX_AUTHOR"] = Author.ToString(),
                ["SANDBOX_NOBODY"] = Nobody.ToString(),
            },
        };

        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.True(node.ExitCode == 0, output + await errors);
        Assert.InRange(int.Parse(PassedPattern().Match(output).Groups["count"].Value, CultureInfo.InvariantCulture), tests, int.MaxValue);
        Assert.Contains("# skipped 0", output, StringComparison.Ordinal);
        Assert.Contains("# todo 0", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Root { get; } =
        typeof(ClientTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    private async Task<SandboxHost> StartAsync()
    {
        var zip = Path.Combine(_folder.Path, "sample.zip");
        await File.WriteAllBytesAsync(zip, WebApiFixture.Solution());
        return await SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = Path.Combine(_folder.Path, "data"),
            Solution = zip,
            Samples = null,
            Organization = options => options with { Users = [new SeedUser(Author, "Author", 1033, ["Test Author"]), new SeedUser(Nobody, "Nobody", 1033, [])] },
        });
    }

    [GeneratedRegex(@"^# pass (?<count>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex PassedPattern();
}
