using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataverseReadiness.Rules;

namespace Plugins.Tests.Probing;

/// <summary>Probes as they happen: the shipped assembly in a running sandbox, a web of hosts behind it, and the checklist in the end.</summary>
public sealed class ProbedOfferTests : IDisposable
{
    private const string AppId = "6e74172b-be56-4843-9ff4-e66a39bb12e3";
    private const string Storage = "contoso.blob.core.windows.net";
    private const string Signature = "c2VjcmV0LXNpZ25hdHVyZQ";

    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _stranger = new();
    private readonly TestWeb _web = new();

    [Fact]
    public void Every_address_is_asked_and_the_checklist_says_how_that_ended()
    {
        var endless = 0L;
        var good = _authority.Issue(30, "*.contoso.com", Storage);
        _web.Host("help.contoso.com", good, "200 OK", "<html></html>")
            .Host("moved.contoso.com", good, "301 Moved\r\nLocation: https://help.contoso.com/new?sig=" + Signature)
            .Host("missing.contoso.com", good, "404 Not Found")
            .Host("robot.contoso.com", good, "403 Forbidden")
            .Host("busy.contoso.com", good, "429 Too Many Requests\r\nRetry-After: 3600")
            .Host("loop.contoso.com", good, "302 Found\r\nLocation: /again")
            .Host("plain.contoso.com", good, "302 Found\r\nLocation: http://help.contoso.com/")
            .Host("inside.contoso.com", good, "302 Found\r\nLocation: https://169.254.169.254/latest/meta-data/")
            .Host("localhost-redirect.contoso.com", good, "302 Found\r\nLocation: //localhost/")
            .Host("credentials.contoso.com", good, "302 Found\r\nLocation: https://user:password@help.contoso.com/")
            .Host("ended.contoso.com", _authority.Issue(-1, "*.contoso.com"), "200 OK")
            .Host("stranger.contoso.com", _stranger.Issue(30, "*.contoso.com"), "200 OK")
            .Host("other.fabrikam.com", good, "200 OK")
            .Host("garbled.contoso.com", good, async stream => await stream.WriteAsync("SSH-2.0-OpenSSH_9.6\r\n\r\n"u8.ToArray()))
            .Host("drip.contoso.com", good, Drip)
            .Host("head.contoso.com", good, LongHead)
            .Host("endless.contoso.com", good, async stream => endless = await Endless(stream))
            .Host("app.contoso.com", good, "302 Found\r\nLocation: https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=" + AppId)
            .Host(Storage, good, "200 OK", "PK\u0003\u0004 and so on");
        using var sandbox = new SandboxProcess(_authority.Pem, _web.Hosts, _web.Port);
        var packageUrl = $"https://{Storage}/packages/app.zip?sv=2024-11-04&sr=b&sp=r&se=2099-01-01T00:00:00Z&sig=";
        var offer = sandbox.Create("rdy_offers", new JsonObject
        {
            ["rdy_name"] = "Contoso Help",
            ["rdy_ruleset"] = (int)RuleSetChoice.December2018,
            ["rdy_signinurl"] = "https://app.contoso.com/login",
            ["rdy_appid"] = AppId,
            ["rdy_packageurl"] = packageUrl + Signature,
        });
        var expected = new Dictionary<string, string>
        {
            ["https://app.contoso.com/login"] = "Reached probed.signin",
            ["https://help.contoso.com/support"] = "Reached probed.reached",
            ["https://moved.contoso.com/"] = "Reached probed.reached",
            ["https://missing.contoso.com/"] = "Failed probed.status",
            ["https://robot.contoso.com/"] = "CouldNotCheck probed.robot",
            ["https://busy.contoso.com/"] = "CouldNotCheck probed.busy",
            ["https://loop.contoso.com/"] = "Failed probed.redirects",
            ["https://plain.contoso.com/"] = "Failed probed.redirect.http",
            ["https://inside.contoso.com/"] = "Refused probed.redirect",
            ["https://localhost-redirect.contoso.com/"] = "Refused probed.redirect",
            ["https://credentials.contoso.com/"] = "Refused probed.redirect",
            ["https://ended.contoso.com/"] = "Failed probed.certificate.date",
            ["https://stranger.contoso.com/"] = "Failed probed.certificate.trust",
            ["https://other.fabrikam.com/"] = "Failed probed.certificate.name",
            ["https://garbled.contoso.com/"] = "Failed probed.garbled",
            ["https://drip.contoso.com/"] = "CouldNotCheck probed.time",
            ["https://head.contoso.com/"] = "Failed probed.garbled",
            ["https://endless.contoso.com/"] = "Reached probed.reached",
            ["https://nowhere.contoso.com/"] = "CouldNotCheck probed.gateway.status",
            ["https://help.contoso.com:8443/"] = "Refused probed.port",
        };
        foreach (var url in expected.Keys.Skip(1))
        {
            sandbox.Create("rdy_supportlinks", new JsonObject
            {
                ["rdy_name"] = "Link",
                ["rdy_url"] = url,
                ["rdy_OfferId@odata.bind"] = $"/rdy_offers({offer})",
                ["rdy_purpose"] = (int)(url.EndsWith("support", StringComparison.Ordinal) ? LinkPurpose.Support : LinkPurpose.Other),
            });
        }

        var results = Results(sandbox, offer, expected.Count);

        Assert.Equal(expected.OrderBy(pair => pair.Key).Select(Said), results.OrderBy(pair => pair.Key).Select(Said));
        Assert.Equal("Met", Verdict(sandbox, offer, "D365-18-S-21"));
        Assert.InRange(endless, 1, 50_000_000);

        // Nothing is said to a host whose certificate does not prove who it is.
        string[] unproven = ["ended.contoso.com", "stranger.contoso.com", "other.fabrikam.com"];
        Assert.DoesNotContain(_web.Requests, request => unproven.Any(host => request.StartsWith(host + " GET", StringComparison.Ordinal)));
        var help = Row(sandbox, offer, "https://help.contoso.com/support");
        Assert.Equal(DateTime.UtcNow.Date.AddDays(30), DateTime.Parse((string)help["rdy_certificateends"]!, CultureInfo.InvariantCulture));
        Assert.Equal(200, (int)help["rdy_status"]!);
        Assert.Equal(1, (int)help["rdy_checks"]!);
        Assert.Equal("https://help.contoso.com/new?sig=removed", (string?)Row(sandbox, offer, "https://moved.contoso.com/")["rdy_finalurl"]);

        // The package, with the signature that only this request knows.
        var (status, answer) = sandbox.Send(HttpMethod.Post, $"rdy_offers({offer})/Microsoft.Dynamics.CRM.rdy_ProbeOffer", new JsonObject { ["PackageUrl"] = packageUrl + Signature });
        Assert.True(status == HttpStatusCode.OK, answer?.ToJsonString());
        Assert.Equal((21, 12, 4), ((int)answer!["Probed"]!, (int)answer["Failed"]!, (int)answer["CouldNotCheck"]!));
        Assert.Equal("Reached probed.package", Said(Results(sandbox, offer, 21).Single(pair => pair.Key.StartsWith("https://" + Storage, StringComparison.Ordinal))).Split(": ")[1]);
        Assert.Contains(_web.Requests, request => request.Contains(Signature, StringComparison.Ordinal) && request.StartsWith(Storage, StringComparison.Ordinal));
        Assert.False(sandbox.Holds(Signature));
        Assert.True(sandbox.Holds("sig=removed"));

        // Another package than the offer's says nothing about the offer's.
        var other = sandbox.Send(HttpMethod.Post, $"rdy_offers({offer})/Microsoft.Dynamics.CRM.rdy_ProbeOffer", new JsonObject { ["PackageUrl"] = packageUrl.Replace("app.zip", "other.zip", StringComparison.Ordinal) + Signature });
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        Assert.False(sandbox.Holds(Signature));

        // An address that is changed is asked again; one that is gone has no result any more.
        var link = (string)sandbox.Query($"rdy_supportlinks?$select=rdy_supportlinkid&$filter=rdy_url eq 'https://help.contoso.com/support'")[0]!["rdy_supportlinkid"]!;
        var changed = sandbox.Send(HttpMethod.Patch, $"rdy_supportlinks({link})", new JsonObject { ["rdy_url"] = "https://missing.contoso.com/support" });
        Assert.Equal(HttpStatusCode.NoContent, changed.Status);
        Assert.Equal("Failed probed.status", Until(() => Results(sandbox, offer, 21).GetValueOrDefault("https://missing.contoso.com/support")));
        Assert.Equal("NotMet", Until(() => Verdict(sandbox, offer, "D365-18-S-21") is "NotMet" and var verdict ? verdict : null));
        var emptied = sandbox.Send(HttpMethod.Patch, $"rdy_supportlinks({link})", new JsonObject { ["rdy_url"] = null });
        Assert.Equal(HttpStatusCode.NoContent, emptied.Status);
        Assert.Equal(20, Until(() => Results(sandbox, offer, 20) is { Count: 20 } rest ? rest.Count : (int?)null));

        // Under today's rules the package is asked for without its signature too.
        var today = sandbox.Create("rdy_offers", new JsonObject { ["rdy_name"] = "Contoso Today", ["rdy_packageurl"] = packageUrl + Signature });
        Assert.Equal(new Dictionary<string, string> { [$"https://{Storage}/packages/app.zip"] = "Reached probed.public" }, Results(sandbox, today, 1));
        Assert.Equal("Met", Until(() => Verdict(sandbox, today, "D365-CU-X-05") is "Met" and var met ? met : null));
    }

