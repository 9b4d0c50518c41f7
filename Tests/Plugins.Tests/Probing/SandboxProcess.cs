using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Plugins.Tests.Probing;

/// <summary>The sandbox as people start it: a process of its own, which trusts whom it is told to.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readiness-process-").FullName;
    private readonly Process _process;
    private readonly HttpClient _client;

    public SandboxProcess(string trusted, IEnumerable<string> hosts, int port)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { RepositoryFolder.PathOf("artifacts", "bin", "Sandbox", configuration, "Sandbox.dll"), "--urls", url, "--data", Path.Combine(_folder, "data"), "--no-samples", "--offline" })
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var host in hosts)
        {
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--host={host}=127.0.0.1:{port}"));
        }

        File.WriteAllText(Path.Combine(_folder, "trusted.pem"), trusted);
        start.Environment["SSL_CERT_FILE"] = Path.Combine(_folder, "trusted.pem");
        start.Environment["SSL_CERT_DIR"] = _folder;
        _process = Process.Start(start)!;
        Assert.Equal($"Ready: {url}", _process.StandardOutput.ReadLine());
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(url + "/api/data/v9.2/"), Timeout = TimeSpan.FromMinutes(2) };
    }

    public string Create(string set, JsonObject row)
    {
        using var response = _client.PostAsJsonAsync(set, row).GetAwaiter().GetResult();
        Assert.True(response.IsSuccessStatusCode, response.Content.ReadAsStringAsync().GetAwaiter().GetResult());
        return response.Headers.GetValues("OData-EntityId").Single().Split('(', ')')[^2];
    }

    public (HttpStatusCode Status, JsonNode? Answer) Send(HttpMethod method, string path, JsonObject content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json") };
        using var response = _client.Send(request);
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public JsonArray Query(string path) =>
        (JsonArray)JsonNode.Parse(_client.GetStringAsync(path).GetAwaiter().GetResult())!["value"]!;

    /// <summary>Whether any file of the database holds the text.</summary>
    public bool Holds(string text) => Directory.EnumerateFiles(Path.Combine(_folder, "data"), "organization.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
