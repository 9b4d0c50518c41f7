using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plugins.Tests.Probing;
using Sandbox.Tests.Parity;

namespace Cli.Tests.Environments;

/// <summary>
/// Gives out tokens as Microsoft's authority does, over HTTPS: for a client's certificate, whose assertion it checks, and for a device
/// code; and over HTTP as App Service does for a managed identity.
/// </summary>
/// <remarks>
/// learn.microsoft.com/entra/identity-platform/certificate-credentials, .../v2-oauth2-device-code and
/// learn.microsoft.com/azure/app-service/overview-managed-identity.
/// </remarks>
internal sealed class TokenEndpoint : IAsyncDisposable
{
    public const string Client = "0d5a7e00-0000-4000-8000-0000000000c1";
    public const string Header = "header-of-the-identity";

    private readonly TestAuthority _authority = new();
    private readonly X509Certificate2 _own;
    private readonly WebApplication _app;

    private TokenEndpoint()
    {
        _own = _authority.Issue(30, "localhost");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_own));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        _app = builder.Build();
        _app.Run(Answer);
    }

    /// <summary>Whom to trust, for <c>SSL_CERT_FILE</c>.</summary>
    public string Pem => _authority.Pem;

    public string Authority => "https://localhost:" + PortOf("https") + "/";

    public string Identity => "http://127.0.0.1:" + PortOf("http") + "/msi/token";

    /// <summary>The certificate of the only client; null for none.</summary>
    public X509Certificate2? Known { get; set; }

    /// <summary>What is answered instead of a token.</summary>
    public string? Refusal { get; set; }

    /// <summary>How often a device code is still waited for.</summary>
    public int Pending { get; set; }

    /// <summary>Path and grant of every request for a token, and what was wrong with one.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public static async Task<TokenEndpoint> Start()
    {
        var endpoint = new TokenEndpoint();
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _own.Dispose();
        _authority.Dispose();
    }

    private string PortOf(string scheme) => new Uri(_app.Urls.Single(url => url.StartsWith(scheme + ":", StringComparison.Ordinal)).Replace("localhost", "127.0.0.1", StringComparison.Ordinal)).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task Answer(HttpContext context)
    {
        var root = $"https://localhost:{PortOf("https")}/tenant";
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        var (status, body) = context.Request.Path.Value switch
        {
            "/tenant/v2.0/.well-known/openid-configuration" => (200, new JsonObject { ["issuer"] = root + "/v2.0", ["authorization_endpoint"] = root + "/oauth2/v2.0/authorize", ["token_endpoint"] = root + "/oauth2/v2.0/token", ["device_authorization_endpoint"] = root + "/oauth2/v2.0/devicecode" }),
            "/tenant/oauth2/v2.0/devicecode" => (200, new JsonObject
            {
                ["user_code"] = "F2WJ9X4QK",
                ["device_code"] = "the-device-code",
                ["verification_uri"] = "https://microsoft.com/devicelogin",
                ["expires_in"] = 900,
                ["interval"] = 1,
                ["message"] = "To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code F2WJ9X4QK to authenticate.",
            }),
            "/tenant/oauth2/v2.0/token" => Token(form, root + "/oauth2/v2.0/token"),
            "/msi/token" => Managed(context.Request),

            // In the place of 169.254.169.254, where a virtual machine would be answered.
            "/metadata/identity/oauth2/token" => (403, new JsonObject()),
            _ => (404, new JsonObject()),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
    }

    private (int Status, JsonObject Body) Token(IFormCollection form, string address)
    {
        Asked.Enqueue($"{form["grant_type"]} {form["scope"]}");
        if (Refusal is not null)
            return Refuse("invalid_client", Refusal);
        if (form["grant_type"] == "client_credentials")
        {
            var wrong = Known is null ? "nobody is known" : Wrong((string?)form["client_assertion"] ?? "", address, Known);
            if (wrong is not null)
            {
                Asked.Enqueue(wrong);
                return Refuse("invalid_client", "AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application.");
            }

            return (200, Given());
        }

        if (form["grant_type"] != "urn:ietf:params:oauth:grant-type:device_code" && form["grant_type"] != "device_code" || form["device_code"] != "the-device-code")
            return Refuse("unsupported_grant_type", "AADSTS70003: not this one.");
        if (Pending-- > 0)
            return Refuse("authorization_pending", "AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
        var given = Given();
        given["id_token"] = Base64Url("""{"alg":"none","typ":"JWT"}"""u8) + "." + Base64Url(Encoding.UTF8.GetBytes(new JsonObject { ["aud"] = (string?)form["client_id"], ["iss"] = "https://localhost/tenant/v2.0", ["oid"] = "user", ["tid"] = "tenant", ["sub"] = "user", ["preferred_username"] = "kim@contoso.example", ["ver"] = "2.0" }.ToJsonString())) + ".";
        given["client_info"] = Base64Url("""{"uid":"user","utid":"tenant"}"""u8);
        return (200, given);
    }

    private (int Status, JsonObject Body) Managed(HttpRequest request)
    {
        Asked.Enqueue("managed identity " + request.Query["resource"]);
        return Refusal is not null || request.Headers["X-IDENTITY-HEADER"] != Header
            ? (400, new JsonObject { ["statusCode"] = 400, ["message"] = Refusal ?? "The header is another one." })
            : (200, new JsonObject { ["access_token"] = TokenFront.Token, ["expires_on"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), ["resource"] = (string?)request.Query["resource"], ["token_type"] = "Bearer", ["client_id"] = Client });
    }

    /// <summary>What is wrong with a client's assertion; null for nothing.</summary>
    private static string? Wrong(string assertion, string address, X509Certificate2 certificate)
    {
        if (assertion.Split('.') is not [var head, var claims, var signature]) return "no assertion";
        var header = JsonNode.Parse(Bytes(head))!;
        var payload = JsonNode.Parse(Bytes(claims))!;
        using var key = certificate.GetRSAPublicKey()!;
        var padding = (string?)header["alg"] == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return !key.VerifyData(Encoding.ASCII.GetBytes(head + "." + claims), Bytes(signature), HashAlgorithmName.SHA256, padding) ? "another key has signed"
            : (string?)header["x5t#S256"] is { } print && print != Base64Url(SHA256.HashData(certificate.RawData)) ? "another certificate is named"
            : (string?)payload["aud"] != address ? "it is for " + payload["aud"]
            : (string?)payload["iss"] != Client || (string?)payload["sub"] != Client ? "it is from " + payload["iss"]
            : Seconds(payload["exp"]) < now || Seconds(payload["nbf"]) > now + 60 ? "it does not hold now"
            : null;
    }

    private static long Seconds(JsonNode? time) => long.Parse(time!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Given() => new() { ["access_token"] = TokenFront.Token, ["token_type"] = "Bearer", ["expires_in"] = 3600 };

    private static (int Status, JsonObject Body) Refuse(string error, string description) =>
        (error == "invalid_client" ? 401 : 400, new JsonObject { ["error"] = error, ["error_description"] = description, ["correlation_id"] = Guid.NewGuid().ToString() });

    private static string Base64Url(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
