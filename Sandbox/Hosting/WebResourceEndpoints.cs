using System.Security.Cryptography;
using Packager.Model;

namespace Sandbox.Hosting;

/// <summary>Serves the solution's web resources at <c>/WebResources/name</c>, so that relative siblings find each other.</summary>
internal static class WebResourceEndpoints
{
    // Web resources of a solution may carry inline scripts and styles on the platform too; what they may not do here is
    // evaluate text, load from elsewhere or be framed by another site.
    private const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void Map(WebApplication app, Organization organization) =>
        app.MapGet("/WebResources/{**name}", (string name, HttpContext context) => SendAsync(organization, name, context));

    private static async Task SendAsync(Organization organization, string name, HttpContext context)
    {
        var response = context.Response;
        if (!organization.Model.WebResources.TryGetValue(name, out var resource))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync($"There is no web resource '{name}'.");
            return;
        }

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(resource.Content.Span)[..16])}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = Policy;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentTypeOf(resource);
        response.ContentLength = resource.Content.Length;
        await response.Body.WriteAsync(resource.Content);
    }

    private static string ContentTypeOf(WebResourceModel resource) => resource.Type switch
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
}
