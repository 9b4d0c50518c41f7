using System;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Probing;

/// <summary>Reads whom an address of the Microsoft login lets sign in.</summary>
internal static class SignInAuthority
{
    private const string ConsumersId = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private static readonly string[] WorkHosts =
    [
        "login.microsoftonline.com", "login.microsoft.com", "login.windows.net", "login.microsoftonline.us", "login.partner.microsoftonline.cn",
        "login.chinacloudapi.cn",
    ];

    private static readonly string[] PersonalHosts = ["login.live.com", "signup.live.com"];

    public static bool IsLogin(UrlFacts url) => WorkHosts.Contains(url.Host) || PersonalHosts.Contains(url.Host);

    /// <param name="appId">The offer's application; empty when it is not given, so that nothing is compared.</param>
    public static ProbeResult Judge(UrlFacts url, string? appId)
    {
        var authority = PersonalHosts.Contains(url.Host) ? "consumers" : Authority(url);
        if (authority.Length == 0)
            return Failed(new Message("probed.signin.none", url.Host));
        if (authority is "consumers" or ConsumersId)
            return Failed(new Message("probed.signin.personal"));
        if (authority is not ("common" or "organizations"))
            return Failed(new Message("probed.signin.single", UrlReader.Shorten(authority)));
        SasUrl.Fields(url.Normalized).TryGetValue("client_id", out var client);
        if (!string.IsNullOrWhiteSpace(appId) && !string.IsNullOrEmpty(client) && !IsSame(client!, appId!))
            return Failed(new Message("probed.signin.client", UrlReader.Shorten(client!), UrlReader.Shorten(appId!)));
        return new ProbeResult(ProbeOutcome.Reached, new Message("probed.signin", authority));
    }

    private static ProbeResult Failed(Message reason) => new(ProbeOutcome.Failed, reason);

    private static string Authority(UrlFacts url)
    {
        var path = url.Normalized.Substring((url.Scheme + "://" + url.Host).Length).Split('?', '#')[0];
        var segments = path.Split('/');
        var first = segments.Length > 1 ? SasUrl.Unescape(segments[1]).ToLowerInvariant() : "";

        // Pages of the login itself, such as login.srf, name nobody.
        return first is "oauth2" or "saml2" or "wsfed" || first.EndsWith(".srf", StringComparison.Ordinal) ? "" : first;
    }

    private static bool IsSame(string client, string appId) =>
        Guid.TryParse(client, out var one) && Guid.TryParse(appId.Trim(), out var other)
            ? one == other
            : string.Equals(client.Trim(), appId.Trim(), StringComparison.OrdinalIgnoreCase);
}
