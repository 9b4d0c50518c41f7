using System.Globalization;
using System.Text;
using System.Text.Json;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Input;

/// <summary>
/// Reads the records of <c>data.json</c> into rows as the app would store them: checked and normalised by the plug-ins' own code, their
/// files inspected. What the app would refuse is a problem, not a row that is quietly different.
/// </summary>
internal sealed class FolderReader(string folder, int language, CancellationToken stop)
{
    // What the app itself writes on a judgement; a folder may hold it, so that an old judgement stays bound to what it was made on.
    private static readonly string[] RecordedColumns = ColumnLists.JudgementResults.Split(',');

    private readonly string _file = Shown(folder, OfferFolder.DataFile);
    private Dictionary<string, JsonPlace> _places = [];

    public List<InputProblem> Problems { get; } = [];

    /// <exception cref="TroubleException">There is no folder, or no <c>data.json</c> that could be read.</exception>
    public List<FolderRow> Read()
    {
        var bytes = Bytes();
        using var document = Parse(bytes);
        var rows = new List<FolderRow>();
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new TroubleException(Say("input.root", _file));
        }

        if (!document.RootElement.TryGetProperty("records", out var records))
        {
            return rows;
        }

        if (records.ValueKind != JsonValueKind.Array)
        {
            throw new TroubleException(Say("input.records", _file));
        }

        var known = new HashSet<Guid>();
        foreach (var (index, record) in records.EnumerateArray().Index())
        {
            stop.ThrowIfCancellationRequested();
            var path = "/records/" + index.ToString(CultureInfo.InvariantCulture);
            if (Row(record, path) is not { } row)
            {
                continue;
            }

            if (!known.Add(row.Entity.Id))
            {
                Problem(path + "/id", "input.id.twice", row.Entity.Id.ToString("D"));
                continue;
            }

            rows.Add(row);
        }

