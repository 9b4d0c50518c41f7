using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sandbox.Replay;

namespace Sandbox.Hosting;

/// <summary>
/// Shows the timelines of the last operations at <c>/sandbox/trace</c>, one of them at <c>/sandbox/trace/{number}</c>, and its replay bundle at
/// <c>/sandbox/trace/{number}/bundle</c>. Beside the Web API, because the platform has nothing like it.
/// </summary>
internal static class TraceEndpoints
{
    private const string Path = "/sandbox/trace";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void Map(WebApplication app, Organization organization)
    {
        var recorder = organization.Engine.Recorder;
        app.MapGet(Path, () => Results.Json(recorder.All.Select(record => new Summary(
            record.Number, record.Started, record.Origin, record.User, record.Request.Message, record.Request.Table, record.Request.Id,
            record.Request.Milliseconds, Steps(record.Request), record.Request.Failure?.Message, record.RolledBack)), Json));
        app.MapGet(Path + "/{number:long}", (long number) =>
            recorder.Find(number) is { } record ? Results.Json(record, Json) : NotKept(number));
        app.MapGet(Path + "/{number:long}/bundle", (long number) =>
        {
            if (recorder.Find(number) is not { } record) return NotKept(number);
            var bundle = new MemoryStream();
            try
            {
                ReplayBundle.Write(organization.Engine, record, bundle);
            }
            catch (ReplayException problem)
            {
                return Refusal.Of(StatusCodes.Status409Conflict, problem.Message);
            }

            bundle.Position = 0;
            return Results.File(bundle, "application/zip", string.Create(CultureInfo.InvariantCulture, $"replay-{number}-{record.Request.Message}.zip"));
        });
    }

    private static IResult NotKept(long number) => Refusal.Of(StatusCodes.Status404NotFound,
        string.Create(CultureInfo.InvariantCulture, $"The operation {number} is not kept any more. Load the list again."));

    private static int Steps(RequestRecord request) => request.Steps.Sum(step => 1 + step.Requests.Sum(Steps));

    private sealed record Summary(
        long Number, DateTime Started, string Origin, string User, string Message, string? Table, Guid? Id, double Milliseconds, int Steps, string? Failure, bool RolledBack);
}
