using System.Text.Json.Nodes;

namespace Cli.Tests.Environments;

/// <summary>What an environment's offers stand at, in the formats of a check.</summary>
public sealed class ReportTests
{
    private const string OfferPath = "rdy_offers(0d5a7e00-0000-4000-8000-000000000001)";

    [Fact]
    public async Task Every_item_is_as_the_checklist_in_the_environment_has_it()
    {
        using var reports = new TemporaryFolder();
        var json = Path.Combine(reports.Path, "report.json");
        await using var environment = await TestEnvironment.Start(samples: Repository.PathOf("Samples"));

        var said = await environment.Run("report", "--format", "json=" + json);

        Assert.EndsWith("(exit code 1)\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("(error)", said, StringComparison.Ordinal);
        var offers = JsonNode.Parse(File.ReadAllText(json))!["offers"]!.AsArray();
        Assert.Equal(4, offers.Count);
        foreach (var offer in offers)
        {
            var items = await environment.Get($"rdy_checklistitems?$filter=_rdy_offerid_value eq {(string)offer!["id"]!} and statecode eq 0&$select=rdy_key,rdy_status,rdy_reason,rdy_isopen&$orderby=rdy_sequence");
            Assert.Equal(
                items["value"]!.AsArray().Select(item => ((string)item!["rdy_key"]!, (string)item["rdy_reason"]!, (bool)item["rdy_isopen"]!)),
                offer["items"]!.AsArray().Select(item => ((string)item!["key"]!, (string)item["reason"]!, (bool)item["open"]!)));
        }
    }

    [Fact]
    public async Task A_waiver_is_a_suppression_and_a_place_is_the_row_in_the_app()
    {
        await using var environment = await TestEnvironment.Start();
        await environment.Patch(OfferPath, new JsonObject { ["rdy_name"] = "Contoso Help", ["rdy_ruleset"] = 847360000, ["rdy_summary"] = new string('x', 200) });
        await environment.Patch("rdy_judgements(0d5a7e00-0000-4000-8000-000000000009)", new JsonObject
        {
            ["rdy_OfferId@odata.bind"] = OfferPath,
            ["rdy_key"] = "D365-18-B-16",
            ["rdy_verdict"] = 847360002,
            ["rdy_note"] = "Until the lawyer is back.",
            ["rdy_endson"] = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        });

        var said = await environment.Run("report", "Contoso Help", "--format", "sarif");

        var results = JsonNode.Parse(said[..said.LastIndexOf("(exit", StringComparison.Ordinal)])!["runs"]![0]!["results"]!.AsArray();
        var waived = results.Single(result => (string)result!["ruleId"]! == "D365-18-B-16")!;
        Assert.Contains("Until the lawyer is back.", (string)waived["suppressions"]![0]!["justification"]!, StringComparison.Ordinal);
        Assert.Equal("http://org.example/main.aspx?pagetype=entityrecord&etn=rdy_offer&id=0d5a7e00-0000-4000-8000-000000000001", (string)waived["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!);
    }

    [Fact]
    public async Task A_checklist_that_has_aged_is_said()
    {
        await using var environment = await TestEnvironment.Start();
        await environment.Patch(OfferPath, new JsonObject { ["rdy_name"] = "Contoso Help", ["rdy_ruleset"] = 847360000, ["rdy_installtestedon"] = "2026-02-10" });
        var past = new CommandRun.Surroundings { Environment = { ["READINESS_ENVIRONMENT"] = environment.Address } };

        var run = await CommandRun.Of(past, "report", "contoso help");
        var aged = await CommandRun.Of(past, "report", OfferPath[11..^1]);

        Assert.Equal((2, "org.example has no offer 'contoso help' that you may read. Did you mean 'Contoso Help'? Name one by its name or its id.\n"), (run.Code, run.Error.Replace(environment.Front.Address.Authority, "org.example", StringComparison.Ordinal)));
        Assert.Contains("The checklist of 'Contoso Help' in ", aged.Error, StringComparison.Ordinal);
        Approved.Equal("Report", environment.Clean(aged));
        Assert.StartsWith("Checklistan för 'Contoso Help' i ", (await CommandRun.Of(past, "report", OfferPath[11..^1], "--language", "sv")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_solution_or_an_offer_it_says_so()
    {
        await using var environment = await TestEnvironment.Start(installed: false);
        await using var empty = await TestEnvironment.Start();

        Assert.Contains("Import it first: 'readiness import out/DataverseReadiness_managed.zip'.\n(exit code 2)", await environment.Run("report"), StringComparison.Ordinal);
        Assert.Contains("(exit code 2)", await empty.Run("report"), StringComparison.Ordinal);
    }
}
