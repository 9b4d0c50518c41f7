using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sandbox.Player;
using Sandbox.WebApi;

namespace Sandbox.Hosting;

/// <summary>A running sandbox: an organization and the server in front of it.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxHost(WebApplication app, Organization organization, Uri baseAddress)
    {
        _app = app;
        Organization = organization;
        BaseAddress = baseAddress;
    }

    /// <summary>Where it answers, with a slash at the end.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; }

    /// <summary>A sentence that says who reaches the sandbox when that is not this machine alone; null when it is.</summary>
    public string? Warning { get; private init; }

    /// <summary>Lines that say what of the imported solution was not taken over.</summary>
    public IReadOnlyList<string> ImportRemarks { get; private init; } = [];

    /// <summary>Opens the organization, imports the solution, loads the samples and listens; returns once a request would be answered.</summary>
    /// <exception cref="StartException">It cannot; the message says why.</exception>
    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken cancellation = default)
    {
        var address = ServerAddress.Parse(options.Url);
        address.RequireFree();
        var organization = OrganizationSetup.Open(options);
        WebApplication? app = null;
        try
        {
            // Nobody waits for hosts that the samples name.
            organization.IsNetworkOpen = false;
            var imported = OrganizationSetup.Fill(organization, options);
            organization.IsNetworkOpen = true;
            app = Build(organization, address);
            await app.StartAsync(cancellation);
            var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new SandboxHost(app, organization, new Uri(bound.TrimEnd('/') + "/"))
            {
                ImportRemarks = [.. imported?.Summary() ?? []],
                Warning = address.IsLoopback ? null : $"It listens on {address.Url}, not on this machine alone: whoever reaches that address is the administrator.",
            };
        }
        catch (Exception problem)
        {
            if (app is not null)
                await app.DisposeAsync();
            organization.Dispose();
            if (problem is IOException or SocketException)
                throw new StartException($"The sandbox cannot listen on {options.Url}: {problem.Message}", problem);
            throw;
        }
    }

    /// <summary>Waits until Ctrl-C, a termination signal or <see cref="DisposeAsync"/>.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    /// <summary>Stops listening, lets running requests end and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Organization.Dispose();
    }

    private static WebApplication Build(Organization organization, ServerAddress address)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production, // A variable of the shell must not bring pages with stack traces.
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = WebApiEndpoints.LargestBody;
            kestrel.Limits.MaxRequestLineSize = WebApiEndpoints.LongestAddress;
        });
        builder.WebHost.UseUrls(address.Url);
        var app = builder.Build();
        app.UseMiddleware<RequestGuard>(address);
        WebApiEndpoints.Map(app, organization);
        ClockEndpoints.Map(app, organization);
        UserEndpoints.Map(app, organization);
        TraceEndpoints.Map(app, organization);
        WebResourceEndpoints.Map(app, organization);
        PlayerEndpoints.Map(app, organization);
        return app;
    }
}
