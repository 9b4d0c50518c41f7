using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;

namespace Cli.Tests.Input;

/// <summary>
/// A folder of offers with values drawn from the published schema: every table and column, texts of every kind of oddness, files of the
/// samples in places where they fit and where they do not, own requirements and judgements.
/// </summary>
internal sealed class GeneratedFolder(int seed, DateTime now)
{
    public const int Offers = 4;

    private static readonly string[] Texts =
    [
        "", " ", "  trimmed?  ", "Contoso", "one\ntwo\r\nthree", "<p>Dynamics 365 <b>Sales</b></p><script>x</script>", "å ä ö 𝒜 🚀", "9.2", "1.0.0.0", "AT, BE, SE",
        "support@contoso.example", "+46 8 555 010 01", "$choice.YesNo.Yes", "a|b]c,d", "password=Tr0ub4dor&3", "SE", "nul\0here",
    ];

    private static readonly string[] Addresses = ["https://contoso.example/help", "HTTPS://Contoso.Example:443/A", " https://fabrikam.example ", "https://contoso.example/x?y=1#z"];

    private static readonly string[] Pictures = ["logos/logo-48.png", "logos/logo-216.png", "logos/logo-255x115.png", "logos/logo-90.png", "screens/offers.png"];

    private readonly Random _random = new(seed);
    private int _id;

