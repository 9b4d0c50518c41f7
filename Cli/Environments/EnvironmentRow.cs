using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Validation;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Environments;

/// <summary>Rows as the Web API writes them, and as the plug-ins have them.</summary>
internal static class EnvironmentRow
{
    // Nobody fills in these tables, so their columns are in no list of what can be.
    private static readonly HashSet<(string Table, string Column)> Choices = [(StoredProbe.Table, StoredProbe.Kind), (StoredProbe.Table, StoredProbe.Outcome), (ChecklistItem.Table, ChecklistItem.Status)];
    private static readonly HashSet<(string Table, string Column)> Dates = [(StoredProbe.Table, StoredProbe.CertificateEnds), (StoredProbe.Table, StoredProbe.CheckedOn), (StoredProbe.Table, StoredProbe.CountedFrom), (StoredProbe.Table, StoredProbe.TriedOn)];

    private static readonly string[] Lookups = [Trial.OfferId, Judgement.JudgedById];

    /// <summary>The entity set of one of the solution's tables.</summary>
    public static string SetOf(string table) => table + "s";

    /// <summary>Entity set and id.</summary>
    public static string PathOf(string table, Guid id) => $"{SetOf(table)}({id:D})";

    /// <summary>What <c>$select</c> calls the columns; an image is its id, since its bytes would come along.</summary>
    public static string Select(IEnumerable<string> columns) =>
        string.Join(',', columns.Where(column => column != MarketingAsset.Image).Select(column => Lookups.Contains(column) ? $"_{column}_value" : column));

    public static Entity Read(string table, JsonObject json)
    {
        var row = new Entity(table, (Guid)json[table + "id"]!);
        foreach (var (name, value) in json)
        {
            var kind = ColumnInfo.Of(table, name).Kind;
            if (name == table + "id" || name.Contains('@', StringComparison.Ordinal) || value is null)
            {
                continue;
            }

            if (name is ['_', ..] && name.EndsWith("_value", StringComparison.Ordinal))
            {
                row[name[1..^"_value".Length]] = new EntityReference((string?)json[name + "@Microsoft.Dynamics.CRM.lookuplogicalname"] ?? Offer.Table, (Guid)value)
                {
                    Name = (string?)json[name + "@OData.Community.Display.V1.FormattedValue"],
                };
            }
            else if (kind != ColumnKind.Other || name is "statecode" or "statuscode")
            {
                var read = kind == ColumnKind.Choices
                    ? new JsonArray([.. ((string)value!).Split(',').Select(option => (JsonNode)int.Parse(option, CultureInfo.InvariantCulture))])
                    : value.DeepClone();
                UnsavedValues.TryRead(new JsonObject { [name] = read }.ToJsonString(), row, out _);
            }
            else
            {
                row[name] = Other(table, name, value);
            }
        }

        return row;
    }

    /// <summary>A value as it is sent; null for an empty one.</summary>
    public static JsonNode? Write(object? value) => value switch
    {
        null => null,
        string text => text,
        int number => number,
        decimal number => number,
        OptionSetValue option => option.Value,
        OptionSetValueCollection options => string.Join(',', options.Select(option => option.Value)),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    /// <summary>Whether two values are the same to a reader.</summary>
    public static bool IsSame(object? one, object? other) => one is decimal number && other is decimal second ? number == second : JsonNode.DeepEquals(Write(one), Write(other));

    private static object? Other(string table, string name, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number when Choices.Contains((table, name)) => new OptionSetValue((int)value),
        JsonValueKind.Number => (int)value,
        JsonValueKind.True or JsonValueKind.False => (bool)value,
        _ when Dates.Contains((table, name)) => DateTime.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        _ when Guid.TryParse((string)value!, out var id) => id,
        _ => (string)value!,
    };
}
