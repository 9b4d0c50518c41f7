using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Fuzzing;

/// <summary>Requests from the grammar of the Web API and of FetchXML, as they are and damaged.</summary>
[Collection(FuzzCollection.Name)]
public sealed partial class WebApiFuzzTests(WebApiFixture api) : IClassFixture<WebApiFixture>, IDisposable
{
    /// <summary>After so many cases the rows are made anew, and the organization has to do its work.</summary>
    private const int Round = 250;

    private static readonly Grammar WebApi = Grammar.Load("webapi.grammar");
    private static readonly Grammar Fetch = Grammar.Load("fetch.grammar");

    private readonly StoreDigest _digest = new(api.Host.Organization.Options.DataFolder);

    public void Dispose() => _digest.Dispose();

    [Fact]
    public Task Requests_are_answered_or_refused_and_what_is_refused_stores_nothing() => FuzzRun.AllAsync(6000, (seed, random) =>
    {
        var request = HttpText.Parse(WebApi.Make("request", random));
        return CaseAsync(seed, random.Next(3) == 0 ? request.Damaged(random) : request, refused: null);
    });

    [Fact]
    public Task A_change_set_is_stored_whole_or_not_at_all() => FuzzRun.AllAsync(1000, (seed, random) =>
        CaseAsync(seed, Batch(WebApi.Make("atomic", random)), answer => !answer.Text.Contains("changesetresponse_", StringComparison.Ordinal)));

    [Fact]
    public Task Batches_are_answered_or_refused() => FuzzRun.AllAsync(1000, (seed, random) =>
    {
        var request = Batch(WebApi.Make("batch", random));
        return CaseAsync(seed, random.Next(2) == 0 ? request.Damaged(random) : request, refused: _ => false);
    });

    [Fact]
    public Task Fetch_queries_that_the_schema_allows_are_answered_or_refused() => FuzzRun.AllAsync(3000, (seed, random) =>
        CaseAsync(seed, Query(Fetch.Make("fetch", random)), refused: null));

    [Fact]
    public Task Fetch_queries_that_are_damaged_are_answered_or_refused() => FuzzRun.AllAsync(2000, (seed, random) =>
        CaseAsync(seed, Query(Mutation.Of(Fetch.Make("fetch", random), random)), refused: null));

    private static HttpText Batch(string body) => HttpText.Parse("POST $batch\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + body);

    private static HttpText Query(string fetch)
    {
        var set = Entity().Match(fetch).Groups[1].Value switch { "tst_child" => "tst_children", "systemuser" => "systemusers", _ => "tst_parents" };
        var text = HttpText.Encoded(fetch.Replace("%", "%25", StringComparison.Ordinal)).Replace("&", "%26", StringComparison.Ordinal).Replace("+", "%2B", StringComparison.Ordinal);
        return new("GET", $"{set}?fetchXml={text}", [], []);
    }

    private async Task<string?> CaseAsync(int seed, HttpText request, Func<Answer, bool>? refused)
    {
        if (seed % Round == 1) await RestockAsync();
        var before = _digest.Current();
        var start = Environment.CpuUsage.TotalTime;
        var answer = await request.SendAsync(api);
        var slowness = await FuzzRun.SlownessAsync(start, () => request.SendAsync(api));
        api.Host.Organization.Engine.SolutionJobs.WaitForAll();
        var finding = Oracle.Finding(request.Method, answer, api.Host.Organization.Options.DataFolder);
        if (finding is null && (refused?.Invoke(answer) ?? answer.Status >= 400) && _digest.Current() != before) finding = $"status {answer.Status}, and yet something was stored: {answer.Text}";
        finding ??= slowness;
        return finding is null ? null : $"{finding}\n{request}";
    }

    private async Task RestockAsync()
    {
        foreach (var (set, key) in new[] { ("tst_children", "tst_childid"), ("tst_parents", "tst_parentid"), ("annotations", "annotationid") })
        {
            foreach (var row in (await api.SendAsync("GET", $"{set}?$select={key}")).Json["value"]!.AsArray())
                Assert.Equal(204, (await api.SendAsync("DELETE", $"{set}({row![key]})")).Status);
        }

        for (var number = 0xa; number <= 0xc; number++)
        {
            var id = $"00000000-0000-0000-0000-{number:x12}";
            Assert.Equal(204, (await api.SendAsync("PATCH", $"tst_parents({id})", new JsonObject { ["tst_name"] = $"A{number}", ["tst_score"] = number, ["tst_dueon"] = "2026-02-28" }.ToJsonString())).Status);
            Assert.Equal(204, (await api.SendAsync("PATCH", $"tst_children({id})", new JsonObject { ["tst_number"] = "a", ["tst_ParentId@odata.bind"] = $"/tst_parents({id})" }.ToJsonString())).Status);
        }

        Assert.Equal(3, (await api.SendAsync("GET", "tst_parents?$expand=tst_parent_child")).Json["value"]!.AsArray().Count);
    }

    [GeneratedRegex("<entity name=\"(\\w+)\"")]
    private static partial Regex Entity();
}
