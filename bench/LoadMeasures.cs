using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;
using Sandbox.Hosting;

namespace Bench;

/// <summary>
/// Many clients at once: saves with all steps, asynchronous ones included, and reads, against the sandbox and, in turns with it, against the floor: the SQL of the same saves, jobs and
/// reads, replayed by as little as serves it with the same durability. A turn ends when nothing that it queued waits any more.
/// </summary>
internal static class LoadMeasures
{
    private const int Clients = 16;
    private const int Offers = 4;
    private const int Turns = 6;

    // Of five requests three are saves: one that turns a verdict, one that turns it back, one that turns none.
    private const int Kinds = 5;

    private const int Succeeded = 30;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    public static IEnumerable<Measure> All()
    {
        yield return new("16 clients, 60 s of saves with all steps and reads, 3 to 2, over 4 offers, and on until no asynchronous step waits; beside the floor, their SQL replayed", "no error, no failed job, no lost save, as a serial run ends; at most 4 times the floor", () => Run().Result);
    }

    private static async Task<string> Run()
    {
        using var folder = new TemporaryFolder();
        await using var floor = await RecordAsync(folder.Path);
        await using var sandbox = await StartAsync(Path.Combine(folder.Path, "sandbox"), runsJobs: true);
        using var http = new HttpClient { BaseAddress = new Uri(sandbox.BaseAddress, "api/data/v9.2/") };
        var links = await MakeAsync(http);
        using var floorHttp = new HttpClient { BaseAddress = floor.BaseAddress };

        var (real, bare) = (new Timings(), new Timings());
        var done = new int[Clients];
        for (var turn = 0; turn < Turns; turn++)
        {
            await LoadAsync(real, client => SendAsync(http, links[client], done[client]++), sandbox.Organization.Async.DrainAsync);
            var steps = new int[Clients];
            await LoadAsync(bare, client => Floor.SendAsync(floorHttp, steps[client]++ % Kinds), floor.DrainAsync);
        }

        await using var other = await StartAsync(Path.Combine(folder.Path, "serial"), runsJobs: false);
        using var serial = new HttpClient { BaseAddress = new Uri(other.BaseAddress, "api/data/v9.2/") };
        var again = await MakeAsync(serial);
        for (var client = 0; client < Clients; client++)
        {
            for (var step = 0; step < done[client]; step++)
            {
                if (!IsSave(step)) continue;
                await SendAsync(serial, again[client], step);
                await other.Organization.Async.DrainAsync();
            }
        }

        await CheckLinksAsync(http, links, done);
        var jobs = CheckJobs(sandbox);
        CheckJobs(other);
        var (one, two) = (State(sandbox, links), State(other, again));
        if (one.Zip(two).FirstOrDefault(pair => pair.First != pair.Second) is ({ } first, var second)) throw new InvalidOperationException($"The offers differ from those of a serial run:\n{first}\n{second}");
        return FormattableString.Invariant(
            $"{real.PerSecond:0} requests/s, saves p50 {real.Saves(0.5):0.00} ms, p99 {real.Saves(0.99):0.00} ms; floor {bare.PerSecond:0} requests/s, p50 {bare.Saves(0.5):0.00} ms, p99 {bare.Saves(0.99):0.00} ms: {bare.PerSecond / real.PerSecond:0.0} times the floor ({real.Count} requests, {jobs} jobs, {floor.Statements} statements a save that turns a verdict and {floor.JobStatements} its job; as a serial run of {done.Sum(count => Enumerable.Range(0, count).Count(IsSave))} saves ends)");
    }

