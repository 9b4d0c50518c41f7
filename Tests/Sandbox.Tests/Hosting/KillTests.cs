using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Packager.Tests;
using Sandbox.Store;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Hosting;

/// <summary>A process that is killed in the middle of concurrent saves.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 50;
    private const int Clients = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private HttpClient _client = new();

    [Fact]
    public async Task Fifty_kills_lose_nothing_that_was_acknowledged_and_leave_nothing_half()
    {
        var zip = Path.Combine(_folder.Path, "sample.zip");
        await File.WriteAllBytesAsync(zip, WebApiFixture.Solution());
        var acknowledged = new ConcurrentDictionary<string, int>();
        var random = new Random(20261129);
        for (var round = 0; round < Rounds; round++)
        {
            using var sandbox = await StartAsync(zip);
            await CheckAsync(acknowledged, $"r{round - 1}-");
            using var killed = new CancellationTokenSource();
            var clients = Enumerable.Range(0, Clients).Select(client => SaveAsync($"r{round}-{client}", acknowledged, killed.Token)).ToArray();
            await FirstAsync(acknowledged, $"r{round}-", Clients);
            await Task.Delay(random.Next(0, 60));
            sandbox.Kill();
            await killed.CancelAsync();
            await Task.WhenAll(clients);
            await sandbox.WaitForExitAsync().WaitAsync(Patience);
        }

        using (var last = await StartAsync(zip))
        {
            await CheckAsync(acknowledged, "r");
            last.Kill();
            await last.WaitForExitAsync().WaitAsync(Patience);
        }

        Assert.True(acknowledged.Count >= Rounds * Clients, $"Only {acknowledged.Count} saves were acknowledged.");
        using var database = new Connection(Path.Combine(_folder.Path, "data", "organization.db"), readOnly: true);
        Assert.Equal("ok", database.Text("PRAGMA integrity_check"));
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    /// <summary>A row with three children in one request, then one change after the other of its score; notes what was acknowledged.</summary>
    private async Task SaveAsync(string client, ConcurrentDictionary<string, int> acknowledged, CancellationToken killed)
    {
        try
        {
            for (var number = 0; !killed.IsCancellationRequested; number++)
            {
                var name = $"{client}-{number}";
                using var created = await _client.PostAsJsonAsync("tst_parents", new
                {
                    tst_name = name,
                    tst_score = 0,
                    tst_parent_child = Enumerable.Range(0, 3).Select(child => new { tst_number = $"{name}-{child}" }),
                }, killed);
                Assert.Equal(HttpStatusCode.NoContent, created.StatusCode);
                acknowledged[name] = 0;
                var address = created.Headers.GetValues("OData-EntityId").Single();
                for (var score = 1; score <= 3; score++)
                {
                    using var updated = await _client.PatchAsJsonAsync(address, new { tst_score = score }, killed);
                    Assert.Equal(HttpStatusCode.NoContent, updated.StatusCode);
                    acknowledged[name] = score;
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            // The process is gone; what it had not answered may or may not be stored.
        }
    }

    /// <summary>Waits until some saves of the round were acknowledged: a process that has just started takes its time over the first.</summary>
    private static async Task FirstAsync(ConcurrentDictionary<string, int> acknowledged, string prefix, int wanted)
    {
        for (var began = Environment.TickCount64; acknowledged.Keys.Count(name => name.StartsWith(prefix, StringComparison.Ordinal)) < wanted; await Task.Delay(5))
            Assert.True(Environment.TickCount64 - began < Patience.TotalMilliseconds, "No save was acknowledged.");
    }

    private async Task CheckAsync(ConcurrentDictionary<string, int> acknowledged, string prefix)
    {
        var stored = new Dictionary<string, int>();
        var next = $"tst_parents?$select=tst_name,tst_score&$expand=tst_parent_child($select=tst_number)&$filter=startswith(tst_name,'{prefix}')";
        while (next is not null)
        {
            var page = await _client.GetFromJsonAsync<JsonElement>(next);
            foreach (var row in page.GetProperty("value").EnumerateArray())
            {
                var name = row.GetProperty("tst_name").GetString()!;
                Assert.Equal(3, row.GetProperty("tst_parent_child").GetArrayLength());
                stored.Add(name, row.GetProperty("tst_score").GetInt32());
            }

            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        foreach (var (name, score) in acknowledged.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            Assert.True(stored.TryGetValue(name, out var found), $"The row '{name}' was acknowledged and is gone.");
            Assert.True(found >= score, $"The row '{name}' was acknowledged with the score {score} and has {found}.");
        }
    }

    private async Task<Process> StartAsync(string zip)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.Path, RedirectStandardOutput = true };
        foreach (var argument in new[] { "exec", typeof(Sandbox.Hosting.SandboxHost).Assembly.Location, "--urls", url, "--data", "data", "--solution", zip, "--no-samples" })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        Assert.Equal($"Ready: {url}", await process.StandardOutput.ReadLineAsync().WaitAsync(Patience));
        _client.Dispose();
        _client = new HttpClient { BaseAddress = new Uri(url + "/api/data/v9.2/"), Timeout = Patience };
        return process;
    }
}
