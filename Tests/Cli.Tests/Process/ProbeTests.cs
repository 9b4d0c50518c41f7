using System.Text.Json.Nodes;
using Plugins.Tests.Probing;

namespace Cli.Tests.Process;

/// <summary>The command asks addresses as the app does: a web of hosts behind a proxy, and the checklist in the end.</summary>
public sealed class ProbeTests
{
    [Fact]
    public void Addresses_are_asked_and_decide()
    {
        if (!OperatingSystem.IsLinux()) return; // Elsewhere a process cannot be told whom to trust.
        using var authority = new TestAuthority();
        using var web = new TestWeb();
        var good = authority.Issue(30, "*.contoso.com");
        web.Host("help.contoso.com", good, "200 OK").Host("gone.contoso.com", good, "404 Not Found").Host("inside.contoso.com", good, "302 Found\r\nLocation: https://127.0.0.1/");
        using var proxy = new TestProxy(web.Port);
        using var sample = Offer("https://help.contoso.com/", "https://gone.contoso.com/", "https://inside.contoso.com/");
        var certificates = Path.Combine(sample.Path, "authority.pem");
        File.WriteAllText(certificates, authority.Pem);

        var run = ReadinessProcess.Run(
            new() { ["HTTPS_PROXY"] = proxy.Address, ["https_proxy"] = null, ["NO_PROXY"] = null, ["no_proxy"] = null, ["SSL_CERT_FILE"] = certificates }, "check", sample.Path, "--probe", "--format", "json");

        Assert.Equal((1, ""), (run.Code, run.Error));
        var items = JsonNode.Parse(run.Output)!["offers"]![0]!["items"]!.AsArray().Where(item => item is not null).Select(item => (string)item!["reason"]!).ToList();
        Assert.Contains(items, reason => reason.Contains("help.contoso.com", StringComparison.Ordinal) && reason.Contains("200", StringComparison.Ordinal));
        Assert.Contains(items, reason => reason.Contains("gone.contoso.com", StringComparison.Ordinal) && reason.Contains("404", StringComparison.Ordinal));
        Assert.Contains(items, reason => reason.Contains("inside.contoso.com", StringComparison.Ordinal) && reason.Contains("127.0.0.1", StringComparison.Ordinal));
        Assert.Equal(["gone.contoso.com GET / HTTP/1.1", "help.contoso.com GET / HTTP/1.1", "inside.contoso.com GET / HTTP/1.1"], web.Requests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_time_nothing_is_asked_and_that_is_no_answer()
    {
        using var sample = Offer("https://help.contoso.com/", "https://gone.contoso.com/", "https://inside.contoso.com/");

        var run = await CommandRun.Of(new CommandRun.Surroundings { ProgressWidth = 30 }, "check", sample.Path, "--probe", "--probe-time", "1");

        Assert.Equal(2, run.Code);
        Assert.Contains("https://help.contoso.com/: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Not decided: 3 problems with what was handed over.\n", run.Output, StringComparison.Ordinal);

        // The line of progress overwrites itself, never wraps, and is gone in the end.
        Assert.Contains("\r[####################] 3/3", run.Error, StringComparison.Ordinal);
        Assert.All(run.Error.Split('\r'), line => Assert.True(line.Length < 30, line));
        Assert.EndsWith("\r" + new string(' ', 29) + "\r", run.Error, StringComparison.Ordinal);
    }

    private static SampleFolder Offer(string privacy, string support, string help) => new("dataverse-readiness", records =>
    {
        var links = records.Where(record => (string)record!["table"]! == "rdy_supportlink").Take(2).Select(link => link!.DeepClone()).ToList();
        while (records.Count > 1) records.RemoveAt(1);
        links.ForEach(records.Add);
        var values = records[0]!["values"]!;
        foreach (var column in new[] { "rdy_signinurl", "rdy_packageurl", "rdy_configurationurl", "rdy_adminguideurl", "rdy_monitorurl" }) values[column] = null;
        values["rdy_privacyurl"] = privacy;
        links[0]["values"]!["rdy_url"] = support;
        links[1]["values"]!["rdy_url"] = help;
    });
}
