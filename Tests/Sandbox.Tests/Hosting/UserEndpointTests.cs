using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Packager.Tests;
using Sandbox.Hosting;

namespace Sandbox.Tests.Hosting;

/// <summary>Choosing whose rights the app is tried with.</summary>
public sealed class UserEndpointTests : IDisposable
{
    private static readonly Guid Reader = new("0d5a7e00-0000-4000-8000-00000000b001");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_chosen_user_is_the_caller_until_another_is_chosen()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        var administrator = await WhoAmIAsync(client);

        Assert.Equal(HttpStatusCode.NoContent, await ChooseAsync(client, Reader));
        Assert.Equal(Reader, await WhoAmIAsync(client));

        Assert.Equal(HttpStatusCode.NoContent, await ChooseAsync(client, administrator));
        Assert.Equal(administrator, await WhoAmIAsync(client));
    }

    [Theory]
    [InlineData("MSCRMCallerID")]
    [InlineData("CallerObjectId")] // A seeded user has one id for both.
    public async Task A_header_names_on_whose_behalf_the_chosen_user_acts_which_takes_a_privilege(string header)
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        var administrator = await WhoAmIAsync(client);

        client.DefaultRequestHeaders.Add(header, Reader.ToString());
        Assert.Equal(Reader, await WhoAmIAsync(client));

        client.DefaultRequestHeaders.Remove(header);
        await ChooseAsync(client, Reader);
        client.DefaultRequestHeaders.Add(header, administrator.ToString());
        using var refused = await client.GetAsync("api/data/v9.2/WhoAmI");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("is missing prvActOnBehalfOfAnotherUser privilege.", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nobody_else_can_be_chosen_and_a_cookie_of_a_user_who_is_gone_is_passed_over()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        var system = new Guid("8e3aa2d2-2c1b-4b5e-9a37-5c0f2d3b1a00"); // Disabled.

        Assert.Equal(HttpStatusCode.BadRequest, await ChooseAsync(client, Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.BadRequest, await ChooseAsync(client, system));
        client.DefaultRequestHeaders.Add("Cookie", $"sandbox-user={Guid.NewGuid()}");

        Assert.Equal(host.Organization.DefaultCaller.UserId, await WhoAmIAsync(client));
    }

    [Fact]
    public async Task The_cookie_stays_with_this_site_and_away_from_scripts()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        using var response = await client.PostAsJsonAsync("sandbox/user", new { id = Reader });

        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pages_of_other_origins_and_plain_forms_choose_nobody()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "sandbox/user") { Content = JsonContent.Create(new { id = Reader }) };
        foreign.Headers.Add("Origin", "https://elsewhere.example");

        using var refused = await client.SendAsync(foreign);
        using var form = await client.PostAsync("sandbox/user", new StringContent($$"""{ "id": "{{Reader}}" }""", null, "text/plain"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.UnsupportedMediaType), (refused.StatusCode, form.StatusCode));
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", null)]
    [InlineData("http://0.0.0.0:0", "It listens on http://0.0.0.0:0, not on this machine alone: whoever reaches that address is the administrator.")]
    public async Task Whoever_has_it_listen_to_more_than_this_machine_is_told_what_that_means(string url, string? warning)
    {
        await using var host = await StartAsync(url);

        Assert.Equal(warning, host.Warning);
    }

    public void Dispose() => _folder.Dispose();

    private Task<SandboxHost> StartAsync(string url = "http://127.0.0.1:0") => SandboxHost.StartAsync(new SandboxOptions
    {
        Url = url,
        DataFolder = Path.Combine(_folder.Path, "data"),
        Solution = null,
        Samples = null,
        Organization = options => options with { Users = [new SeedUser(Reader, "Rita Reader", 1033, [])] },
    });

    private static async Task<HttpStatusCode> ChooseAsync(HttpClient client, Guid user)
    {
        using var response = await client.PostAsJsonAsync("sandbox/user", new { id = user });
        return response.StatusCode;
    }

    private static async Task<Guid> WhoAmIAsync(HttpClient client) =>
        (Guid)(await client.GetFromJsonAsync<JsonObject>("api/data/v9.2/WhoAmI"))!["UserId"]!;
}
