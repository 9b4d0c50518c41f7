using System.Text.Json.Nodes;

namespace Cli.Tests;

/// <summary>A copy of a sample that a test changes.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleFolder(string sample = "first-submission", Action<JsonArray>? change = null)
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("Samples", sample), "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Repository.PathOf("Samples", sample), file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (change is not null)
        {
            var data = JsonNode.Parse(File.ReadAllText(DataFile))!;
            change(data["records"]!.AsArray());
            File.WriteAllText(DataFile, data.ToJsonString(new() { WriteIndented = true }));
        }
    }

    public string Path => _folder.Path;

    public string DataFile => System.IO.Path.Combine(Path, "data.json");

    /// <summary>A judgement of the first offer.</summary>
    public static JsonObject Judgement(JsonArray records, string key, int verdict, string note, string? endsOn = null)
    {
        var values = new JsonObject { ["rdy_offerid"] = new JsonObject { ["table"] = "rdy_offer", ["id"] = (string)records[0]!["id"]! }, ["rdy_key"] = key, ["rdy_verdict"] = verdict, ["rdy_note"] = note };
        if (endsOn is not null) values["rdy_endson"] = endsOn;
        return new JsonObject { ["table"] = "rdy_judgement", ["id"] = $"0d5a7e00-0000-4000-9000-{records.Count:x12}", ["values"] = values };
    }

    public void Dispose() => _folder.Dispose();
}
