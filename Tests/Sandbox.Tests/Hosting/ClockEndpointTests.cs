using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Packager.Tests;
using Sandbox.Hosting;

namespace Sandbox.Tests.Hosting;

/// <summary>The served sandbox's clock, shown and moved over HTTP.</summary>
public sealed class ClockEndpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task It_is_moved_by_days_set_to_a_moment_and_given_back_to_the_real_time()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        var moved = await SendAsync(client, HttpMethod.Post, """{ "days": 30 }""");
        Assert.Equal(30, (double)moved["daysAhead"]!, 0.1);
        Assert.InRange(host.Organization.Now - DateTime.UtcNow, TimeSpan.FromDays(29.9), TimeSpan.FromDays(30.1));

        var set = await SendAsync(client, HttpMethod.Post, """{ "now": "2027-03-03T08:00:00Z" }""");
        Assert.StartsWith("2027-03-03T08:00:0", (string)set["now"]!, StringComparison.Ordinal);

        var real = await SendAsync(client, HttpMethod.Delete, null);
        Assert.Equal(0, (double)real["daysAhead"]!);
        Assert.True((bool)real["canMove"]!);
    }

    [Fact]
    public async Task It_stays_moved_over_a_restart()
    {
        await using (var host = await StartAsync())
        {
            using var client = new HttpClient { BaseAddress = host.BaseAddress };
            await SendAsync(client, HttpMethod.Post, """{ "days": -3 }""");
        }

        await using var again = await StartAsync();

        Assert.InRange(again.Organization.Now - DateTime.UtcNow, TimeSpan.FromDays(-3.1), TimeSpan.FromDays(-2.9));
    }

    [Theory]
    [InlineData("""{ "days": 1, "now": "2027-03-03T08:00:00Z" }""")]
    [InlineData("{}")]
    [InlineData("""{ "days": 1e9 }""")]
    [InlineData("""{ "days": "soon" }""")]
    [InlineData("null")]
    public async Task What_cannot_be_understood_moves_nothing(string body)
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        using var response = await client.PostAsync("sandbox/clock", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.InRange(host.Organization.Now - DateTime.UtcNow, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Pages_of_other_origins_and_plain_forms_cannot_move_it()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "sandbox/clock") { Content = JsonContent.Create(new { days = 1 }) };
        foreign.Headers.Add("Origin", "https://elsewhere.example");

        using var refused = await client.SendAsync(foreign);
        using var form = await client.PostAsync("sandbox/clock", new StringContent("""{ "days": 1 }""", null, "text/plain"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (refused.StatusCode, form.StatusCode));
        Assert.InRange(host.Organization.Now - DateTime.UtcNow, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
    }

    public void Dispose() => _folder.Dispose();

    private Task<SandboxHost> StartAsync() => SandboxHost.StartAsync(new SandboxOptions
    {
        Url = "http://127.0.0.1:0",
        DataFolder = Path.Combine(_folder.Path, "data"),
        Solution = null,
        Samples = null,
    });

    private static async Task<JsonObject> SendAsync(HttpClient client, HttpMethod method, string? body)
    {
        using var request = new HttpRequestMessage(method, "sandbox/clock");
        if (body is not null) request.Content = new StringContent(body, null, "application/json");
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
