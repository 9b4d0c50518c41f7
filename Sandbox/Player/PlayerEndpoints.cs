using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sandbox.WebApi;

namespace Sandbox.Player;

/// <summary>Serves the model-driven apps of an organization: the client, and what it draws them from.</summary>
internal static class PlayerEndpoints
{
    /// <summary>Nothing of the client leaves the machine, and no text becomes script.</summary>
    private const string ClientPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Map(WebApplication routes, Organization organization)
    {
        foreach (var path in new[] { "/", "/main.aspx" })
            routes.MapGet(path, (HttpContext http) => ClientFile(http, "index.html"));
        routes.MapGet("/player/{file}", ClientFile);
        routes.MapGet("/WebResources/ClientGlobalContext.js.aspx", (HttpContext http) => ClientFile(http, "client-global-context.js"));
        routes.MapGet("/player/app", (HttpContext http, string? appname) =>
        {
            var user = UserOf(http);
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
                        table, model.Relationships, model.Tables.GetValueOrDefault, TranslatorFor(UserOf(http))),
                    Json)
                : Results.NotFound();
        });

        routes.MapGet("/player/audit/{name}/{id:guid}", async (HttpContext http, string name, Guid id, string? column, int? page) =>
        {
            if (!organization.Model.Tables.TryGetValue(name, out var table))
            {
                await Results.NotFound().ExecuteAsync(http);
                return;
            }

            try
            {
                var caller = WebApiEndpoints.CallerOf(http.Request, organization);
                await Results.Json(AuditDescription.Of(organization, caller, table, id, column, page ?? 1, TranslatorFor(UserOf(http))), Json).ExecuteAsync(http);
            }
            catch (OrganizationFault fault)
            {
                await WebApiEndpoints.SendAsync(http, WebApiResponse.Of(fault, Preferences.Parse(""), organization.Options.DataFolder));
            }
        });

        routes.MapGet("/player/dashboard/{id:guid}", (HttpContext http, Guid id) =>
            organization.Model.Dashboards.TryGetValue(id, out var found)
                ? Results.Json(DashboardDescription.Of(found, TranslatorFor(UserOf(http))), Json)
                : Results.NotFound());

        UserProfile UserOf(HttpContext http) => organization.UserOf(WebApiEndpoints.CallerOf(http.Request, organization));

        Translator TranslatorFor(UserProfile user) => new(user.Language, organization.Model.BaseLanguage);
    }

    private static IResult ClientFile(HttpContext http, string file)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("player/" + file);
        if (stream == null) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = ClientPolicy;
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(stream, TypeOf(file));
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
