using System.Text;
using System.Text.Json.Nodes;
using Packager.Tests;
using Sandbox.Hosting;

namespace Sandbox.Tests.Core;

/// <summary>An organization with a changed test solution, asked directly and over HTTP.</summary>
public abstract class ServedSolution(Action<string> change, params SeedUser[] users) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SandboxHost? _host;
    private HttpClient? _client;

    public Organization Organization => _host!.Organization;

    public Uri Root => new(_host!.BaseAddress, "/api/data/v9.2/");

    public async Task InitializeAsync()
    {
        var zip = Path.Combine(_folder.Path, "solution.zip");
        await File.WriteAllBytesAsync(zip, TestSolution.Pack("served", [], change: change));
        _host = await SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = Path.Combine(_folder.Path, "data"),
            Solution = zip,
            Samples = null,
            Organization = options => options with { Users = users },
        });
        _client = new HttpClient { BaseAddress = Root };
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Sends a request, expects its status and gives the JSON that came back.</summary>
    public async Task<JsonNode?> SendAsync(int status, string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await _client!.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>Creates a row and gives its id.</summary>
    public async Task<string> CreateAsync(string set, string json) =>
        (string)(await SendAsync(201, "POST", set, json, ("Prefer", "return=representation")))![set == "tst_parents" ? "tst_parentid" : "tst_childid"]!;

    public Task<string> TextAsync(string path) => _client!.GetStringAsync(new Uri(path, UriKind.Relative));
}
