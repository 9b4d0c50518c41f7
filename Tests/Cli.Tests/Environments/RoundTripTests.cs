using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cli.Tests.Input;
using DataverseReadiness.Cli.Input;
using Microsoft.Xrm.Sdk;

namespace Cli.Tests.Environments;

/// <summary>A folder written into an environment, and an environment's offer into a folder.</summary>
public sealed class RoundTripTests
{
    private const string First = "0f1b57ab-0000-4000-8000-000000000001";
    private const string Second = "0f1b57ab-0000-4000-8000-000000000002";

    [Theory]
    [InlineData("first-submission")]
    [InlineData("dataverse-readiness")]
    public async Task What_was_pushed_comes_back_and_neither_way_does_anything_twice(string sample)
    {
        using var folder = new SampleFolder(sample, records =>
        {
            records.Add(SampleFolder.Judgement(records, "D365-18-B-18", 847360000, "Read by the lawyer."));
            records.Add(new JsonObject { ["table"] = "rdy_requirement", ["id"] = "0d5a7e00-0000-4000-8000-00000000000a", ["values"] = new JsonObject { ["rdy_name"] = "Our own", ["rdy_key"] = "TEAM-1", ["rdy_severity"] = 847360001 } });
            records.Last(record => (string)record!["table"]! == "rdy_supportlink")!["values"]!["statecode"] = 1;
        });
        using var pulled = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start();
        var said = new StringBuilder();
        async Task Run(params string[] line) => said.Append("> readiness ").AppendJoin(' ', line).Append('\n').Append(await environment.Run(line));

        var offers = Records(folder.Path).Where(record => (string)record["table"]! == "rdy_offer").Select(record => (string)record["id"]!).ToList();
        await Run("push", folder.Path);
        await Run("push", folder.Path);
        var data = await File.ReadAllTextAsync(folder.DataFile);
        var pushed = Contents(folder.Path);
        foreach (var offer in offers) await Run("pull", offer, pulled.Path);
        foreach (var offer in offers) await Run("pull", offer, pulled.Path);
        await Run("push", pulled.Path);

        Approved.Equal("RoundTrip." + sample, said.Replace(folder.Path, "offer").Replace(pulled.Path, "pulled").ToString());
        Assert.Equal(pushed, Contents(pulled.Path));

        // Over what was pushed, only what the plug-ins recorded of the judgement is new.
        foreach (var offer in offers) Assert.Matches("Files written: 0|Nothing to write", await environment.Run("pull", offer, folder.Path));
        var differences = Records(folder.Path).Zip(JsonNode.Parse(data)!["records"]!.AsArray()).Where(pair => !JsonNode.DeepEquals(pair.First, pair.Second)).Select(pair => (string)pair.First["table"]!);
        Assert.Equal(["rdy_judgement"], differences);
        Assert.Contains("Nothing to write: ", await environment.Run("push", folder.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Generated_offers_come_back_with_every_value(int seed)
    {
        using var root = new TemporaryFolder();
        using var pulled = new TemporaryFolder();
        var folder = Path.Combine(root.Path, "offers");
        new GeneratedFolder(seed, DateTime.UtcNow.Date.AddHours(12)).Write(folder);
        await using var environment = await TestEnvironment.Start();

        var push = await environment.Run("push", folder);
        Assert.EndsWith("(exit code 0)\n", push, StringComparison.Ordinal);
        foreach (var offer in Records(folder).Where(record => (string)record["table"]! == "rdy_offer"))
            Assert.EndsWith("(exit code 0)\n", await environment.Run("pull", (string)offer["id"]!, pulled.Path), StringComparison.Ordinal);

        Assert.Equal(Contents(folder), Contents(pulled.Path));
        Assert.Contains("Nothing to write: ", await environment.Run("push", pulled.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_pushed_stands_in_the_environment_as_it_did_in_the_folder()
    {
        var sample = Repository.PathOf("Samples", "first-submission");
        await using var environment = await TestEnvironment.Start();
        await environment.Run("push", sample);

        var here = Statuses((await CommandRun.Of(new CommandRun.Surroundings { Clock = TimeProvider.System }, "check", sample, "--format", "json")).ToString());
        var there = Statuses(await environment.Run("report", "--format", "json"));

        Assert.Equal(here, there);
    }

    [Fact]
    public async Task A_push_that_lost_its_connection_goes_on_where_it_ended()
    {
        using var folder = new SampleFolder();
        await using var environment = await TestEnvironment.Start();
        var uploads = 0;
        environment.Front.Instead = context =>
        {
            if (!context.Request.Path.Value!.EndsWith("CommitFileBlocksUpload", StringComparison.Ordinal) || ++uploads != 5) return false;
            context.Abort();
            return true;
        };

        var lost = await environment.Run("push", folder.Path);
        var rows = await environment.Count("rdy_marketingassets");
        var again = await environment.Run("push", folder.Path);

        Assert.Equal("(error) Part of the folder is in org.example now; the same command goes on from there.\nThe connection to org.example was lost. Run the same command again.\n(exit code 2)\n", lost);
        Assert.Equal(21, rows);
        Assert.Equal("Rows created in org.example: 0, changed: 0, of 34. Files uploaded: 18, of 22.\n(exit code 0)\n", again);
    }

    [Fact]
    public async Task Throttled_again_and_again_and_with_dropped_reads_a_push_and_a_pull_still_end()
    {
        using var folder = new SampleFolder();
        using var pulled = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start();
        int asked = 0, throttled = 0, dropped = 0;
        environment.Front.Instead = context =>
        {
            asked++;
            if (asked % 5 == 0)
            {
                throttled++;
                context.Response.Headers.RetryAfter = "0";
                context.Response.StatusCode = 429;
                return true;
            }

            if (asked % 23 != 0 || context.Request.Method != "GET" && !context.Request.Path.Value!.EndsWith("Block", StringComparison.Ordinal)) return false;
            dropped++;
            context.Abort();
            return true;
        };

        var push = await environment.Run("push", folder.Path);
        var again = await environment.Run("push", folder.Path);
        var pull = await environment.Run("pull", First, pulled.Path);
        var second = await environment.Run("pull", Second, pulled.Path);

        Assert.Equal("Rows created in org.example: 34, changed: 0, of 34. Files uploaded: 22, of 22.\n(exit code 0)\n", push);
        Assert.StartsWith("Nothing to write: ", again, StringComparison.Ordinal);
        Assert.All([pull, second], run => Assert.EndsWith("(exit code 0)\n", run, StringComparison.Ordinal));
        Assert.Equal(Contents(folder.Path), Contents(pulled.Path));
        Assert.True(throttled > 20 && dropped > 0, $"{throttled} {dropped}");
    }

    [Fact]
    public async Task Only_what_differs_is_written_and_what_the_folder_does_not_name_stays()
    {
        using var folder = new SampleFolder();
        await using var environment = await TestEnvironment.Start();
        await environment.Run("push", folder.Path);
        await environment.Patch($"rdy_offers({First})", new JsonObject { ["rdy_partnerid"] = "4711", ["rdy_summary"] = "Another." });
        await environment.Patch("rdy_trials(0f1b57ab-0000-4000-8000-0000000000aa)", new JsonObject { ["rdy_name"] = "Entered in the app", ["rdy_OfferId@odata.bind"] = $"rdy_offers({First})" });
        await environment.Patch("rdy_supportlinks(0f1b57ab-0000-4000-8000-000000000102)", new JsonObject { ["statecode"] = 1 });

        var said = await environment.Run("push", folder.Path);

        Assert.Equal("Rows created in org.example: 0, changed: 1, of 34. Files uploaded: 0, of 22.\nRows of these offers that the folder does not have, and that stay: 1.\n(exit code 0)\n", said);
        var offer = await environment.Get($"rdy_offers({First})?$select=rdy_partnerid,rdy_summary");
        Assert.Equal(("4711", (string)Records(folder.Path)[0]["values"]!["rdy_summary"]!), ((string)offer["rdy_partnerid"]!, (string)offer["rdy_summary"]!));
    }

    [Fact]
    public async Task A_requirement_of_the_team_is_known_by_its_key()
    {
        static JsonObject Requirement(string id, string name) => new() { ["table"] = "rdy_requirement", ["id"] = id, ["values"] = new JsonObject { ["rdy_name"] = name, ["rdy_key"] = "TEAM-1" } };
        using var folder = new SampleFolder(change: records => records.Add(Requirement("0d5a7e00-0000-4000-8000-00000000000a", "As the folder words it")));
        await using var environment = await TestEnvironment.Start();
        await environment.Patch("rdy_requirements(0d5a7e00-0000-4000-8000-00000000000b)", (JsonObject)Requirement("", "As the app words it")["values"]!.DeepClone());

        var push = await environment.Run("push", folder.Path);
        var before = await File.ReadAllTextAsync(folder.DataFile);
        var pull = await environment.Run("pull", First, folder.Path);

        Assert.Contains("Rows created in org.example: 34, changed: 1, of 35.", push, StringComparison.Ordinal);
        Assert.Equal("As the folder words it", (string)(await environment.Get("rdy_requirements?$select=rdy_name"))["value"]!.AsArray().Single()!["rdy_name"]!);
        Assert.Contains("Nothing to write: ", pull, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(folder.DataFile));
    }

    [Fact]
    public async Task What_the_app_would_refuse_is_not_sent_and_what_it_refuses_is_not_half_saved()
    {
        using var broken = new SampleFolder(change: records => records[0]!["values"]!["rdy_signinurl"] = "http://contoso.example");
        using var refused = new SampleFolder(change: records => records[0]!["values"]!["statuscode"] = 847360002);
        await using var environment = await TestEnvironment.Start();

        var problem = await environment.Run("push", broken.Path);
        Assert.Equal(0, environment.Front.Count);
        var closed = await environment.Run("push", refused.Path);

        Approved.Equal("PushRefused", (problem.Replace(broken.Path, "broken", StringComparison.Ordinal) + closed).Replace(refused.Path, "refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_from_the_environment_lead_out_of_no_folder_and_over_no_other_file()
    {
        using var folder = new SampleFolder(change: records =>
        {
            foreach (var record in records.Where(record => record!["files"]?["rdy_image"] is not null)) record!["values"]!["rdy_name"] = "../../Logo: \"1\"";
        });
        using var pulled = new TemporaryFolder();
        var target = Path.Combine(pulled.Path, "a", "offer");
        await using var environment = await TestEnvironment.Start();
        await environment.Run("push", folder.Path);

        await environment.Run("pull", First, target);
        var second = await environment.Run("pull", Second, target);

        Assert.EndsWith("(exit code 0)\n", second, StringComparison.Ordinal);
        Assert.Equal(Contents(folder.Path), Contents(target));
        Assert.All(Directory.GetFiles(pulled.Path, "*", SearchOption.AllDirectories), file => Assert.StartsWith(target, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_offer_that_is_not_there_and_a_folder_that_is_something_else_are_left_alone()
    {
        using var folder = new TemporaryFolder();
        await using var environment = await TestEnvironment.Start();
        await environment.Patch($"rdy_offers({First})", new JsonObject { ["rdy_name"] = "Contoso Help" });
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "data.json"), "[1]");

        var none = await environment.Run("pull", "Contoso Held", folder.Path);
        var other = await environment.Run("pull", "Contoso Help", folder.Path);

        Assert.Equal("(error) org.example has no offer 'Contoso Held' that you may read. Did you mean 'Contoso Help'? Name one by its name or its id.\n(exit code 2)\n", none);
        Assert.Equal($"(error) The file '{folder.Path}/data.json' is no data.json of an offer, and stays as it is. Correct it, or name another folder.\n(exit code 2)\n", other);
        Assert.Equal("[1]", await File.ReadAllTextAsync(Path.Combine(folder.Path, "data.json")));
    }

    private static IEnumerable<string> Statuses(string said) => JsonNode.Parse(said[..said.LastIndexOf("(exit", StringComparison.Ordinal)])!["offers"]!.AsArray()
        .SelectMany(offer => offer!["items"]!.AsArray().Select(item => $"{offer["name"]} {item!["key"]} {item["status"]}"));

    private static List<JsonNode> Records(string folder) => [.. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "data.json")))!["records"]!.AsArray().Select(record => record!)];

    /// <summary>Every row with its values and the hashes of its files: what of a folder means something. What the plug-ins record of a judgement is left out.</summary>
    private static IEnumerable<string> Contents(string folder)
    {
        var read = OfferFolder.Read(folder, DateTime.UtcNow, 1033, default);
        Assert.Equal([], read.Problems.Select(problem => problem.ToString()));
        var reader = new FolderReader(folder, 1033, default);
        string[] recorded = ["rdy_fingerprint", "rdy_judgedbyid", "rdy_judgedon", "rdy_rulesetversion", "rdy_name"];
        return reader.Read().OrderBy(row => row.Entity.Id).Select(row => string.Join('|', row.Entity.Attributes
            .Where(value => value.Value is not null && FolderSchema.Find(row.Entity.LogicalName)!.Columns.ContainsKey(value.Key))
            .Where(value => row.Entity.LogicalName != "rdy_judgement" || !recorded.Contains(value.Key))
            .Where(value => value.Key != "statecode" || value.Value is OptionSetValue { Value: 1 })
            .Select(value => value.Key + "=" + Show(value.Value)).Order(StringComparer.Ordinal)
            .Prepend(row.Entity.LogicalName + " " + row.Entity.Id)
            .Concat(row.Files.Select(file => file.Column + ":" + file.Sha256).Order(StringComparer.Ordinal))));
    }

    private static string Show(object value) => value switch
    {
        OptionSetValueCollection options => string.Join(',', options.Select(option => option.Value)),
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
