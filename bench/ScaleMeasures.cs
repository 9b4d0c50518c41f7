using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Packager.Model;
using Sandbox;
using Sandbox.Hosting;

namespace Bench;

/// <summary>A large organization beside a small one: 10,000 offers with 100 items each, and 10.</summary>
internal static class ScaleMeasures
{
    private const int Many = 10_000;
    private const int Few = 10;
    private const int Saves = 1_000;

    private static readonly string Zip = BuiltFiles.Path("DefaultSolution");

    private static readonly Lazy<(TimeSpan Start, TimeSpan Processor, long Before, long After)> Process = new(OfProcess);

    public static IEnumerable<Measure> All()
    {
        yield return new("Large organization (10,000 offers with 100 items each): first page of 50 with its total, every public view; the slowest", "under 100 ms", () => With(Many, SlowestView));
        yield return new("Large organization, a process of its own: start until `Ready`", "under 3 s", () => FormattableString.Invariant($"{Process.Value.Start.TotalSeconds:0.00} s ({Process.Value.Processor.TotalSeconds:0.00} s of processor time)"));
        yield return new("Large organization, a process of its own: working set once ready / after the first page of every public view, six times", "under 300 MB", () => FormattableString.Invariant($"{Process.Value.Before / 1048576.0:0} MB / {Process.Value.After / 1048576.0:0} MB"));
        yield return new("Large organization: search for a name that one offer has, and for one that none has", "", () => With(Many, Search));
        yield return new("Large organization: save of a support link, one verdict changes, against 10 offers", "at most 1.3 times", Saved);
    }

    private static string SlowestView(SandboxHost host, HttpClient http)
    {
        var slowest = (Name: "", Time: 0.0);
        var count = 0;
        foreach (var (table, view) in Views(host.Organization))
        {
            var time = PageTime(http, table, Page(view));
            count++;
            if (time > slowest.Time) slowest = (view.Name.In(1033), time);
        }

        return FormattableString.Invariant($"{slowest.Time:0} ms ('{slowest.Name}', of {count} views)");
    }

    private static string Search(SandboxHost host, HttpClient http)
    {
        var table = host.Organization.Model.Tables["rdy_checklistitem"];
        var view = table.Views.First(view => view is { QueryType: 0, IsDefault: true });
        double Time(string text)
        {
            var fetch = Page(view);
            fetch.Element("entity")!.Add(new XElement("filter", new XAttribute("type", "or"), new XElement("condition",
                new XAttribute("attribute", "rdy_name"), new XAttribute("operator", "like"), new XAttribute("value", $"%{text}%"))));
            return PageTime(http, table, fetch);
        }

        return FormattableString.Invariant($"{Time("SSO"):0} ms / {Time("no such item"):0} ms over 1,000,000 items");
    }

    // Turn by turn, so that whatever else the machine does weighs on both.
    private static string Saved() => With(Few, (_, few) => With(Many, (_, many) =>
    {
        var (fewLink, manyLink) = (Link(few), Link(many));
        var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
        for (var i = -300; i < Saves; i++)
        {
            var (fewTime, manyTime) = (Save(few, fewLink, i), Save(many, manyLink, i));
            if (i < 0) continue;
            fewTimes.Add(fewTime);
            manyTimes.Add(manyTime);
        }

        fewTimes.Sort();
        manyTimes.Sort();
        var (fewMedian, manyMedian) = (fewTimes[Saves / 2], manyTimes[Saves / 2]);
        return FormattableString.Invariant($"p50 {fewMedian:0.00} ms with 10, {manyMedian:0.00} ms with 10,000: {manyMedian / fewMedian:0.00} times");
    }));

    private static string Link(HttpClient http)
    {
        using var created = http.PostAsJsonAsync("rdy_supportlinks", new JsonObject
        {
            ["rdy_name"] = "Link",
            ["rdy_OfferId@odata.bind"] = $"/rdy_offers({ManyOffers.OfferId(Few / 2)})",
            ["rdy_purpose"] = 847360000,
            ["rdy_url"] = "https://support.contoso.com/",
        }).Result;
        created.EnsureSuccessStatusCode();
        var address = created.Headers.GetValues("OData-EntityId").Single();
        return address[(address.LastIndexOf('(') + 1)..^1];
    }

    private static double Save(HttpClient http, string link, int turn)
    {
        var watch = Stopwatch.StartNew();
        using var response = http.PatchAsJsonAsync($"rdy_supportlinks({link})", new JsonObject { ["rdy_url"] = turn % 2 == 0 ? null : "https://support.contoso.com/" }).Result;
        response.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static XElement Page(ViewModel view)
    {
        var fetch = new XElement(view.Fetch);
        fetch.SetAttributeValue("count", 50);
        fetch.SetAttributeValue("page", 1);
        fetch.SetAttributeValue("returntotalrecordcount", "true");
        return fetch;
    }

    private static double PageTime(HttpClient http, TableModel table, XElement fetch)
    {
        var times = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var watch = Stopwatch.StartNew();
            using var response = http.GetAsync($"{table.EntitySetName}?fetchXml={Uri.EscapeDataString(fetch.ToString(SaveOptions.DisableFormatting))}").Result;
            response.EnsureSuccessStatusCode();
            _ = response.Content.ReadAsByteArrayAsync().Result;
            if (i > 0) times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static T With<T>(int offers, Func<SandboxHost, HttpClient, T> run)
    {
        using var folder = new TemporaryFolder();
        ManyOffers.Make(folder.Path, Zip, offers);
        var host = SandboxHost.StartAsync(new SandboxOptions { Url = "http://127.0.0.1:0", DataFolder = folder.Path, Solution = null, Samples = null }).Result;
        try
        {
            using var http = Client(host.BaseAddress);
            return run(host, http);
        }
        finally
        {
            host.DisposeAsync().AsTask().Wait();
        }
    }

    private static (TimeSpan Start, TimeSpan Processor, long Before, long After) OfProcess()
    {
        using var folder = new TemporaryFolder();
        ManyOffers.Make(folder.Path, Zip, Many);
        List<(TableModel Table, ViewModel View)> views;
        using (var organization = Organization.Open(new OrganizationOptions { DataFolder = folder.Path })) views = [.. Views(organization)]; // Makes the indexes.
        using var process = SandboxProcess.Start("--data", folder.Path, "--solution", Zip, "--no-samples", "--offline");
        var (processor, before) = (process.Processor, process.WorkingSet);
        using var http = Client(process.BaseAddress);
        foreach (var (table, view) in views) PageTime(http, table, Page(view));
        return (process.UntilReady, processor, before, process.WorkingSet);
    }

    private static IEnumerable<(TableModel Table, ViewModel View)> Views(Organization organization) =>
        from table in organization.Model.Tables.Values
        from view in table.Views
        where view.QueryType == 0
        select (table, view);

    private static HttpClient Client(Uri address)
    {
        var http = new HttpClient { BaseAddress = new Uri(address, "api/data/v9.2/") };
        http.DefaultRequestHeaders.Add("Prefer", "odata.include-annotations=\"*\"");
        return http;
    }
}
