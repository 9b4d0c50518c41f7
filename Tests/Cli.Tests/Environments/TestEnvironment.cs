using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cli.Tests.Input;
using Microsoft.AspNetCore.Http;
using Sandbox.Hosting;
using Sandbox.Tests.Parity;

namespace Cli.Tests.Environments;

/// <summary>A sandbox behind a front that makes it look like an environment, or spoils what it answers.</summary>
internal sealed class TestEnvironment : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly SandboxHost _sandbox;
    private readonly HttpClient _http;

    private TestEnvironment(TemporaryFolder folder, SandboxHost sandbox, TokenFront front)
    {
        _folder = folder;
        _sandbox = sandbox;
        Front = front;
        _http = new HttpClient { BaseAddress = new Uri(sandbox.BaseAddress, "api/data/v9.2/") };
    }

    public TokenFront Front { get; }

    /// <summary>As it is typed.</summary>
    public string Address => Front.Address.GetLeftPart(UriPartial.Authority);

    /// <param name="installed">Whether the shipped solution is in it.</param>
    /// <param name="samples">Folder above the folders to load; null for none.</param>
    public static async Task<TestEnvironment> Start(bool installed = true, string? samples = null)
    {
        var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        if (installed) LoadedOrganization.CopyImported(data);
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Url = "http://127.0.0.1:0", DataFolder = data, Solution = null, Samples = samples });
        var front = await TokenFront.StartAsync(sandbox.BaseAddress);
        front.AsksForToken = false;
        front.HidesSandbox = true;
        return new TestEnvironment(folder, sandbox, front);
    }

    /// <summary>Runs a command line against it; its address is not part of what was written.</summary>
    public async Task<string> Run(params string[] args) => Clean(await CommandRun.Of(new CommandRun.Surroundings { Clock = TimeProvider.System }, [.. args, "--environment", Address]));

    public string Clean(CommandRun run) => run.ToString().Replace(Front.Address.Authority, "org.example", StringComparison.Ordinal);

    /// <summary>Has the sandbox do what a request asks, whatever then becomes of its answer, which is returned.</summary>
    public string Forward(HttpContext context)
    {
        using var body = new MemoryStream();
        context.Request.Body.CopyToAsync(body).GetAwaiter().GetResult();
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_sandbox.BaseAddress, context.Request.Path.Value)) { Content = new ByteArrayContent(body.ToArray()) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType!);
        using var response = _http.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return reader.ReadToEnd();
    }

    /// <summary>Asks the sandbox itself.</summary>
    public async Task<JsonNode> Get(string path) => JsonNode.Parse(await _http.GetStringAsync(path))!;

    public async Task<int> Count(string set) => (int)(await Get(set + "?$count=true&$top=1"))["@odata.count"]!;

    public async Task Patch(string path, JsonObject values)
    {
        using var response = await _http.PatchAsync(path, Json(values));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Moves the sandbox's clock.</summary>
    public async Task Advance(int days)
    {
        using var response = await _http.PostAsync(new Uri(_sandbox.BaseAddress, "sandbox/clock"), Json(new JsonObject { ["days"] = days }));
        Assert.True(response.IsSuccessStatusCode);
    }

    /// <summary>The shipped zip with another version, or with another change of one of its parts.</summary>
    public static string Zip(TemporaryFolder folder, string version, Func<string, string>? change = null)
    {
        var path = Path.Combine(folder.Path, $"solution-{version}.zip");
        File.Copy(Repository.PathOf("out", "DataverseReadiness_managed.zip"), path, overwrite: true);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        Rewrite(zip, "solution.xml", text => System.Text.RegularExpressions.Regex.Replace(text, @"<Version>[\d.]+</Version>", $"<Version>{version}</Version>"));
        if (change is not null) Rewrite(zip, "customizations.xml", change);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Front.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));

    private static void Rewrite(ZipArchive zip, string name, Func<string, string> change)
    {
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(change(text));
    }
}