    public void Write(string folder)
    {
        Copy(Repository.PathOf("Samples", "dataverse-readiness"), folder);
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "schemas", "offer-folder.schema.json")));
        var tables = schema.RootElement.GetProperty("$defs");
        var records = new JsonArray();
        for (var number = 0; number < Offers; number++)
        {
            var offer = Record(tables, Offer.Table, null);
            records.Add(offer);
            for (var children = _random.Next(12); children > 0; children--)
                records.Add(Record(tables, Pick([Trial.Table, Plan.Table, SupportLink.Table, MarketingAsset.Table, MarketingAsset.Table]), (string)offer["id"]!));
        }

        for (var rows = _random.Next(3); rows > 0; rows--) records.Add(Requirement(rows));
        foreach (var offer in records.Where(record => (string)record!["table"]! == Offer.Table).ToList()) Judge(records, folder, (string)offer!["id"]!);
        Save(records, folder);
    }

    // Judgements that the app takes: of what is undecided or not met at the time of loading.
    private void Judge(JsonArray records, string folder, string offer)
    {
        Save(records, folder);
        var read = DataverseReadiness.Cli.Input.OfferFolder.Read(folder, now, 1033, default);
        Assert.Equal([], read.Problems.Select(problem => problem.ToString()));
        var items = OfferEvaluation.Of(read.Offers.Single(one => one.Id == Guid.Parse(offer)).Facts(now)).Items;
        foreach (var item in items.Where(item => item.Verdict.Kind is VerdictKind.Undecided or VerdictKind.NotMet && _random.Next(12) == 0))
        {
            var verdict = item.Verdict.Kind == VerdictKind.NotMet ? JudgementVerdict.Waived : Pick([JudgementVerdict.Confirmed, JudgementVerdict.Rejected, JudgementVerdict.Waived]);
            if (verdict == JudgementVerdict.Waived && item.Requirement.NeverWaived) continue;
            var values = new JsonObject { ["rdy_offerid"] = Lookup(offer), ["rdy_key"] = item.Requirement.Key, ["rdy_verdict"] = (int)verdict, ["rdy_note"] = "Looked at by number " + _id };
            if (verdict == JudgementVerdict.Waived) values["rdy_endson"] = now.AddDays(1 + _random.Next(300)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            records.Add(new JsonObject { ["table"] = Judgement.Table, ["id"] = NextId(), ["values"] = values });
        }
    }

    private JsonObject Record(JsonElement tables, string table, string? offer)
    {
        var values = new JsonObject();
        foreach (var column in tables.GetProperty(table).GetProperty("properties").GetProperty("values").GetProperty("properties").EnumerateObject())
        {
            // One person loads everything, so nobody else could judge.
            if (column.Name is "statecode" or "statuscode" or Offer.FourEyes || _random.Next(3) == 0) continue;
            if (column.Name == Trial.OfferId) values[column.Name] = Lookup(offer!);
            else if (Value(table, column.Name, column.Value) is { } value) values[column.Name] = value;
        }

        if (offer is not null)
        {
            values[Trial.OfferId] = Lookup(offer);
            if (_random.Next(8) == 0) values["statecode"] = 1;
        }

        var record = new JsonObject { ["table"] = table, ["id"] = NextId(), ["values"] = values };
        var files = new JsonObject();
        if (table == Offer.Table && _random.Next(3) > 0) files[Offer.Package] = Pick(["package/DataverseReadiness_AppSource.zip", "documents/scenarios.docx", "logos/logo-48.png"]);
        if (table == MarketingAsset.Table && _random.Next(4) > 0) files[MarketingAsset.Image] = Pick(Pictures);
        if (table == MarketingAsset.Table && _random.Next(3) == 0) files[MarketingAsset.File] = Pick(["documents/user-guide.pdf", "documents/scenarios.docx", "logos/logo-48.png"]);
        if (files.Count > 0)
        {
            record["files"] = files;
            record["actions"] = new JsonArray(table == Offer.Table ? "rdy_InspectPackage" : "rdy_InspectAsset");
        }

        return record;
    }

    private JsonNode? Value(string table, string column, JsonElement schema)
    {
        var known = DataverseReadiness.Plugins.Validation.ColumnInfo.Of(table, column);
        switch (known.Kind)
        {
            case DataverseReadiness.Plugins.Validation.ColumnKind.Url:
                return Pick(Addresses);
            case DataverseReadiness.Plugins.Validation.ColumnKind.Guid:
                return Pick(["5F1D2C6E-8B0A-4C3D-9E7F-2A4B6C8D0E1F", "{5f1d2c6e-8b0a-4c3d-9e7f-2a4b6c8d0e1f}"]);
            case DataverseReadiness.Plugins.Validation.ColumnKind.Text:
                var text = Pick(Texts);
                return text.Length <= known.Max ? text : text[..(int)known.Max];
            case DataverseReadiness.Plugins.Validation.ColumnKind.Whole:
                return (int)known.Min + _random.Next(1 + (int)Math.Min(known.Max - known.Min, 120));
            case DataverseReadiness.Plugins.Validation.ColumnKind.Decimal:
                return Math.Round(known.Min + ((decimal)_random.NextDouble() * Math.Min(known.Max - known.Min, 100)), _random.Next(6));
            case DataverseReadiness.Plugins.Validation.ColumnKind.Date:
                return now.AddDays(_random.Next(-900, 900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case DataverseReadiness.Plugins.Validation.ColumnKind.Choice:
                return schema.GetProperty("enum")[_random.Next(schema.GetProperty("enum").GetArrayLength())].Deserialize<JsonNode>();
            default:
                var options = schema.GetProperty("items").GetProperty("enum");
                return new JsonArray([.. Enumerable.Range(0, _random.Next(5)).Select(_ => options[_random.Next(options.GetArrayLength())].Deserialize<JsonNode>())]);
        }
    }

    private JsonObject Requirement(int number) => new()
    {
        ["table"] = OwnRequirement.Table,
        ["id"] = NextId(),
        ["values"] = new JsonObject
        {
            ["rdy_key"] = "TEAM-" + number,
            ["rdy_name"] = "Own requirement " + number,
            ["rdy_severity"] = (int)Pick([Severity.Blocking, Severity.Advice]),
            ["rdy_guidance"] = "Ask the team.",
            ["rdy_test"] = (int)RequirementTest.Person,
        },
    };

    private static JsonObject Lookup(string offer) => new() { ["table"] = Offer.Table, ["id"] = offer };

    // Rising, so that rows of one second stand in the order of the file.
    private string NextId() => $"{seed:x8}-0000-4000-8000-{++_id:x12}";

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private static void Save(JsonArray records, string folder) =>
        File.WriteAllText(Path.Combine(folder, "data.json"), new JsonObject { ["records"] = records.DeepClone() }.ToJsonString());

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
