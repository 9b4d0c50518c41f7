using Sandbox.WebApi;

namespace Sandbox.Hosting;

/// <summary>Keeps pages of other origins out: the sandbox has no sign-in, so where a request comes from is all there is to judge by.</summary>
internal sealed class RequestGuard(RequestDelegate next, ServerAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!address.Answers(request.Host))
            return RefuseAsync(context, $"The sandbox does not answer to the host name '{request.Host.Host}'.");
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            return RefuseAsync(context, $"The sandbox takes no requests from pages of '{origin}'.");
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && !HttpMethods.IsGet(request.Method))
            return RefuseAsync(context, "The sandbox takes no writing requests from other sites.");
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private static Task RefuseAsync(HttpContext context, string message) =>
        WebApiEndpoints.SendAsync(context, WebApiResponse.Of(new WebApiException(StatusCodes.Status403Forbidden, ErrorCodes.PrivilegeDenied, message)));
}
