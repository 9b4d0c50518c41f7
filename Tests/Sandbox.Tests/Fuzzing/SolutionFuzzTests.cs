using Packager.Tests;
using Sandbox.Hosting;
using Sandbox.Tests.Core;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Fuzzing;

/// <summary>Solution zips with damage, imported over the sound one with its rows: taken whole or refused whole, and what was taken works.</summary>
[Collection(FuzzCollection.Name)]
public sealed class SolutionFuzzTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_damaged_small_zip_is_taken_or_refused_as_a_whole()
    {
        using var organization = new TestOrganization(new StepSpec("a", "Create", "tst_parent", 20), new StepSpec("b", "Update", "tst_parent", 40) { Filter = "tst_name", Pre = "tst_name" });
        var parent = organization.Create("tst_parent", ("tst_name", "A"), ("tst_score", 5));
        organization.Create("tst_child", ("tst_number", "1"), ("tst_parentid", new Microsoft.Xrm.Sdk.EntityReference("tst_parent", parent)));
        organization.Inner.Dispose();

        await RunAsync(120, organization.Zip, organization.Folder);
    }

    [Fact]
    public async Task The_built_zip_with_damage_is_taken_or_refused_as_a_whole()
    {
        var zip = await File.ReadAllBytesAsync(BuildPaths.Solution!);
        var made = Path.Combine(_folder.Path, "made");
        using (var organization = Organization.Open(new OrganizationOptions { DataFolder = made, RunAsyncSteps = false })) organization.Import(new MemoryStream(zip));

        await RunAsync(12, zip, made);
    }

    private async Task RunAsync(int cases, byte[] zip, string made)
    {
        Served? served = null;
        try
        {
            await FuzzRun.AllAsync(cases, async (seed, random) =>
            {
                served ??= await Served.StartAsync(made, Path.Combine(_folder.Path, $"{seed}"));
                var (finding, isStored) = await CaseAsync(served, SolutionMutation.Of(zip, random), random.Next(3) == 0 ? ImportMode.Update : ImportMode.Upgrade);
                if (!isStored) return finding;
                await served.DisposeAsync();
                finding ??= Reopen(served.Folder);
                served = null;
                return finding;
            });
        }
        finally
        {
            if (served is not null) await served.DisposeAsync();
        }
    }

    private static async Task<(string? Finding, bool IsStored)> CaseAsync(Served served, byte[] zip, ImportMode mode)
    {
        var before = served.Digest.Current();
        var start = Environment.CpuUsage.TotalTime;
        var refusal = Record.Exception(() => served.Host.Organization.Import(new MemoryStream(zip), mode));
        if (refusal is null) return (await FuzzRun.SlownessAsync(start, () => served.InCopyAsync(copy => copy.Import(new MemoryStream(zip), mode))) ?? await served.WorksAsync(), true);
        var slowness = await FuzzRun.SlownessAsync(start, () => Task.Run(() => Record.Exception(() => served.Host.Organization.Import(new MemoryStream(zip), mode))));
        if (refusal is not (ImportFailedException or OrganizationFault)) return (refusal.ToString(), true);
        if (served.Digest.Current() != before) return ($"refused, and yet something was stored: {refusal.Message}", true);
        var sentences = refusal is ImportFailedException { Findings: var findings } ? findings.Select(finding => finding.Message) : [refusal.Message];
        foreach (var sentence in sentences)
        {
            if (string.IsNullOrWhiteSpace(sentence)) return ("a refusal without a sentence", false);
            if (Oracle.Leak(sentence, served.Folder) is { } leak) return (leak, false);
        }

        return (slowness ?? await served.AnswersAsync("GET", "api/data/v9.2/WhoAmI", null), false);
    }

    // What was stored must be readable by the next start.
    private static string? Reopen(string folder)
    {
        var problem = Record.Exception(() => Organization.Open(new OrganizationOptions { DataFolder = folder, RunAsyncSteps = false }).Dispose());
        return problem is null ? null : $"the organization does not open any more: {problem}";
    }

    /// <summary>A served copy of an organization.</summary>
    private sealed class Served : IAsyncDisposable
    {
        private readonly HttpClient _client;

        private Served(SandboxHost host, string folder)
        {
            (Host, Folder) = (host, folder);
            _client = new HttpClient { BaseAddress = host.BaseAddress };
            Digest = new StoreDigest(folder);
        }

        public SandboxHost Host { get; }

        public string Folder { get; }

        private string Made { get; init; } = "";

        public StoreDigest Digest { get; }

        public static async Task<Served> StartAsync(string made, string folder)
        {
            Directory.CreateDirectory(folder);
            File.Copy(Path.Combine(made, "organization.db"), Path.Combine(folder, "organization.db"));
            var host = await SandboxHost.StartAsync(new SandboxOptions { Url = "http://127.0.0.1:0", DataFolder = folder, Solution = null, Samples = null, Network = Sandbox.Network.NetworkOptions.Offline });
            return new(host, folder) { Made = made };
        }

        /// <summary>Does something in another copy of the organization.</summary>
        public async Task InCopyAsync(Action<Organization> work)
        {
            await using var copy = await StartAsync(Made, Path.Combine(Folder, Guid.NewGuid().ToString()));
            work(copy.Host.Organization);
        }

        /// <summary>Asks for everything that is drawn from the imported parts, and saves a row of each table.</summary>
        public async Task<string?> WorksAsync()
        {
            var model = Host.Organization.Model;
            var root = "api/data/v9.2/";
            var paths = new List<string> { "", root, root + "$metadata", root + "EntityDefinitions?$expand=Attributes" };
            paths.AddRange(model.Apps.Keys.Select(app => "player/app?appname=" + Uri.EscapeDataString(app)));
            paths.AddRange(model.Dashboards.Keys.Select(id => $"player/dashboard/{id}"));
            foreach (var table in model.Tables.Values.Where(table => Host.Organization.Engine.State.Schema.Find(table.LogicalName) is { } schema && !schema.Name.StartsWith("sdk", StringComparison.Ordinal)))
            {
                var set = root + Uri.EscapeDataString(table.EntitySetName);
                paths.Add("player/table/" + Uri.EscapeDataString(table.LogicalName));
                paths.Add(set + "?$top=2");
                paths.AddRange(table.Views.Take(3).Select(view => $"{set}?savedQuery={view.Id}"));
            }

            foreach (var path in paths)
            {
                if (await AnswersAsync("GET", path, null) is { } finding) return finding;
            }

            foreach (var table in model.Tables.Values.Where(table => model.Solutions.Any(solution => solution.Tables.Any(own => own.LogicalName == table.LogicalName))))
            {
                if (await AnswersAsync("POST", root + Uri.EscapeDataString(table.EntitySetName), "{}") is { } finding) return finding;
            }

            return null;
        }

        public async Task<string?> AnswersAsync(string method, string path, string? json)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
            using var response = await _client.SendAsync(request);
            var answer = new Answer(
                (int)response.StatusCode,
                response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
                await response.Content.ReadAsByteArrayAsync());
            return Oracle.Finding(method, answer, Folder) is { } finding ? $"{method} {path}: {finding}" : null;
        }

        public async ValueTask DisposeAsync()
        {
            Digest.Dispose();
            _client.Dispose();
            await Host.DisposeAsync();
        }
    }
}
