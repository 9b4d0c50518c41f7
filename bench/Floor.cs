using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
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
/// connection with the sandbox's settings, and commits once. Ids that a save made are made anew.
/// </summary>
internal sealed partial class Floor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Database _database;

    private Floor(WebApplication app, Database database, Uri address, int statements)
    {
        (_app, _database, BaseAddress, Statements) = (app, database, address, statements);
    }

    public Uri BaseAddress { get; }

    /// <summary>How many statements the save runs that turns a verdict.</summary>
    public int Statements { get; }

    /// <summary>Records what a sandbox asks of its database in each kind of request.</summary>
    public static async Task<IReadOnlyList<Recorded[]>> RecordAsync(SandboxHost sandbox, Func<int, Task> send, int kinds)
    {
        var text = new List<string>();
        sandbox.Organization.Engine.Database.Listen(sql => text.Add(sql));
        for (var kind = 0; kind < 2 * kinds; kind++) await send(kind); // Whatever is done once is done.
        var first = await RunAsync();
        var second = await RunAsync();
        return [.. second.Select((texts, kind) => Parse(texts, first[kind]))];

        async Task<List<string>[]> RunAsync()
        {
            var texts = new List<string>[kinds];
            for (var kind = 0; kind < kinds; kind++)
            {
                text = texts[kind] = [];
                await send(kind);
            }

            return texts;
        }
    }

    /// <summary>Serves what was recorded over the database of a folder.</summary>
    public static async Task<Floor> StartAsync(string folder, IReadOnlyList<Recorded[]> statements)
    {
        var database = Database.Open(folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPatch("/{kind:int}", async (HttpContext context, int kind) =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var write = Array.FindIndex(statements[kind], statement => statement.Sql == "BEGIN IMMEDIATE");
            var made = new Dictionary<string, string>(StringComparer.Ordinal);
            Read(database, statements[kind][..write], made);
            database.EnterGate();
            try
            {
                foreach (var _ in Run(database.Writer, statements[kind][write..], made)) { }
            }
            finally
            {
                database.LeaveGate();
            }

            return Results.NoContent();
        });
        app.MapGet("/{kind:int}", (int kind) => Results.Json(Read(database, statements[kind], [])));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(app, database, new Uri(address), statements[0].Length);
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
        _database.Dispose();
    }

    private static List<object?[]> Read(Database database, Recorded[] statements, Dictionary<string, string> made)
    {
        var reader = database.RentReader();
        try
        {
            return [.. Run(reader, statements, made)];
        }
        finally
        {
            database.Return(reader);
        }
    }

    private static IEnumerable<object?[]> Run(Connection connection, Recorded[] statements, Dictionary<string, string> made)
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

    // Every literal becomes a value, so that a text is prepared once. Ids that the same request has not named before were made by it.
    private static Recorded[] Parse(List<string> texts, List<string> before)
    {
        var known = before.SelectMany(text => Id().Matches(text).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        return
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
                return new Recorded(sql, [.. values]);
            }),
        ];
    }

    // Names in quotes stay, and so do functions' formats, which tell one statement from another, and small numbers, which are part of the text.
    [GeneratedRegex("""  "[^"]*"|strftime\('[^']*'|(?<![\w.])(?<value>'(?:[^']|'')*'|\d{5,}(?![\w.]))""", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>A statement with a mark for each value.</summary>
    public sealed record Recorded(string Sql, object?[] Values);

    private sealed record Made(string Id);
}
