using System.Text.Json;

namespace DataverseReadiness.Cli.Input;

/// <summary>The tables and columns of an offer's folder, from the schema that is published as <c>docs/schemas/offer-folder.schema.json</c>.</summary>
/// <remarks>The schema is written from the solution's tables and tested for being current.</remarks>
internal static class FolderSchema
{
    private static readonly Lazy<Dictionary<string, TableForm>> Tables = new(Read);

    /// <summary>Null when no table of a folder has the name.</summary>
    public static TableForm? Find(string table) => Tables.Value.GetValueOrDefault(table);

    public static IEnumerable<string> TableNames => Tables.Value.Keys;

    private static Dictionary<string, TableForm> Read()
    {
        using var stream = typeof(FolderSchema).Assembly.GetManifestResourceStream("offer-folder.schema.json")!;
        using var schema = JsonDocument.Parse(stream);
        return schema.RootElement.GetProperty("$defs").EnumerateObject().ToDictionary(
            table => table.Name,
            table => new TableForm(
                Members(table.Value, "values").ToDictionary(column => column.Name, column => Column(column.Value), StringComparer.Ordinal),
                Members(table.Value, "files").Select(file => file.Name).ToHashSet(StringComparer.Ordinal)),
            StringComparer.Ordinal);
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement table, string part) =>
        table.GetProperty("properties").GetProperty(part).GetProperty("properties").EnumerateObject();

    private static ColumnForm Column(JsonElement column)
    {
        var choices = column.TryGetProperty("items", out var items) ? items : column;
        return new ColumnForm(
            choices.TryGetProperty("enum", out var options)
                ? options.EnumerateArray().Where(option => option.ValueKind == JsonValueKind.Number).Select(option => option.GetInt32()).ToHashSet()
                : null,
            column.TryGetProperty("default", out var standard) ? standard.GetInt32() : null,
            column.TryGetProperty("decimals", out var decimals) ? decimals.GetInt32() : null);
    }
}
