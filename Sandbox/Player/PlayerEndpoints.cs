using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using Packager.Model;

namespace Sandbox.Player;

/// <summary>Serves the model-driven apps of an organization: the client, what it draws them from, and the web resources.</summary>
public static class PlayerEndpoints
{
    /// <summary>Nothing of the client leaves the machine, and no text becomes script.</summary>
    private const string ClientPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Web resources may hold inline script and style, as on the platform; they too stay on the machine.</summary>
    private const string WebResourcePolicy =
        "default-src 'self' 'unsafe-inline' data: blob:; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="routes">Where to add the endpoints.</param>
    /// <param name="organization">The organization.</param>
    /// <param name="callerOf">Who sends a request.</param>
    public static void MapPlayer(
        this IEndpointRouteBuilder routes, Organization organization, Func<HttpContext, Caller> callerOf)
    {
        foreach (var path in new[] { "/", "/main.aspx" })
            routes.MapGet(path, (HttpContext http) => ClientFile(http, "index.html"));
        routes.MapGet("/player/{file}", ClientFile);
        routes.MapGet("/player/app", (HttpContext http, string? appname) =>
        {
            var user = organization.UserOf(callerOf(http));
            var apps = organization.Model.Apps;
            var app = appname == null ? apps.Values.FirstOrDefault() : apps.GetValueOrDefault(appname);
            return app == null
                ? Results.NotFound()
                : Results.Json(AppDescription.Of(app, organization, user, TranslatorFor(user)), Json);
        });
        routes.MapGet("/player/table/{name}", (HttpContext http, string name) =>
        {
            var model = organization.Model;
            return model.Tables.TryGetValue(name, out var table)
                ? Results.Json(
                    TableDescription.Of(
                        table, model.Relationships, model.Tables.GetValueOrDefault, TranslatorFor(organization.UserOf(callerOf(http)))),
                    Json)
                : Results.NotFound();
        });
        routes.MapGet("/WebResources/{**name}", (HttpContext http, string name) =>
            organization.Model.WebResources.TryGetValue(name, out var resource)
                ? WebResource(http, resource)
                : Results.NotFound());

        Translator TranslatorFor(UserProfile user) => new(user.Language, organization.Model.BaseLanguage);
    }

    private static IResult ClientFile(HttpContext http, string file)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("player/" + file);
        if (stream == null) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = ClientPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(stream, TypeOf(file));
    }

    private static IResult WebResource(HttpContext http, WebResourceModel resource)
    {
        http.Response.Headers.ContentSecurityPolicy = WebResourcePolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache";
        var bytes = resource.Content;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(bytes.Span))}\"");
        return Results.Bytes(bytes, TypeOf(resource), entityTag: tag);
    }

    private static string TypeOf(WebResourceModel resource) => resource.Type switch
    {
        1 => "text/html; charset=utf-8",
        2 => "text/css; charset=utf-8",
        3 => "text/javascript; charset=utf-8",
        4 or 9 or 12 => "text/xml; charset=utf-8",
        5 => "image/png",
        6 => "image/jpeg",
        7 => "image/gif",
        10 => "image/x-icon",
        11 => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
