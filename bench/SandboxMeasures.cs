using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Sandbox;
using Sandbox.Hosting;
using Sandbox.Network;

namespace Bench;

/// <summary>The shipped zip in the sandbox: import, start, saves with all steps, sizes.</summary>
internal static class SandboxMeasures
{
    private const int Saves = 2_000;

    private static readonly string Zip = BuiltFiles.Path("DefaultSolution");
    private static readonly string Samples = BuiltFiles.Path("DefaultSamples");

    public static IEnumerable<Measure> All()
    {
        yield return new("Import of the managed zip into an empty organization", "", Import);
        yield return new("Start until `Ready`, organization there, built", "under 10 s", () => Start(reset: false));
        yield return new("Start until `Ready`, empty organization, samples loaded", "", () => Start(reset: true));
        yield return new("Save of a support link through the Web API, offer with 10 children, one verdict changes", "p50 under 4 ms, p99 under 15 ms", () => ChildSaves(changes: true));
        yield return new("Save of a support link through the Web API, offer with 10 children, no verdict changes", "", () => ChildSaves(changes: false));
        yield return new("Save of an offer with 10 children through the Web API, one verdict changes", "", OfferSaves);
        yield return new("Requests of the steps per save: support link, verdicts change / none changes", "4 and one for each that turned / 3", () => Requests((http, _, link) => Patch(http, $"rdy_supportlinks({link})", "rdy_url", null), (http, _, link) => Patch(http, $"rdy_supportlinks({link})", "rdy_hours", "9-17")));
        yield return new("Requests of the steps per save: offer, verdicts change / none changes", "3 and one for each that turned / 2", () => Requests((http, offer, _) => Patch(http, $"rdy_offers({offer})", "rdy_summary", "One sentence."), (http, offer, _) => Patch(http, $"rdy_offers({offer})", "rdy_summary", "One sentence.")));
        yield return new("First evaluation: create of an offer (107 items)", "under 2 s", FirstEvaluation);
        yield return new("500 children in one CreateMultiple", "well under 2 min", Bulk);
        yield return new("Plug-in assembly", "at most 720,000 bytes", Assembly);
        yield return new("Checklist: HTML, CSS, script and the texts of one language, gzipped", "under 60 KB", Checklist);
    }

    private static string Import()
    {
        using var folder = new TemporaryFolder();
        using var organization = Organization.Open(new OrganizationOptions { DataFolder = folder.Path });
        var watch = Stopwatch.StartNew();
        using (var zip = File.OpenRead(Zip))
            organization.Import(zip);
        return Milliseconds(watch.Elapsed);
    }

    private static string Start(bool reset)
    {
        using var folder = new TemporaryFolder();
        StartOnce(folder.Path);
        var times = new double[3];
        for (var i = 0; i < times.Length; i++)
            times[i] = StartOnce(reset ? Path.Combine(folder.Path, $"{i}") : folder.Path).TotalSeconds;
        Array.Sort(times);
        return FormattableString.Invariant($"{times[1]:0.00} s");
    }

    private static TimeSpan StartOnce(string data)
    {
        using var process = SandboxProcess.Start("--data", data, "--solution", Zip, "--samples", Samples);
        return process.UntilReady;
    }

    private static string ChildSaves(bool changes) => WithOffer((http, _, link) => Saved(http, $"rdy_supportlinks({link})", i => changes
        ? new JsonObject { ["rdy_url"] = i % 2 == 0 ? null : "https://support.contoso.com/" }
        : new JsonObject { ["rdy_hours"] = $"{i}" }));

    private static string OfferSaves() => WithOffer((http, offer, _) =>
        Saved(http, $"rdy_offers({offer})", i => new JsonObject { ["rdy_summary"] = i % 2 == 0 ? null : "One sentence." }));

    private static string FirstEvaluation() => WithOffer((http, _, _) =>
    {
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var watch = Stopwatch.StartNew();
            Create(http, "rdy_offers", new JsonObject { ["rdy_name"] = $"First {i}", ["rdy_ruleset"] = BuiltFiles.RuleSet2018 });
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return FormattableString.Invariant($"{times[times.Count / 2]:0} ms");
    });

