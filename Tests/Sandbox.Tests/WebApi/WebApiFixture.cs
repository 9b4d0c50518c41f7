using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Packager.Tests;
using Sandbox.Hosting;

namespace Sandbox.Tests.WebApi;

/// <summary>A sandbox of its own with the sample solution, without its plug-ins, and a client.</summary>
public sealed class WebApiFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SandboxHost? _host;
    private HttpClient? _client;

    public SandboxHost Host => _host!;

    public HttpClient Client => _client!;

    public async Task InitializeAsync()
    {
        var zip = Path.Combine(_folder.Path, "sample.zip");
        await File.WriteAllBytesAsync(zip, Solution());
        _host = await SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = Path.Combine(_folder.Path, "data"),
            Solution = zip,
            Samples = null,
        });
        _client = new HttpClient { BaseAddress = new Uri(_host.BaseAddress, "/api/data/v9.2/") };
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }

    public static byte[] Solution()
    {
        const string manifest = "Other/Solution.xml";
        var sample = new Sample().Cut(manifest, "type=\"91\"", "type=\"92\"").Remove(Sample.Assembly);
        sample.Remove(Sample.Assembly + ".data.xml");
        sample.Remove(sample.Files.Keys.Single(file => file.StartsWith("SdkMessageProcessingSteps/", StringComparison.Ordinal)));
        sample.Cut("customapis/tst_Evaluate/customapi.xml", "<plugintypeid>", "</plugintypeid>");
        return sample.Zip(managed: true);
    }

    public async Task<Answer> SendAsync(string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(request, headers);
    }

    public async Task<Answer> UploadAsync(string method, string path, byte[] bytes, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await SendAsync(request, headers);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return new(
            (int)response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Creates a row and gives its id.</summary>
    public async Task<Guid> CreateAsync(string set, string json)
    {
        var answer = await SendAsync("POST", set, json);
        Assert.True(answer.Status == 204, answer.Text);
        return answer.EntityId;
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes)!;

    public Guid EntityId => Guid.Parse(Headers["OData-EntityId"].Split('(', ')')[1]);

    /// <summary>Status, code and message of a refusal.</summary>
    public (int Status, string Code, string Message) Error => (Status, (string)Json["error"]!["code"]!, (string)Json["error"]!["message"]!);
}

[CollectionDefinition(Name)]
public sealed class WebApiCollection : ICollectionFixture<WebApiFixture>
{
    public const string Name = "Web API";
}
