using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;

namespace WebResources.Tests;

/// <summary>The built web resources, and the unit tests that sit beside their TypeScript.</summary>
public sealed class WebResourceTests
{
    private static readonly string Root = typeof(WebResourceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "RepositoryRoot").Value!;

    [Fact]
    public async Task The_unit_tests_beside_the_TypeScript_pass()
    {
        var start = new ProcessStartInfo("node", "test.mjs")
        {
            WorkingDirectory = Path.Combine(Root, "WebResources"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.True(node.ExitCode == 0, output + await errors);
        Assert.Matches(@"# pass [1-9]\d+", output);
        Assert.Contains("# skipped 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_checklist_loads_less_than_60_KB_gzipped()
    {
        var loaded = Directory.GetFiles(Path.Combine(Root, "WebResources", "dist", "rdy_", "readiness"), "checklist.*");

        var gzipped = loaded.Sum(GzippedLength);

        Assert.Equal(["checklist.css", "checklist.html", "checklist.js"], loaded.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.InRange(gzipped, 1, 60 * 1024);
    }

    [Fact]
    public void Nothing_that_ships_evaluates_text_reaches_the_parent_window_or_makes_requests_of_its_own()
    {
        var scripts = Directory.GetFiles(Path.Combine(Root, "WebResources", "dist"), "*.js", SearchOption.AllDirectories);

        Assert.Equal(Directory.GetFiles(Path.Combine(Root, "Solution", "WebResources"), "*.js.data.xml", SearchOption.AllDirectories).Length, scripts.Length);
        foreach (var script in scripts.Select(File.ReadAllText))
        {
            Assert.DoesNotMatch(@"\beval\s*\(|new Function\(|window\.(parent|top)\b|\binnerHTML\b|\bdocument\.write\b", script);
            Assert.DoesNotMatch(@"\b(fetch|import|sendBeacon)\s*\(|\b(XMLHttpRequest|WebSocket|EventSource)\b", script);
        }
    }

    private static long GzippedLength(string path)
    {
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(path));
        return counted.Length;
    }
}