    private static string Bulk() => WithOffer((http, offer, _) =>
    {
        var targets = new JsonArray();
        for (var i = 0; i < 500; i++)
        {
            targets.Add(new JsonObject
            {
                ["@odata.type"] = "Microsoft.Dynamics.CRM.rdy_supportlink",
                ["rdy_name"] = $"Link {i}",
                ["rdy_OfferId@odata.bind"] = $"/rdy_offers({offer})",
            });
        }

        var watch = Stopwatch.StartNew();
        using var response = http.PostAsJsonAsync("rdy_supportlinks/Microsoft.Dynamics.CRM.CreateMultiple", new JsonObject { ["Targets"] = targets }).Result;
        response.EnsureSuccessStatusCode();
        return FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.0} s");
    });

    private static string Assembly()
    {
        using var zip = ZipFile.OpenRead(Zip);
        return FormattableString.Invariant($"{zip.Entries.Single(entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal)).Length / 1024.0:0.0} KB");
    }

    private static string Checklist()
    {
        using var zip = ZipFile.OpenRead(Zip);
        long total = 0;
        string[] parts = ["checklisthtml", "checklistcss", "checklistjs", "texts1033js"];
        foreach (var entry in zip.Entries.Where(entry => parts.Any(part => entry.FullName.StartsWith("WebResources/rdy_readiness" + part, StringComparison.Ordinal))))
        {
            using var counted = new MemoryStream();
            using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
            using (var content = entry.Open())
                content.CopyTo(gzip);
            total += counted.Length;
        }

        return FormattableString.Invariant($"{total / 1024.0:0.0} KB");
    }

    private static string Requests(Action<HttpClient, string, string> changing, Action<HttpClient, string, string> quiet)
    {
        var count = 0;
        return WithOffer(
            (http, offer, link) =>
            {
                var before = count;
                changing(http, offer, link);
                var changed = count - before;
                before = count;
                quiet(http, offer, link);
                return FormattableString.Invariant($"{changed} / {count - before}");
            },
            _ => Interlocked.Increment(ref count));
    }

    private static void Patch(HttpClient http, string path, string column, string? value)
    {
        using var response = http.PatchAsJsonAsync(path, new JsonObject { [column] = value }).Result;
        response.EnsureSuccessStatusCode();
    }

    private static string WithOffer(Func<HttpClient, string, string, string> run, Action<OrganizationRequest>? onRequest = null)
    {
        using var folder = new TemporaryFolder();
        var host = SandboxHost.StartAsync(new SandboxOptions
        {
            Url = "http://127.0.0.1:0",
            DataFolder = folder.Path,
            Solution = Zip,
            Samples = null,
            Network = NetworkOptions.Offline,
            Organization = options => options with { PluginRequest = onRequest, RunAsyncSteps = false },
        }).Result;
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(host.BaseAddress, "api/data/v9.2/") };
            var offer = Create(http, "rdy_offers", new JsonObject { ["rdy_name"] = "Measured", ["rdy_ruleset"] = BuiltFiles.RuleSet2018 });
            var link = "";
            for (var i = 0; i < 10; i++)
            {
                link = Create(http, "rdy_supportlinks", new JsonObject
                {
                    ["rdy_name"] = $"Link {i}",
                    ["rdy_OfferId@odata.bind"] = $"/rdy_offers({offer})",
                    ["rdy_purpose"] = i == 9 ? 847360000 : 847360002,
                    ["rdy_url"] = "https://support.contoso.com/",
                });
            }

            return run(http, offer, link);
        }
        finally
        {
            host.DisposeAsync().AsTask().Wait();
        }
    }

    private static string Create(HttpClient http, string set, JsonObject row)
    {
        using var response = http.PostAsJsonAsync(set, row).Result;
        response.EnsureSuccessStatusCode();
        var address = response.Headers.GetValues("OData-EntityId").Single();
        return address[(address.LastIndexOf('(') + 1)..^1];
    }

    private static string Saved(HttpClient http, string path, Func<int, JsonObject> change)
    {
        var times = new double[Saves];
        for (var i = -200; i < Saves; i++)
        {
            using var content = JsonContent.Create(change(i + 200));
            var watch = Stopwatch.StartNew();
            using var response = http.PatchAsync(path, content).Result;
            if (i >= 0)
                times[i] = watch.Elapsed.TotalMilliseconds;
            response.EnsureSuccessStatusCode();
        }

        Array.Sort(times);
        return FormattableString.Invariant($"p50 {times[Saves / 2]:0.00} ms, p99 {times[Saves * 99 / 100]:0.00} ms");
    }

    private static string Milliseconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalMilliseconds:0} ms");
}
