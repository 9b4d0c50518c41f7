using System.Reflection;
using System.Text.Json.Nodes;
using App.Tests.Player;

namespace App.Tests.Readiness;

/// <summary>The offer of a sample, with what belongs to it, for a test that enters it anew.</summary>
internal sealed class SampleOffer
{
    private readonly string _folder;
    private readonly JsonNode _offer;
    private readonly List<JsonNode> _children;

    private SampleOffer(string folder, JsonNode offer, List<JsonNode> children) => (_folder, _offer, _children) = (folder, offer, children);

    /// <summary>The texts that somebody entered.</summary>
    public IEnumerable<string> Texts =>
        _children.Prepend(_offer).SelectMany(record => record["values"]!.AsObject())
            .Select(value => value.Value is JsonValue single && single.TryGetValue(out string? text) ? text : "").Where(text => text.Length > 0);

    /// <param name="sample">Folder under <c>Samples</c>.</param>
    /// <param name="ruleSet">The rule set that the offer is made for.</param>
    public static SampleOffer Of(string sample, int ruleSet)
    {
        var root = typeof(SampleOffer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var folder = Path.Combine(root, "Samples", sample);
        var records = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "data.json")))!["records"]!.AsArray();
        var offer = records.Single(record => (string)record!["table"]! == "rdy_offer" && (int)record["values"]!["rdy_ruleset"]! == ruleSet)!;
        return new SampleOffer(folder, offer, [.. records.Where(record => (string?)record!["values"]!["rdy_offerid"]?["id"] == (string)offer["id"]!).Select(record => record!)]);
    }

    /// <summary>The text of a column of the offer.</summary>
    public string Text(string column) => (string)_offer["values"]![column]!;

    /// <summary>The path of a file of the offer.</summary>
    public string FileOf(string column) => PathOf(_offer, column);

    /// <summary>The one child that is of the kind; choices by their number.</summary>
    public (JsonObject Values, string? Image) Child(string table, string column, int value)
    {
        var child = ChildOf(table, column, value);
        return (child["values"]!.AsObject(), child["files"]?["rdy_image"] is null ? null : PathOf(child, "rdy_image"));
    }

    /// <summary>Enters what is left of the offer: every value that has no column in <paramref name="entered"/>, every child that is not there yet.</summary>
    public async Task EnterRestAsync(WebApiClient api, string id, IReadOnlyCollection<string> entered, IReadOnlyCollection<JsonObject> children)
    {
        await api.UpdateAsync($"rdy_offers({id})", Body(_offer, entered));
        foreach (var child in _children.Where(child => !children.Contains(child["values"]!.AsObject())))
        {
            var body = Body(child, ["rdy_offerid"]);
            body["rdy_OfferId@odata.bind"] = $"/rdy_offers({id})";
            if (child["files"]?["rdy_image"] is not null) body["rdy_image"] = Convert.ToBase64String(File.ReadAllBytes(PathOf(child, "rdy_image")));
            var row = $"{child["table"]}s({await api.CreateAsync($"{child["table"]}s", body)})";
            if (child["files"]?["rdy_file"] is not null) await api.UploadAsync($"{row}/rdy_file", PathOf(child, "rdy_file"));
            foreach (var action in child["actions"]?.AsArray() ?? []) await api.CallAsync($"{row}/Microsoft.Dynamics.CRM.{action}");
        }
    }

    private JsonNode ChildOf(string table, string column, int value) =>
        _children.Single(child => (string)child["table"]! == table && (int?)child["values"]![column] == value);

    private string PathOf(JsonNode record, string column) => Path.Combine(_folder, (string)record["files"]![column]!);

    private static JsonObject Body(JsonNode record, IReadOnlyCollection<string> without)
    {
        var body = new JsonObject();
        foreach (var (column, value) in record["values"]!.AsObject().Where(value => !without.Contains(value.Key)))
            body[column] = value is JsonArray choices ? string.Join(',', choices) : value!.DeepClone();
        return body;
    }
}
