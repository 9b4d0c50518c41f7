using Microsoft.AspNetCore.Http.Extensions;
using Sandbox.WebApi;

namespace Sandbox.Hosting;

/// <summary>
/// Keeps pages of other origins out: the sandbox has no sign-in, so where a request comes from is all there is to judge by. Clients that are no browsers say nothing
/// of it and are let in.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, ServerAddress address)
{
    /// <summary>For answers that are no page: nothing in them runs or loads, wherever a browser shows them.</summary>
    private const string NothingPolicy = "default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = NothingPolicy; // Pages and web resources put their own in its place.
        return Refusal(context.Request) is { } message ? RefuseAsync(context, message) : next(context);
    }

    private string? Refusal(HttpRequest request)
    {
        if (!address.Answers(request.Host))
            return $"The sandbox does not answer to the host name '{request.Host.Host}'.";
        var own = $"{request.Scheme}://{request.Host}";
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origin.Equals(own, StringComparison.OrdinalIgnoreCase))
            return $"The sandbox takes no requests from pages of '{origin}'.";
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

        // Only where a browser says nothing better: a form of an old one.
        if (!isRead && origin.Length == 0 && Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var referer)
            && !referer.GetLeftPart(UriPartial.Authority).Equals(own, StringComparison.OrdinalIgnoreCase))
            return $"The sandbox takes no writing requests from pages of '{referer.GetLeftPart(UriPartial.Authority)}'.";
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site"))
            return null;
        if (!isRead)
            return "The sandbox takes no writing requests from other sites.";

        // A link to a page of the app may stand anywhere. Anything else that another site asks for, it would use itself; and a function of the Web API may write.
        return request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document" && IsPage(request.Path)
            ? null
            : $"The sandbox does not answer '{UriHelper.GetEncodedPathAndQuery(request)}' to other sites.";
    }

    private static bool IsPage(PathString path) => path == "/" || path == "/main.aspx" || path.StartsWithSegments("/WebResources");

    private static Task RefuseAsync(HttpContext context, string message) =>
        WebApiEndpoints.SendAsync(context, WebApiResponse.Of(new WebApiException(StatusCodes.Status403Forbidden, ErrorCodes.PrivilegeDenied, message)));
}