        CheckOffers(rows);
        return rows;
    }

    /// <summary>Where a row and its values are written; its own place under an empty column.</summary>
    public IEnumerable<KeyValuePair<(Guid Row, string Column), DataPlace>> PlacesOf(FolderRow row)
    {
        yield return new((row.Entity.Id, ""), row.Place);
        foreach (var part in new[] { "/values/", "/files/" })
        {
            var prefix = row.Path + part;
            foreach (var place in _places.Where(place => place.Key.StartsWith(prefix, StringComparison.Ordinal) && place.Key.IndexOf('/', prefix.Length) < 0))
            {
                yield return new((row.Entity.Id, place.Key[prefix.Length..]), new DataPlace(_file, place.Value.Line));
            }
        }
    }

    /// <summary>A path below a folder as the person would write it, the same on every system.</summary>
    public static string Shown(string folder, string relative) => Path.Combine(folder, relative).Replace('\\', '/');

    private byte[] Bytes()
    {
        if (!Directory.Exists(folder))
        {
            throw new TroubleException(Say("input.folder.none", folder));
        }

        var path = Path.Combine(folder, OfferFolder.DataFile);
        if (!File.Exists(path))
        {
            throw new TroubleException(Say("input.data.none", folder));
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(Say("input.file.unreadable", _file), e);
        }
    }

    private JsonDocument Parse(byte[] bytes)
    {
        ReadOnlyMemory<byte> json = bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        try
        {
            _places = JsonPlaces.Of(json.Span);
            return JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var line = (e as JsonException)?.LineNumber + 1 ?? 0;
            throw new TroubleException(new InputProblem(_file, (int)line, Say("input.json")).ToString(), e);
        }
    }

    private FolderRow? Row(JsonElement record, string path)
    {
        if (record.ValueKind != JsonValueKind.Object || Text(record, "table") is not { } table || FolderSchema.Find(table) is not { } form)
        {
            Problem(path, "input.table", string.Join(", ", FolderSchema.TableNames));
            return null;
        }

        if (!Guid.TryParse(Text(record, "id"), out var id))
        {
            Problem(path, "input.id");
            return null;
        }

        if (Members(record, "values") is not { } values || Members(record, "files") is not { } named)
        {
            Problem(path, "input.members");
            return null;
        }

        var row = new Entity(table, id);
        foreach (var (column, known) in form.Columns)
        {
            if (known.Default is { } option && !values.ContainsKey(column))
            {
                row[column] = new OptionSetValue(option);
            }
        }

        foreach (var (column, value) in values)
        {
            Set(row, form, column, value, path + "/values/" + column);
        }

        var files = Files(row, form, named, path);
        return new FolderRow(path, PlaceOf(path), row, OfferOf(record), files);
    }

    private void Set(Entity row, TableForm form, string column, JsonElement value, string path)
    {
        if (!form.Columns.TryGetValue(column, out var known))
        {
            Problem(path, RowCheck.IsResult(row.LogicalName, column) ? "input.result" : "input.column", row.LogicalName, column);
        }
        else if (column == Judgement.JudgedById)
        {
            row[column] = new EntityReference("systemuser", Guid.Empty) { Name = value.ValueKind == JsonValueKind.Object ? Text(value, "name") : null };
        }
        else if (column != Trial.OfferId)
        {
            var json = "{\"" + JsonEncodedText.Encode(column) + "\":" + value.GetRawText() + "}";
            if (!IsReadable(value, ColumnInfo.Of(row.LogicalName, column).Kind) || !UnsavedValues.TryRead(json, row, out _))
            {
                Problem(path, "input.value", ColumnInfo.Of(row.LogicalName, column).DisplayName(language));
                return;
            }

            row[column] = Stored(row[column], column, known);
            foreach (var option in OptionsOf(row[column]).Where(option => known.Options?.Contains(option) == false))
            {
                Problem(path, "input.option", ColumnInfo.Of(row.LogicalName, column).DisplayName(language), option.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    // Dates of one spelling only, and no text that has no Unicode form.
    private static bool IsReadable(JsonElement value, ColumnKind kind)
    {
        try
        {
            return value.ValueKind != JsonValueKind.String || (kind == ColumnKind.Date ? value.TryGetDateTime(out _) : value.GetString() is not null);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // As the platform keeps it: no empty texts, choices in the order of their values, decimals to so many places, days without a time.
    private static object? Stored(object? value, string column, ColumnForm known) => value switch
    {
        "" => null,
        string text => text.Replace('\0', '\uFFFD'),
        decimal number => decimal.Round(number, known.Decimals ?? 0, MidpointRounding.AwayFromZero),
        DateTime time => column == Judgement.JudgedOn ? time : time.Date,
        OptionSetValueCollection { Count: 0 } => null,
        OptionSetValueCollection several => new OptionSetValueCollection([.. OptionsOf(several).Distinct().Order().Select(option => new OptionSetValue(option))]),
        _ => value,
    };

    private static IEnumerable<int> OptionsOf(object? value) => value switch
    {
        OptionSetValue option => [option.Value],
        OptionSetValueCollection several => several.Select(option => option.Value),
        _ => [],
    };

    private List<SubmittedFile> Files(Entity row, TableForm form, Dictionary<string, JsonElement> named, string path)
    {
        var paths = new Dictionary<string, string>();
        foreach (var (column, name) in named)
        {
            if (!form.Files.Contains(column))
            {
                Problem(path + "/files/" + column, "input.file.column", row.LogicalName, column);
            }
            else if (FileOf(name, path + "/files/" + column) is { } relative)
            {
                paths[column] = relative;
            }
        }

        var files = new List<SubmittedFile>();
        if (paths.TryGetValue(MarketingAsset.Image, out var image))
        {
            Try(image, path + "/files/" + MarketingAsset.Image, () => row[MarketingAsset.Image] = File.ReadAllBytes(Path.Combine(folder, image)));
        }

        Check(row, path);
        if (row.LogicalName == MarketingAsset.Table)
        {
            AssetInspection.Fill(row, null);
        }

        foreach (var (column, relative) in paths)
        {
            stop.ThrowIfCancellationRequested();
            Try(relative, path + "/files/" + column, () => files.Add(FileInspections.Inspect(row, column, Path.Combine(folder, relative), Shown(folder, relative))));
        }

        return files;
    }

    private void Check(Entity row, string path)
    {
        var checkedRow = new Entity(row.LogicalName, row.Id);
        checkedRow.Attributes.AddRange(row.Attributes.Where(value => row.LogicalName != Judgement.Table || !RecordedColumns.Contains(value.Key)));
        foreach (var problem in RowCheck.Problems(checkedRow, null))
        {
            var place = path + (problem.Column.Kind == ColumnKind.Image ? "/files/" : "/values/") + problem.Column.Name;
            Problems.Add(At(place, problem.In(language)));
        }

        RowCheck.Normalise(row);
    }

    private void CheckOffers(List<FolderRow> rows)
    {
        var offers = rows.Where(row => row.Entity.LogicalName == Offer.Table).Select(row => row.Entity.Id).ToHashSet();
        foreach (var row in rows.Where(row => row.Entity.LogicalName is not (Offer.Table or OwnRequirement.Table) && !(row.Offer is { } offer && offers.Contains(offer))))
        {
            Problem(row.Path, "input.offer", row.Entity.LogicalName);
        }

        var requirements = rows.Where(row => row.Entity.LogicalName == OwnRequirement.Table).Select(row => (Row: row, Fact: OwnRequirements.Of(row.Entity))).ToList();
        foreach (var (row, fact) in requirements)
        {
            if (TeamRequirements.ProblemOf(fact, [.. requirements.Select(other => other.Fact)]) is { Key: "team.problem.key" or "team.problem.lowers" } refusal)
            {
                Problems.Add(At(row.Path, Texts.Render(refusal, language)));
            }
        }
    }

    /// <summary>The path below the folder; null where it is none, which is then a problem.</summary>
    private string? FileOf(JsonElement name, string path)
    {
        if (name.ValueKind != JsonValueKind.String || name.GetString() is not { Length: > 0 } relative)
        {
            Problem(path, "input.file.name");
            return null;
        }

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, relative));
        if (!full.StartsWith(root, StringComparison.Ordinal))
        {
            Problem(path, "input.file.outside", relative);
            return null;
        }

        if (!File.Exists(full))
        {
            Problem(path, "input.file.none", Shown(folder, relative));
            return null;
        }

        return relative;
    }

    private void Try(string relative, string path, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problem(path, "input.file.unreadable", Shown(folder, relative));
        }
    }

    private void Problem(string path, string key, params string[] arguments) => Problems.Add(At(path, Say(key, arguments)));

    private InputProblem At(string path, string sentence)
    {
        var place = PlaceOf(path);
        return new InputProblem(place.File, place.Line, sentence);
    }

    private DataPlace PlaceOf(string path) => new(_file, _places.TryGetValue(path, out var place) ? place.Line : 0);

    private string Say(string key, params string[] arguments) => CliTexts.Say(key, language, arguments);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Null when the member is there and no object.</summary>
    private static Dictionary<string, JsonElement>? Members(JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out var members) || members.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return members.ValueKind == JsonValueKind.Object
            ? members.EnumerateObject().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal)
            : null;
    }

    private static Guid? OfferOf(JsonElement record) =>
        record.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Object
        && values.TryGetProperty(Trial.OfferId, out var lookup) && lookup.ValueKind == JsonValueKind.Object
        && Guid.TryParse(Text(lookup, "id"), out var id) ? id : null;
}