    // In an organization of its own: recording costs time. The kinds lead back to where they began, so that its end is a beginning too.
    private static async Task<Floor> RecordAsync(string folder)
    {
        var data = Path.Combine(folder, "floor");
        IReadOnlyList<Floor.Recorded> recorded;
        await using (var sandbox = await StartAsync(data, runsJobs: false))
        {
            using var http = new HttpClient { BaseAddress = new Uri(sandbox.BaseAddress, "api/data/v9.2/") };
            var links = await MakeAsync(http);
            recorded = await Floor.RecordAsync(sandbox, kind => SendAsync(http, links[0], kind), Kinds);
        }

        return await Floor.StartAsync(data, recorded);
    }

    private static bool IsSave(int step) => step % Kinds < 3;

    private static async Task SendAsync(HttpClient http, (string Offer, string Link) target, int step)
    {
        using var response = (step % Kinds) switch
        {
            0 => await http.PatchAsJsonAsync($"rdy_supportlinks({target.Link})", new JsonObject { ["rdy_url"] = null, ["rdy_hours"] = $"{step}" }),
            1 => await http.PatchAsJsonAsync($"rdy_supportlinks({target.Link})", new JsonObject { ["rdy_url"] = "https://support.contoso.com/", ["rdy_hours"] = $"{step}" }),
            2 => await http.PatchAsJsonAsync($"rdy_supportlinks({target.Link})", new JsonObject { ["rdy_hours"] = $"{step}" }),
            3 => await http.GetAsync($"rdy_offers({target.Offer})"),
            _ => await http.GetAsync($"rdy_checklistitems?$filter=_rdy_offerid_value eq {target.Offer} and rdy_isopen eq true&$orderby=rdy_sequence&$top=50"),
        };
        response.EnsureSuccessStatusCode();
        _ = await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task LoadAsync(Timings timings, Func<int, Task> send, Func<Task> drain)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var step = 0; watch.Elapsed < Turn || step % Kinds > 0; step++)
            {
                var start = Stopwatch.GetTimestamp();
                await send(client);
                timings.Add(IsSave(step), Stopwatch.GetElapsedTime(start));
            }
        })));
        await drain();
        timings.Elapsed += watch.Elapsed;
    }

    private static Task<SandboxHost> StartAsync(string folder, bool runsJobs) => SandboxHost.StartAsync(new SandboxOptions
    {
        Url = "http://127.0.0.1:0",
        DataFolder = folder,
        Solution = BuiltFiles.Path("DefaultSolution"),
        Samples = null,
        Network = Sandbox.Network.NetworkOptions.Offline,
        Organization = options => options with { RunAsyncSteps = runsJobs },
    });

    /// <summary>The link of each client, and its offer.</summary>
    private static async Task<(string Offer, string Link)[]> MakeAsync(HttpClient http)
    {
        var offers = new string[Offers];
        for (var offer = 0; offer < Offers; offer++) offers[offer] = await CreateAsync(http, "rdy_offers", new JsonObject { ["rdy_name"] = $"Offer {offer}", ["rdy_ruleset"] = BuiltFiles.RuleSet2018 });
        var links = new (string, string)[Clients];
        for (var client = 0; client < Clients; client++)
        {
            links[client] = (offers[client % Offers], await CreateAsync(http, "rdy_supportlinks", new JsonObject
            {
                ["rdy_name"] = $"Link {client}",
                ["rdy_OfferId@odata.bind"] = $"/rdy_offers({offers[client % Offers]})",
                ["rdy_purpose"] = 847360000 + (client / Offers % 3),
                ["rdy_url"] = "https://support.contoso.com/",
            }));
        }

        return links;
    }

    private static async Task<string> CreateAsync(HttpClient http, string set, JsonObject row)
    {
        using var response = await http.PostAsJsonAsync(set, row);
        response.EnsureSuccessStatusCode();
        var address = response.Headers.GetValues("OData-EntityId").Single();
        return address[(address.LastIndexOf('(') + 1)..^1];
    }

    private static async Task CheckLinksAsync(HttpClient http, (string Offer, string Link)[] links, int[] done)
    {
        for (var client = 0; client < Clients; client++)
        {
            var last = Enumerable.Range(0, done[client]).Last(IsSave);
            var stored = (string?)(await http.GetFromJsonAsync<JsonObject>($"rdy_supportlinks({links[client].Link})?$select=rdy_hours"))!["rdy_hours"];
            if (stored != $"{last}") throw new InvalidOperationException($"Client {client} saved {last} last, and {stored} is stored.");
        }
    }

    /// <summary>How many jobs there were, when all of them succeeded.</summary>
    private static int CheckJobs(SandboxHost host)
    {
        var query = new QueryExpression("asyncoperation") { ColumnSet = new("name", "statuscode", "message"), PageInfo = new() { PageNumber = 1, Count = 5000 } };
        var jobs = 0;
        while (true)
        {
            var page = Rows(host, query);
            if (page.Entities.FirstOrDefault(job => job.GetAttributeValue<OptionSetValue>("statuscode")?.Value != Succeeded) is { } job)
                throw new InvalidOperationException($"The job '{job["name"]}' has the status {job.GetAttributeValue<OptionSetValue>("statuscode")?.Value}: {job.GetAttributeValue<string>("message")}");
            jobs += page.Entities.Count;
            if (!page.MoreRecords) return jobs > 0 ? jobs : throw new InvalidOperationException("No asynchronous step ran.");
            (query.PageInfo.PageNumber, query.PageInfo.PagingCookie) = (query.PageInfo.PageNumber + 1, page.PagingCookie);
        }
    }

    private static EntityCollection Rows(SandboxHost host, QueryExpression query) =>
        (EntityCollection)host.Organization.Execute(new RetrieveMultipleRequest { Query = query }, host.Organization.DefaultCaller)["EntityCollection"];

    /// <summary>Everything that the steps made of the links, but for ids and times.</summary>
    private static List<string> State(SandboxHost host, (string Offer, string Link)[] links)
    {
        var columns = new Dictionary<string, string[]>();
        foreach (var table in new[] { "rdy_offer", "rdy_checklistitem" })
        {
            columns[table] =
            [
                .. host.Organization.Model.Tables[table].Columns.Values
                    .Where(column => column.Type is ColumnType.Text or ColumnType.Memo or ColumnType.Integer or ColumnType.Boolean or ColumnType.Choice or ColumnType.Decimal)
                    .Select(column => column.LogicalName).Order(StringComparer.Ordinal),
            ];
        }

        var lines = new List<string>();
        foreach (var offer in links.Select(link => Guid.Parse(link.Offer)).Distinct())
        {
            lines.AddRange(Rows("rdy_offer", "rdy_offerid", offer));
            lines.AddRange(Rows("rdy_checklistitem", "rdy_offerid", offer).Order(StringComparer.Ordinal));
        }

        return lines;

        IEnumerable<string> Rows(string table, string column, Guid value)
        {
            var query = new QueryExpression(table) { ColumnSet = new(columns[table]) };
            query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
            foreach (var row in LoadMeasures.Rows(host, query).Entities)
                yield return string.Join('|', columns[table].Select(name => Shown(row.GetAttributeValue<object>(name))));
        }
    }

    private static string Shown(object? value) => value switch
    {
        OptionSetValue option => $"{option.Value}",
        string id when Guid.TryParse(id, out _) => "",
        _ => $"{value}",
    };

    private sealed class Timings
    {
        private readonly List<double> _saves = [];

        public TimeSpan Elapsed { get; set; }

        public int Count { get; private set; }

        public double PerSecond => Count / Elapsed.TotalSeconds;

        public void Add(bool isSave, TimeSpan time)
        {
            lock (_saves)
            {
                Count++;
                if (isSave) _saves.Add(time.TotalMilliseconds);
            }
        }

        public double Saves(double part)
        {
            lock (_saves)
            {
                _saves.Sort();
                return _saves[(int)(part * (_saves.Count - 1))];
            }
        }
    }
}
