using System.Text.Json;

namespace Sandbox.Hosting;

/// <summary>
/// Shows and moves the organization's clock at <c>/sandbox/clock</c>: GET, POST of <c>{ "days": n }</c> or <c>{ "now": "2027-03-03T08:00:00Z" }</c>, and DELETE to
/// go back to the real time. Beside the Web API, because the platform has nothing like it.
/// </summary>
internal static class ClockEndpoints
{
    private const string Path = "/sandbox/clock";
    private const double MostDays = 36525;

    public static void Map(WebApplication app, Organization organization)
    {
        app.MapGet(Path, () => Show(organization));
        app.MapPost(Path, (HttpRequest request, CancellationToken cancellation) => MoveAsync(request, organization, cancellation));
        app.MapDelete(Path, () => Change(organization, clock => clock.Move(-clock.Offset)));
    }

    private static async Task<IResult> MoveAsync(HttpRequest request, Organization organization, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType()) return Refuse("The clock is moved by a body of type application/json.");
        Move? move;
        try
        {
            move = await request.ReadFromJsonAsync<Move>(cancellation);
        }
        catch (JsonException)
        {
            return Refuse("""The clock is moved by { "days": 7 } or { "now": "2027-03-03T08:00:00Z" }.""");
        }

        return move switch
        {
            { Now: { } now, Days: null } => Change(organization, clock => clock.Set(now)),
            { Days: { } days, Now: null } when Math.Abs(days) <= MostDays => Change(organization, clock => clock.Move(TimeSpan.FromDays(days))),
            _ => Refuse(FormattableString.Invariant($"Say either 'days', from {-MostDays} to {MostDays}, or 'now'.")),
        };
    }

    private static IResult Change(Organization organization, Action<MovableClock> change)
    {
        if (organization.Options.Clock is not MovableClock clock) return Refusal.Of(StatusCodes.Status409Conflict, "The clock of this organization cannot be moved.");
        try
        {
            change(clock);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Refuse("The clock cannot be moved that far.");
        }

        return Show(organization);
    }

    private static IResult Show(Organization organization)
    {
        var clock = organization.Options.Clock as MovableClock;
        return Results.Json(new State(organization.Now, Math.Round((clock?.Offset ?? TimeSpan.Zero).TotalDays, 4), clock is not null));
    }

    private static IResult Refuse(string message) => Refusal.Of(StatusCodes.Status400BadRequest, message);

    private sealed record Move(DateTimeOffset? Now, double? Days);

    private sealed record State(DateTime Now, double DaysAhead, bool CanMove);
}
