using System.Diagnostics;
using System.Reflection;

namespace App.Tests.Player;

/// <summary>The unit tests that sit beside the client's TypeScript.</summary>
public sealed class ClientUnitTests
{
    [Fact]
    public async Task The_unit_tests_beside_the_TypeScript_pass()
    {
        var root = typeof(ClientUnitTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var start = new ProcessStartInfo("node", "test.mjs")
        {
            WorkingDirectory = Path.Combine(root, "Sandbox", "Player", "client"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.True(node.ExitCode == 0, output + await errors);
        Assert.Matches(@"# pass [1-9]\d*", output);
        Assert.Contains("# skipped 0", output, StringComparison.Ordinal);
    }
}
