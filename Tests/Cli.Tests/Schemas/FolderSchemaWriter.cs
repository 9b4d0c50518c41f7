using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Validation;
using Packager;
using Packager.Model;

namespace Cli.Tests.Schemas;

/// <summary>Writes the schema of an offer's folder from the solution's tables.</summary>
internal static class FolderSchemaWriter
{
    private static readonly string[] Tables =
    [
        Offer.Table, Trial.Table, Plan.Table, SupportLink.Table, MarketingAsset.Table, Judgement.Table, OwnRequirement.Table, Certification.Table,
    ];

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var model = SolutionPackage.ReadFolder(Repository.PathOf("Solution"), Repository.PathOf("Solution", "map.xml")).ToModel();
        var tables = Tables.Select(name => model.Tables.Single(table => table.LogicalName == name)).ToList();
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "data.json of an offer's folder",
            ["description"] = "Rows of the tables of Offer Readiness, in the order in which they are made, with their files beside. Read by 'readiness' and by the sandbox.",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["records"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["required"] = new JsonArray("table", "id"),
                        ["properties"] = new JsonObject { ["table"] = new JsonObject { ["enum"] = new JsonArray([.. Tables.Select(name => (JsonNode)name)]) } },
                        ["allOf"] = new JsonArray([.. Tables.Select(name => (JsonNode)new JsonObject
                        {
                            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["table"] = new JsonObject { ["const"] = name } } },
                            ["then"] = new JsonObject { ["$ref"] = "#/$defs/" + name },
                        })]),
                    },
                },
                ["users"] = new JsonObject { ["type"] = "array", ["description"] = "Users that the sandbox adds; of no meaning to 'readiness'." },
                ["schedule"] = new JsonObject { ["type"] = "array", ["description"] = "Custom APIs that the sandbox calls by itself; of no meaning to 'readiness'." },
            },
            ["$defs"] = new JsonObject(tables.Select(table => new KeyValuePair<string, JsonNode?>(table.LogicalName, Table(table)))),
        }.ToJsonString(Written) + "\n";
    }

    private static JsonObject Table(TableModel table)
    {
        var values = table.Columns.Values.Where(column => IsValue(table, column)).OrderBy(column => column.LogicalName, StringComparer.Ordinal).ToList();
        var files = table.Columns.Values.Where(column => column.IsCustom && column.Type is ColumnType.Image or ColumnType.File).OrderBy(column => column.LogicalName, StringComparer.Ordinal);
        return new JsonObject
        {
            ["title"] = table.DisplayName.In(1033),
            ["properties"] = new JsonObject
            {
                ["table"] = true,
                ["id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
                ["values"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject(values.Select(column => new KeyValuePair<string, JsonNode?>(column.LogicalName, Column(column)))),
                    ["additionalProperties"] = false,
                },
                ["files"] = new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "Paths below the folder, by column.",
                    ["properties"] = new JsonObject(files.Select(column => new KeyValuePair<string, JsonNode?>(
                        column.LogicalName, new JsonObject { ["type"] = "string", ["description"] = column.DisplayName.In(1033) }))),
                    ["additionalProperties"] = false,
                },
                ["actions"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["description"] = "Custom APIs that the sandbox calls on the row afterwards." },
            },
            ["additionalProperties"] = false,
        };
    }

    // What people fill in, and what a judgement was made with.
    private static bool IsValue(TableModel table, ColumnModel column)
    {
        if (column.Type == ColumnType.PrimaryKey) return false;
        var isKnown = ColumnInfo.Of(table.LogicalName, column.LogicalName).Kind is not (ColumnKind.Other or ColumnKind.Image) || column.LogicalName is Trial.OfferId or Judgement.JudgedById;
        return isKnown ? table.LogicalName == Judgement.Table || !RowCheck.IsResult(table.LogicalName, column.LogicalName) : column.Type is ColumnType.State or ColumnType.Status;
    }

    private static JsonObject Column(ColumnModel column)
    {
        var schema = column.Type switch
        {
            ColumnType.Text or ColumnType.Memo => new JsonObject { ["type"] = new JsonArray("string", "null"), ["maxLength"] = column.MaxLength },
            ColumnType.Integer => new JsonObject { ["type"] = new JsonArray("integer", "null"), ["minimum"] = column.MinValue, ["maximum"] = column.MaxValue },
            ColumnType.Decimal => new JsonObject { ["type"] = new JsonArray("number", "null"), ["minimum"] = column.MinValue, ["maximum"] = column.MaxValue, ["decimals"] = column.Accuracy },
            ColumnType.DateTime => new JsonObject { ["type"] = new JsonArray("string", "null"), ["pattern"] = "^\\d{4}-\\d{2}-\\d{2}(T.*)?$" },
            ColumnType.Choice or ColumnType.State or ColumnType.Status => Options(column, orNull: true),
            ColumnType.Choices => new JsonObject { ["type"] = new JsonArray("array", "null"), ["items"] = Options(column, orNull: false) },
            _ => new JsonObject { ["type"] = new JsonArray("object", "null"), ["required"] = new JsonArray("id") },
        };
        var label = column.DisplayName.In(1033);
        var options = column.Choice?.Options.Select(option => option.Value.ToString(CultureInfo.InvariantCulture) + " " + option.Label.In(1033));
        schema["description"] = options is null ? label : label + ": " + string.Join(", ", options);
        if (column is { Type: ColumnType.Choice, DefaultValue: { } value }) schema["default"] = value;
        return schema;
    }

    private static JsonObject Options(ColumnModel column, bool orNull)
    {
        var values = column.Choice!.Options.Select(option => (JsonNode?)option.Value);
        return new JsonObject { ["enum"] = new JsonArray([.. orNull ? values.Append(null) : values]) };
    }
}
