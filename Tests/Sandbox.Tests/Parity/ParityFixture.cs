using Packager.Tests;
using Parity;
using Sandbox.Hosting;

namespace Sandbox.Tests.Parity;

/// <summary>A sandbox of its own with the solution of the scenarios and nothing else.</summary>
public sealed class ParityFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SandboxHost? _host;

    public Uri Address => _host!.BaseAddress;

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = Path.Combine(_folder.Path, "data"),
            Solution = null,
            Samples = null,
        });
        using var client = new EnvironmentClient(Address, null);
        await new TargetEnvironment(client, Files.OfRepository).PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }
}
