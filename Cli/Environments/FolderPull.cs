using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Reports;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Environments;

/// <summary>
/// Writes an offer of an environment into a folder in the form of the samples. What the folder has of it already keeps its place, its
/// order and its paths; records of other offers stay as they are.
/// </summary>
/// <remarks>Files are written first and <c>data.json</c> last, each whole or not at all, so a run that was stopped is only run again.</remarks>
internal sealed class FolderPull(WebApiClient client, string folder, Terminal terminal)
{
    private readonly FileTransfer _files = new(client);
    private readonly Dictionary<string, string> _written = new(StringComparer.OrdinalIgnoreCase);

    public int Rows { get; private set; }

    /// <summary>Files that were not there, or had other bytes.</summary>
    public int FilesWritten { get; private set; }

    /// <summary>Whether <c>data.json</c> became another one.</summary>
    public bool HasChanged { get; private set; }

    /// <exception cref="TroubleException">The folder's data.json cannot be read, or something cannot be written.</exception>
    public async Task Run(Guid offer)
    {
        var (data, records) = ReadFolder();
        var rows = await Read(offer);
        Rows = rows.Count;
        var before = records.ToJsonString();
        var known = records.OfType<JsonObject>().Where(record => Guid.TryParse(Text(record["id"]), out _)).ToLookup(record => Guid.Parse(Text(record["id"])!));
        foreach (var gone in records.OfType<JsonObject>().Where(record => IsOf(record, offer) && !rows.Exists(row => row.Id.ToString("D").Equals(Text(record["id"]), StringComparison.OrdinalIgnoreCase))).ToList())
        {
            records.Remove(gone);
        }

        Reserve(records, rows);
        using var progress = new ProgressLine(terminal, rows.Count);
        foreach (var row in rows)
        {
            var isNew = false;
            var record = known[row.Id].FirstOrDefault() ?? (row.LogicalName == OwnRequirement.Table ? records.OfType<JsonObject>().FirstOrDefault(other => IsSameRequirement(other, row)) : null);
            if (record is null)
            {
                record = new JsonObject { ["table"] = row.LogicalName, ["id"] = row.Id.ToString("D"), ["values"] = new JsonObject() };
                records.Add(record);
                isNew = true;
            }

            SetValues(record, row, isNew);
            await SetFiles(record, row);
            progress.Step(row.Text(Offer.Name) ?? row.LogicalName);
        }

        HasChanged = !File.Exists(DataFile) || records.ToJsonString() != before;
        if (HasChanged)
        {
            OutputFile.Write(DataFile, JsonReport.Text(data));
        }
    }

    private string DataFile => Path.Combine(folder, OfferFolder.DataFile);

    /// <summary>The offer's rows, those that it stands on first, and the team's own requirements, without which it would be decided otherwise.</summary>
    private async Task<List<Entity>> Read(Guid offer)
    {
        var state = new EnvironmentState(client);
        var rows = new List<Entity>();
        foreach (var table in FolderSchema.TableNames)
        {
            var there = table == OwnRequirement.Table ? await state.All(table) : await state.Read(table, [offer], table == Offer.Table ? [offer] : []);
            rows.AddRange(there.Select(row => row.Row));
        }

        return rows;
    }

    private (JsonObject Data, JsonArray Records) ReadFolder()
    {
        if (!File.Exists(DataFile))
        {
            var none = new JsonArray();
            return (new JsonObject { ["records"] = none }, none);
        }

        try
        {
            if (JsonNode.Parse(File.ReadAllText(DataFile), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }) is JsonObject data)
            {
                if (data["records"] is JsonArray records)
                {
                    return (data, records);
                }

                if (!data.ContainsKey("records"))
                {
                    var none = new JsonArray();
                    data["records"] = none;
                    return (data, none);
                }
            }
        }
        catch (JsonException)
        {
            // Said below.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"The file '{Shown(OfferFolder.DataFile)}' cannot be read: {OutputFile.Reason(e)} Check the path and its permissions.", e);
        }

