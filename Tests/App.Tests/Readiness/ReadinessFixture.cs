using System.Net.Http.Json;
using App.Tests.Browsing;
using App.Tests.Player;
using Sandbox.Hosting;

namespace App.Tests.Readiness;

/// <summary>A sandbox as a new user gets it: the zip that the build made, the samples loaded; on a free port, in a folder of its own.</summary>
public sealed class ReadinessFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readiness-").FullName;
    private SandboxHost? _host;
    private Browser? _browser;

    internal Uri Site => _host!.BaseAddress;

    internal WebApiClient Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(new SandboxOptions { Url = "http://127.0.0.1:0", DataFolder = Path.Combine(_folder, "data") });
        Api = new WebApiClient(_host.BaseAddress);
        _browser = await Browser.StartAsync();
    }

    /// <summary>The Web API as another user, with that user's rights and language.</summary>
    internal WebApiClient As(Guid user) => new(Site, user);

    internal Task<Window> OpenAsync(WindowOptions? options = null) => _browser!.OpenAsync(Site, options);

    /// <summary>Moves the organization's clock forward.</summary>
    internal async Task MoveClockAsync(int days)
    {
        using var http = new HttpClient { BaseAddress = Site };
        using var response = await http.PostAsJsonAsync("/sandbox/clock", new { days });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        Api?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
