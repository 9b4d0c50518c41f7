using System.Text.Json.Nodes;
using App.Tests.Player;

namespace App.Tests.Readiness;

/// <summary>The signed-in user's language, put back when disposed.</summary>
internal sealed class UserLanguage : IAsyncDisposable
{
    private readonly WebApiClient _api;
    private readonly string _user;

    private UserLanguage(WebApiClient api, string user) => (_api, _user) = (api, user);

    public static async Task<UserLanguage> SwitchAsync(WebApiClient api, int language)
    {
        var user = (string)(await api.GetAsync("WhoAmI"))["UserId"]!;
        var switched = new UserLanguage(api, user);
        await switched.SetAsync(language);
        return switched;
    }

    public async ValueTask DisposeAsync() => await SetAsync(1033);

    private Task SetAsync(int language) => _api.UpdateAsync($"usersettingscollection({_user})", new JsonObject { ["uilanguageid"] = language });
}
