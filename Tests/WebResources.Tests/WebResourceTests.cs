using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WebResources.Tests;

/// <summary>The built web resources, and the unit tests that sit beside their TypeScript.</summary>
public sealed partial class WebResourceTests
{
    private static readonly string Root = typeof(WebResourceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "RepositoryRoot").Value!;

    private const string TextsBegin = "window.readinessTexts=";

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

    [Theory]
    [InlineData(1033)]
    [InlineData(1053)]
    public void The_checklist_loads_less_than_60_KB_gzipped(int language)
    {
        var folder = Path.Combine(Root, "WebResources", "dist", "rdy_", "readiness");
        string[] loaded = [.. Directory.GetFiles(folder, "checklist.*"), .. Directory.GetFiles(folder, $"texts.{language}.js")];

        var gzipped = loaded.Sum(GzippedLength);

        Assert.Equal(["checklist.css", "checklist.html", "checklist.js", $"texts.{language}.js"], loaded.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.InRange(gzipped, 1, 60 * 1024);
    }

    [Fact]
    public void Nothing_that_ships_evaluates_text_reaches_the_parent_window_or_makes_requests_of_its_own()
    {
        var scripts = Directory.GetFiles(Path.Combine(Root, "WebResources", "dist"), "*.js", SearchOption.AllDirectories);

        Assert.Equal(Directory.GetFiles(Path.Combine(Root, "Solution", "WebResources"), "*.js.data.xml", SearchOption.AllDirectories).Length, scripts.Length);
        foreach (var script in scripts)
        {
            var text = File.ReadAllText(script);
            if (Path.GetFileName(script).StartsWith("texts.", StringComparison.Ordinal))
            {
                // Sentences about scripts name what scripts must not do; they are data, an object of texts and nothing else.
                Assert.StartsWith(TextsBegin, text, StringComparison.Ordinal);
                Assert.NotEmpty(JsonSerializer.Deserialize<Dictionary<string, string>>(text[TextsBegin.Length..].TrimEnd().TrimEnd(';'))!);
                continue;
            }

            // The clause ledger, a page of the site map, has no Xrm and asks the Web API itself, as documented for such pages; once, and nothing else.
            var ownRequests = Path.GetFileName(script) == "pages.js" ? ["fetch("] : Array.Empty<string>();
            Assert.DoesNotMatch(@"\beval\s*\(|new Function\(|window\.(parent|top)\b|\binnerHTML\b|\bdocument\.write\b", text);
            Assert.Equal(ownRequests, Requests().Matches(text).Select(match => match.Value));
        }
    }

    [GeneratedRegex(@"\b(fetch|import|sendBeacon)\s*\(|\b(XMLHttpRequest|WebSocket|EventSource)\b")]
    private static partial Regex Requests();

    private static long GzippedLength(string path)
    {
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(path));
        return counted.Length;
    }
}
