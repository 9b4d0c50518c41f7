using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace App.Tests.Player;

/// <summary>Puts rows in place, and looks at what became of them.</summary>
internal sealed class WebApiClient(Uri site) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(site, "api/data/v9.2/") };

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

    /// <summary>Calls an unbound action without parameters.</summary>
    public async Task CallAsync(string action)
    {
        using var response = await _http.PostAsJsonAsync(action, new JsonObject());
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();
}