    public void Dispose()
    {
        _web.Dispose();
        _authority.Dispose();
        _stranger.Dispose();
    }

    private static async Task Drip(Stream stream)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
        for (var i = 0; i < 600; i++)
        {
            await stream.WriteAsync("X-Drip: a\r\n"u8.ToArray());
            await Task.Delay(100);
        }
    }

    private static async Task LongHead(Stream stream)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
        for (var i = 0; i < 1000; i++)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"X-{i}: {new string('a', 1000)}\r\n"));
        }
    }

    /// <summary>How much was taken before the connection was closed.</summary>
    private static async Task<long> Endless(Stream stream)
    {
        var written = 0L;
        try
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
            var chunk = Encoding.Latin1.GetBytes("10000\r\n" + new string('a', 0x10000) + "\r\n");
            while (written < 200_000_000)
            {
                await stream.WriteAsync(chunk);
                written += 0x10000;
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Closed from the other side, as it should be.
        }

        return written + 1;
    }

    private static string Said(KeyValuePair<string, string> pair) => pair.Key + ": " + pair.Value;

    private static IReadOnlyDictionary<string, string> Results(SandboxProcess sandbox, string offer, int count)
    {
        var rows = Until(() => sandbox.Query($"rdy_probes?$filter=_rdy_offerid_value eq {offer}") is { } found && found.Count == count ? found : null)
            ?? sandbox.Query($"rdy_probes?$filter=_rdy_offerid_value eq {offer}");
        return rows.ToDictionary(row => (string)row!["rdy_url"]!, row => (ProbeOutcome)(int)row!["rdy_outcome"]! + " " + (string?)row["rdy_reasonkey"]);
    }

    private static JsonNode Row(SandboxProcess sandbox, string offer, string url) =>
        Assert.Single(sandbox.Query($"rdy_probes?$filter=_rdy_offerid_value eq {offer} and rdy_url eq '{url}'"))!;

    private static string? Verdict(SandboxProcess sandbox, string offer, string key) =>
        ((VerdictKind)(int)sandbox.Query($"rdy_checklistitems?$filter=_rdy_offerid_value eq {offer} and rdy_key eq '{key}'")[0]!["rdy_verdict"]!).ToString();

    /// <summary>Waits for what happens in the background.</summary>
    private static T? Until<T>(Func<T?> read)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(90); Thread.Sleep(200))
        {
            if (read() is { } found)
            {
                return found;
            }
        }

        return default;
    }
}
