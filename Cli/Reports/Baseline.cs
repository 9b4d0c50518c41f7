using System.Text.Json;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>How the items stood in an earlier JSON report.</summary>
internal sealed class Baseline
{
    private readonly Dictionary<string, (int Weight, bool IsOpen)> _items = new(StringComparer.Ordinal);

    private Baseline()
    {
    }

    /// <exception cref="TroubleException">The file is no report that can be compared with.</exception>
    public static Baseline Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != "readiness-report" || root.GetProperty("formatVersion").GetInt32() != JsonReport.Version)
            {
                throw new TroubleException($"The file '{file}' is no report of this version. Write a new one with '--format json=FILE'.");
            }

            if (root.GetProperty("baseline").GetBoolean())
            {
                throw new TroubleException($"The report '{file}' was itself made against a baseline, so it holds only what was new. Name a report made without '--baseline'.");
            }

            var baseline = new Baseline();
            foreach (var offer in root.GetProperty("offers").EnumerateArray())
            {
                foreach (var item in offer.GetProperty("items").EnumerateArray())
                {
                    baseline._items[offer.GetProperty("id").GetString() + "/" + item.GetProperty("key").GetString()] =
                        (WeightOf(Enum.Parse<ItemStatus>(item.GetProperty("status").GetString()!)), item.GetProperty("open").GetBoolean());
                }
            }

            return baseline;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new TroubleException($"The file '{file}' is no JSON report. Write one with '--format json=FILE'.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"The baseline '{file}' cannot be read: {OutputFile.Reason(e)} Check the path and its permissions.", e);
        }
    }

    /// <summary>Whether the item has opened or turned worse since.</summary>
    public bool IsNew(ReportItem item)
    {
        var (weight, isOpen) = _items.GetValueOrDefault(item.Identity);
        return WeightOf(item.Item.Status) > weight || (item.IsOpen && !isOpen);
    }

    private static int WeightOf(ItemStatus status) => status switch
    {
        ItemStatus.NotMet or ItemStatus.Rejected => 2,
        ItemStatus.Undecided => 1,
        _ => 0,
    };
}
