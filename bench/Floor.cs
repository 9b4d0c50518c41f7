using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sandbox.Hosting;
using Sandbox.Store;

namespace Bench;

/// <summary>
/// As little as can serve the same saves and reads: one endpoint that takes the sandbox's gate, runs the recorded statements of a request, prepared once, with its values on a
/// connection with the sandbox's settings, and commits once; and one task that runs those of the jobs, one after the other. Ids that a save made are made anew.
/// </summary>
internal sealed partial class Floor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Database _database;
    private readonly Channel<Action> _jobs = Channel.CreateUnbounded<Action>();
    private readonly Task _runsJobs;

    private Floor(WebApplication app, Database database, IReadOnlyList<Recorded> kinds)
    {
        (_app, _database) = (app, database);
        (Statements, JobStatements) = (kinds[0].Request.Length, kinds[0].Jobs.Length);
        _runsJobs = Task.Run(async () =>
        {
            await foreach (var run in _jobs.Reader.ReadAllAsync()) run();
        });
    }

    public Uri BaseAddress => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>How many statements the save runs that turns a verdict.</summary>
    public int Statements { get; }

    /// <summary>How many its asynchronous step runs.</summary>
    public int JobStatements { get; }

    /// <summary>Records what a sandbox asks of its database in each kind of request, and in the jobs that it queues.</summary>
    public static async Task<IReadOnlyList<Recorded>> RecordAsync(SandboxHost sandbox, Func<int, Task> send, int kinds)
    {
        var text = new List<string>();
        sandbox.Organization.Engine.Database.Listen(sql => text.Add(sql));
        for (var turn = 0; turn < 2; turn++) await RunAsync(); // Whatever is done once is done.
        var first = await RunAsync();
        var second = await RunAsync();
        return
        [
            .. second.Zip(first, (texts, before) =>
            {
                var known = before.Request.Concat(before.Jobs).SelectMany(one => Id().Matches(one).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
                return new Recorded(Parse(texts.Request, known), Parse(texts.Jobs, known));
            }),
        ];

        async Task<(List<string> Request, List<string> Jobs)[]> RunAsync()
        {
            var texts = new (List<string> Request, List<string> Jobs)[kinds];
            for (var kind = 0; kind < kinds; kind++)
            {
                texts[kind] = ([], []);
                text = texts[kind].Request;
                await send(kind);
                text = texts[kind].Jobs;
                await sandbox.Organization.Async.DrainAsync();
                if (text.Count == 1) text.Clear(); // It looked for a job, and there was none.
            }

            return texts;
        }
    }

    /// <summary>Serves what was recorded over the database of a folder.</summary>
    public static async Task<Floor> StartAsync(string folder, IReadOnlyList<Recorded> kinds)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var floor = new Floor(builder.Build(), Database.Open(folder), kinds);
        floor._app.MapPatch("/{kind:int}", (HttpContext context, int kind) => floor.SaveAsync(context.Request.Body, kinds[kind]));
        floor._app.MapGet("/{kind:int}", (int kind) => Results.Json(floor.Read(kinds[kind].Request, [])));
        await floor._app.StartAsync();
        return floor;
    }

    /// <summary>Ends when no job waits.</summary>
    public Task DrainAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _jobs.Writer.TryWrite(done.SetResult);
        return done.Task;
    }

    /// <summary>Sends a request of a kind.</summary>
    public static async Task SendAsync(HttpClient http, int kind)
    {
        using var content = new StringContent("""{"rdy_hours":"1"}""", Encoding.UTF8, "application/json");
        using var response = kind < 3 ? await http.PatchAsync($"/{kind}", content) : await http.GetAsync($"/{kind}");
        response.EnsureSuccessStatusCode();
        _ = await response.Content.ReadAsByteArrayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _jobs.Writer.Complete();
        await _runsJobs;
        _database.Dispose();
    }

    private async Task<IResult> SaveAsync(Stream body, Recorded kind)
    {
        using var _ = await JsonDocument.ParseAsync(body);
        var write = Array.FindIndex(kind.Request, statement => statement.Sql == "BEGIN IMMEDIATE");
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        Read(kind.Request[..write], made);
        Write(kind.Request[write..], made);
        if (kind.Jobs.Length > 0) _jobs.Writer.TryWrite(() => Write(kind.Jobs, made));
        return Results.NoContent();
    }

    private List<object?[]> Read(Statement[] statements, Dictionary<string, string> made)
    {
        var reader = _database.RentReader();
        try
        {
            return [.. Run(reader, statements, made)];
        }
        finally
        {
            _database.Return(reader);
        }
    }

    private void Write(Statement[] statements, Dictionary<string, string> made)
    {
        _database.EnterGate();
        try
        {
            foreach (var _ in Run(_database.Writer, statements, made)) { }
        }
        finally
        {
            _database.LeaveGate();
        }
    }

    private static IEnumerable<object?[]> Run(Connection connection, Statement[] statements, Dictionary<string, string> made)
    {
        foreach (var (sql, values) in statements)
        {
            var statement = connection.Prepare(sql);
            statement.Reset();
            for (var index = 0; index < values.Length; index++)
                statement.Bind(index + 1, values[index] is Made { Id: var id } ? made.TryGetValue(id, out var known) ? known : made[id] = Guid.CreateVersion7().ToString() : values[index]);
            while (statement.Step())
            {
                var row = new object?[statement.Columns];
                for (var column = 0; column < row.Length; column++) row[column] = statement.IsNull(column) ? null : statement.Text(column);
                yield return row;
            }
        }
    }

    // Every literal becomes a value, so that a text is prepared once. Ids that the same request has not named before were made by it. All clients make the same row, so that what one
    // has made goes when the next one makes it.
    private static Statement[] Parse(List<string> texts, HashSet<string> known) =>
        [
            .. texts.Where(one => !one.StartsWith("--", StringComparison.Ordinal)).Select(one =>
            {
                var values = new List<object?>();
                var sql = Literal().Replace(one, match =>
                {
                    var literal = match.Groups["value"].Value;
                    if (literal.Length == 0) return match.Value;
                    values.Add(literal[0] switch
                    {
                        '\'' when Id().IsMatch(literal) && literal.Length == 38 && !known.Contains(literal[1..^1]) => new Made(literal),
                        '\'' => literal[1..^1].Replace("''", "'", StringComparison.Ordinal),
                        _ => long.Parse(literal, System.Globalization.CultureInfo.InvariantCulture),
                    });
                    return "?";
                });
                return new Statement(sql.Replace("INSERT INTO", "INSERT OR REPLACE INTO", StringComparison.Ordinal), [.. values]);
            }),
        ];

    // Names in quotes stay, and so do functions' formats, which tell one statement from another, and small numbers, which are part of the text.
    [GeneratedRegex("""  "[^"]*"|strftime\('[^']*'|(?<![\w.])(?<value>'(?:[^']|'')*'|\d{5,}(?![\w.]))""", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>The statements of a request, and those of the jobs that it queues.</summary>
    public sealed record Recorded(Statement[] Request, Statement[] Jobs);

    /// <summary>A statement with a mark for each value.</summary>
    public sealed record Statement(string Sql, object?[] Values);

    private sealed record Made(string Id);
}