        throw new TroubleException($"The file '{Shown(OfferFolder.DataFile)}' is no data.json of an offer, and stays as it is. Correct it, or name another folder.");
    }

    private static void SetValues(JsonObject record, Entity row, bool isNew)
    {
        if (record["values"] is not JsonObject values)
        {
            record["values"] = values = [];
        }

        foreach (var (column, form) in FolderSchema.Find(row.LogicalName)!.Columns)
        {
            var value = ValueOf(row, column);
            var isUsual = value is null ? form.Default is null : IsFirstStatus(row, column) || (!isNew && form.Default is { } usual && IsSame(value, usual));
            if (values.TryGetPropertyValue(column, out var before) ? !IsSame(before, value) : !isUsual)
            {
                values[column] = value;
            }
        }
    }

    private async Task SetFiles(JsonObject record, Entity row)
    {
        var files = record["files"] as JsonObject ?? [];
        foreach (var column in FolderSchema.Find(row.LogicalName)!.Files)
        {
            if (!EnvironmentState.HasFile(row, column))
            {
                files.Remove(column);
                continue;
            }

            var (name, content) = await _files.Download(row.LogicalName, row.Id, column);
            var path = Place(KnownPath(Text(files[column]), column == MarketingAsset.Image ? null : FileNames.Clean(name)) ?? FileNames.Of(row, column, name), content);
            if (Text(files[column]) != path)
            {
                files[column] = path;
            }
        }

        if (files.Count > 0 && files.Parent is null)
        {
            record["files"] = files;
        }
        else if (files.Count == 0)
        {
            record.Remove("files");
        }
    }

    /// <summary>Where the folder has the file, so long as that is below it and has the file's name.</summary>
    private string? KnownPath(string? path, string? name)
    {
        if (path is not { Length: > 0 })
        {
            return null;
        }

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        return Path.GetFullPath(Path.Combine(root, path)).StartsWith(root, StringComparison.Ordinal) && (name is null || Path.GetFileName(path) == name) ? path : null;
    }

    /// <summary>Writes the file there, or beside it where another file of this folder has the name.</summary>
    private string Place(string wanted, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = wanted;
        for (var number = 2; !_written.TryAdd(path, hash) && _written[path] != hash; number++)
        {
            path = Path.Combine(Path.GetDirectoryName(wanted) ?? "", $"{Path.GetFileNameWithoutExtension(wanted)}-{number.ToString(CultureInfo.InvariantCulture)}{Path.GetExtension(wanted)}").Replace('\\', '/');
        }

        var file = Path.Combine(folder, path);
        if (Bytes(file)?.AsSpan().SequenceEqual(content) != true)
        {
            OutputFile.Write(file, content);
            FilesWritten++;
        }

        return path;
    }

    // Files of other offers in the folder are not this one's to change.
    private void Reserve(JsonArray records, List<Entity> rows)
    {
        var own = rows.Select(row => row.Id.ToString("D")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = records.OfType<JsonObject>().Where(record => !own.Contains(Text(record["id"]) ?? "")).Select(record => record["files"]).OfType<JsonObject>();
        foreach (var path in others.SelectMany(files => files).Select(file => Text(file.Value)).OfType<string>())
        {
            _written.TryAdd(path, Bytes(Path.Combine(folder, path)) is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : "");
        }
    }

    /// <summary>Null for a file that is not there or cannot be read.</summary>
    private static byte[]? Bytes(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllBytes(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static JsonNode? ValueOf(Entity row, string column) => row.GetAttributeValue<object>(column) switch
    {
        OptionSetValueCollection options => new JsonArray([.. options.Select(option => (JsonNode)option.Value)]),
        EntityReference { LogicalName: Offer.Table } offer => new JsonObject { ["table"] = Offer.Table, ["id"] = offer.Id.ToString("D") },
        EntityReference person => new JsonObject { ["table"] = person.LogicalName, ["id"] = person.Id.ToString("D"), ["name"] = person.Name },
        DateTime time when column == Judgement.JudgedOn => JsonReport.Time(time),
        var value => EnvironmentRow.Write(value),
    };

    // What a row has that nobody closed or sent on its way.
    private static bool IsFirstStatus(Entity row, string column) => column switch
    {
        Offer.StateCode => row.Choice<int>(column) == 0,
        Offer.StatusCode => row.Choice<int>(column) == (row.Choice<int>(Offer.StateCode) == 0 ? OfferStatus.Draft : OfferStatus.Withdrawn),
        _ => false,
    };

    // Empty text is stored as nothing, a number has many spellings, and options have no order.
    private static bool IsSame(JsonNode? one, JsonNode? other) =>
        JsonNode.DeepEquals(one, other) || (Text(one) is "" && other is null)
        || (one is JsonArray options && other is JsonArray others && options.Select(Number).Order().SequenceEqual(others.Select(Number).Order()))
        || (Number(one) is { } number && number == Number(other));

    private static decimal? Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A team's requirement may have been made in each environment; its key says that it is the same.
    private static bool IsSameRequirement(JsonObject record, Entity row)
    {
        var values = record["values"] as JsonObject;
        var other = new Entity(OwnRequirement.Table)
        {
            [OwnRequirement.Key] = Text(values?[OwnRequirement.Key]),
            [OwnRequirement.Scope] = (values?[OwnRequirement.Scope] as JsonValue)?.TryGetValue<int>(out var scope) == true ? new OptionSetValue(scope)
                : FolderSchema.Find(OwnRequirement.Table)!.Columns[OwnRequirement.Scope].Default is { } usual ? new OptionSetValue(usual) : null,
        };
        return Text(record["table"]) == OwnRequirement.Table && EnvironmentState.IsSameRequirement(other, row);
    }

    private static bool IsOf(JsonObject record, Guid offer) =>
        Guid.TryParse(Text((record["values"] as JsonObject)?[Trial.OfferId] is JsonObject lookup ? lookup["id"] : null), out var id) && id == offer;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    private string Shown(string path) => FolderReader.Shown(folder, path);
}
