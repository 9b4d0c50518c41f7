namespace Sandbox.Hosting;

/// <summary>
/// Chooses whose rights the app is tried with: POST of <c>{ "id": "..." }</c> to <c>/sandbox/user</c>. The choice is a cookie that other sites can neither send
/// nor read. It grants nothing: who reaches the sandbox is the administrator anyway.
/// </summary>
internal static class UserEndpoints
{
    private const string Path = "/sandbox/user";
    private const string Cookie = "sandbox-user";

    public static void Map(WebApplication app, Organization organization) =>
        app.MapPost(Path, (HttpContext context, Choice choice) =>
        {
            if (organization.EnabledUsers().All(user => user.Id != choice.Id))
                return Refusal.Of(StatusCodes.Status400BadRequest, $"There is no enabled user with the id {choice.Id:D}.");
            context.Response.Cookies.Append(Cookie, choice.Id.ToString("D"), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            return Results.NoContent();
        });

    /// <summary>The user that was chosen; null for none, or for one that is gone.</summary>
    public static Caller? Chosen(HttpRequest request, Organization organization)
    {
        if (!Guid.TryParse(request.Cookies[Cookie], out var id) || id == organization.DefaultCaller.UserId) return null;
        var caller = new Caller(id);
        try
        {
            return organization.UserOf(caller).IsEnabled ? caller : null;
        }
        catch (OrganizationFault)
        {
            return null; // Chosen before the organization was begun anew.
        }
    }

    private sealed record Choice(Guid Id);
}
