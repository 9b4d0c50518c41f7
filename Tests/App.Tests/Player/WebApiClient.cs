using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace App.Tests.Player;

/// <summary>Puts rows in place, and looks at what became of them.</summary>
internal sealed class WebApiClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="site">Where the sandbox listens.</param>
    /// <param name="caller">The user whose rights and language count; the administrator's when null.</param>
    public WebApiClient(Uri site, Guid? caller = null)
    {
        _http = new HttpClient { BaseAddress = new Uri(site, "api/data/v9.2/") };
        if (caller is not null) _http.DefaultRequestHeaders.Add("MSCRMCallerID", $"{caller:D}");
    }

    public async Task<string> CreateAsync(string entitySet, JsonObject values)
    {
        using var response = await _http.PostAsJsonAsync(entitySet, values);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var address = response.Headers.GetValues("OData-EntityId").Single();
        return address[(address.LastIndexOf('(') + 1)..^1];
    }

    public async Task<JsonObject> GetAsync(string path) => (await _http.GetFromJsonAsync<JsonObject>(path))!;

    public async Task UpdateAsync(string path, JsonObject values)
    {
        using var response = await _http.PatchAsJsonAsync(path, values);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Stores a file in a file column.</summary>
    public async Task UploadAsync(string path, string file)
    {
        using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file));
        content.Headers.ContentType = new("application/octet-stream");
        content.Headers.Add("x-ms-file-name", Uri.EscapeDataString(Path.GetFileName(file)));
        using var response = await _http.PatchAsync(path, content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Calls an action without parameters, unbound or by the path of its row.</summary>
    public async Task CallAsync(string action)
    {
        using var response = await _http.PostAsJsonAsync(action, new JsonObject());
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();
}
