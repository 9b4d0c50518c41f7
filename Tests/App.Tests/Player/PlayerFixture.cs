using App.Tests.Browsing;
using Sandbox;
using Sandbox.Hosting;

namespace App.Tests.Player;

/// <summary>A sandbox with the player's test solution, on a free port and in a folder of its own, and a browser.</summary>
public sealed class PlayerFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("player-").FullName;
    private SandboxHost? _host;
    private Browser? _browser;

    internal Uri Site => _host!.BaseAddress;

    /// <summary>The Web API, for what a test needs to be there.</summary>
    internal WebApiClient Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = Path.Combine(_folder, "data"),
            Solution = PlayerSolution.WriteZip(_folder),
            Samples = null,
            Organization = options => options with
            {
                BlockUploadRaisesUpdate = true,
                Users = [new SeedUser(new Guid("0d5a7e00-0000-4000-8000-00000000c001"), "Rita Reader", 1033, ["Test Reader"])],
            },
        });
        Api = new WebApiClient(_host.BaseAddress);
        _browser = await Browser.StartAsync();
    }

    internal Task<Window> OpenAsync(WindowOptions? options = null) => _browser!.OpenAsync(Site, options);

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        Api?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
