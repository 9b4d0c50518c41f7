using System.Text.Json;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using Microsoft.Xrm.Sdk;

namespace Plugins.Tests.Pipeline;

/// <summary>The first offer of the sample that fails, as rows with ids of their own: its values and pictures, without the files that are sent in blocks.</summary>
internal static class SmokeSample
{
    /// <summary>What a column holds, by table and name, as the assembly itself knows it.</summary>
    private static readonly Dictionary<(string Table, string Column), string> Kinds = ReadKinds();

    public static IEnumerable<Entity> Rows()
    {
        var folder = RepositoryFolder.PathOf("Samples", "first-submission");
        using var data = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "data.json")));
        var records = data.RootElement.GetProperty("records").EnumerateArray().ToList();
        var offer = new Entity(Offer.Table, Guid.NewGuid());
        var original = records[0].GetProperty("id").GetString();
        yield return Fill(offer, folder, records[0], offer.Id);
        foreach (var record in records.Where(record => record.GetProperty("values").TryGetProperty(Trial.OfferId, out var parent) && parent.GetProperty("id").GetString() == original))
        {
            yield return Fill(new Entity(record.GetProperty("table").GetString()), folder, record, offer.Id);
        }
    }

    private static Entity Fill(Entity row, string folder, JsonElement record, Guid offer)
    {
        foreach (var value in record.GetProperty("values").EnumerateObject())
        {
            row[value.Name] = value.Name == Trial.OfferId ? new EntityReference(Offer.Table, offer) : Value(Kinds[(row.LogicalName, value.Name)], value.Value);
        }

        if (record.TryGetProperty("files", out var files) && files.TryGetProperty(MarketingAsset.Image, out var picture))
        {
            row[MarketingAsset.Image] = File.ReadAllBytes(Path.Combine(folder, picture.GetString()!));
        }

        return row;
    }

    private static object? Value(string kind, JsonElement value) => kind switch
    {
        "Text" or "Url" or "Guid" => value.GetString(),
        "Whole" => value.GetInt32(),
        "Decimal" => value.GetDecimal(),
        "Date" => value.GetDateTime(),
        "Choice" => new OptionSetValue(value.GetInt32()),
        "Choices" => new OptionSetValueCollection([.. value.EnumerateArray().Select(option => new OptionSetValue(option.GetInt32()))]),
        _ => throw new NotSupportedException($"The sample has a value of the kind '{kind}'."),
    };

    private static Dictionary<(string Table, string Column), string> ReadKinds()
    {
        using var reader = new StreamReader(typeof(PluginBase).Assembly.GetManifestResourceStream("DataverseReadiness.Plugins.Columns.tsv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(fields => (fields[0], fields[1]), fields => fields[2]);
    }
}
