using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Packager.Tests;
using Sandbox.Hosting;

namespace Sandbox.Tests.Hosting;

/// <summary>The served sandbox's trace over HTTP, and the command that replays what it exports.</summary>
public sealed class TraceEndpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Operations_are_listed_shown_and_exported()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        using var made = await client.PostAsJsonAsync("api/data/v9.2/teams", new JsonObject { ["name"] = "Traced" });
        Assert.Equal(HttpStatusCode.NoContent, made.StatusCode);

        var list = (await client.GetFromJsonAsync<JsonArray>("sandbox/trace"))!;
        var operation = (await client.GetFromJsonAsync<JsonObject>($"sandbox/trace/{list[0]!["number"]}"))!;
        using var bundle = await client.GetAsync(new Uri($"sandbox/trace/{list[0]!["number"]}/bundle", UriKind.Relative));

        Assert.Equal("Create", (string?)list[0]!["message"]);
        Assert.Equal("team", (string?)list[0]!["table"]);
        Assert.Equal("name", (string?)operation["request"]!["columns"]![0]);
        Assert.Equal(1, (int)operation["changes"]![0]!["created"]!);
        Assert.Equal("application/zip", bundle.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"replay-{list[0]!["number"]}-Create.zip", bundle.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task An_operation_that_is_not_kept_is_said_not_to_be()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        foreach (var path in new[] { "sandbox/trace/4711", "sandbox/trace/4711/bundle" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("The operation 4711 is not kept any more. Load the list again.",
                (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["message"]);
        }
    }

    private Task<SandboxHost> StartAsync() => SandboxHost.StartAsync(new SandboxOptions
    {
        Url = "http://127.0.0.1:0",
        DataFolder = _folder.Path,
        Solution = null,
        Samples = null,
    });

    public void Dispose() => _folder.Dispose();
}
