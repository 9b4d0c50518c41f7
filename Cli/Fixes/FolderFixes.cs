using System.Globalization;
using System.Text;
using System.Text.Json;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Validation;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Cli.Fixes;

/// <summary>
/// Corrects what has one right form only: blanks around texts, line breaks of other systems, http in addresses that are right with
/// https. Only these values change in the file; its layout and its comments stay.
/// </summary>
internal static class FolderFixes
{
    private const int LongestShown = 160;

    /// <summary>Corrects <c>data.json</c> of a folder, whole or not at all.</summary>
    /// <returns>What changed, one change in three lines; empty where nothing did.</returns>
    /// <exception cref="TroubleException">The file cannot be written.</exception>
    public static string Apply(string folder)
    {
        var path = Path.Combine(folder, OfferFolder.DataFile);
        if (!TryRead(path, out var bytes, out var fixes) || fixes.Count == 0)
        {
            // What cannot be read is reported by the reading that follows.
            return "";
        }

        var shown = FolderReader.Shown(folder, OfferFolder.DataFile);
        var fixedBytes = new MemoryStream();
        var at = 0;
        var difference = new StringBuilder();
        foreach (var fix in fixes)
        {
            fixedBytes.Write(bytes, at, fix.Start - at);
            fixedBytes.Write(Encoding.UTF8.GetBytes(fix.After));
            at = fix.Start + fix.Length;
            difference.Append(CultureInfo.InvariantCulture, $"{shown}:{fix.Line} {fix.Column}\n- {Shown(fix.Column, fix.Before)}\n+ {Shown(fix.Column, fix.After)}\n");
        }

        fixedBytes.Write(bytes, at, bytes.Length - at);
        OutputFile.Write(path, fixedBytes.ToArray());
        return difference.ToString();
    }

    private static bool TryRead(string path, out byte[] bytes, out List<FolderFix> fixes)
    {
        bytes = [];
        fixes = [];
        try
        {
            bytes = File.ReadAllBytes(path);
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            var places = JsonPlaces.Of(bytes.AsSpan(start));
            using var document = JsonDocument.Parse(bytes.AsMemory(start), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            foreach (var (index, record) in document.RootElement.GetProperty("records").EnumerateArray().Index())
            {
                var table = record.GetProperty("table").GetString()!;
                foreach (var value in record.TryGetProperty("values", out var values) ? values.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.String) : [])
                {
                    var text = value.Value.GetString()!;
                    var right = Right(ColumnInfo.Of(table, value.Name).Kind, text);
                    if (right != text)
                    {
                        var place = places[string.Create(CultureInfo.InvariantCulture, $"/records/{index}/values/{value.Name}")];
                        fixes.Add(new FolderFix(place.Line, table + "." + value.Name, place.Start + start, place.Length, value.Value.GetRawText(), Json(right)));
                    }
                }
            }

            fixes.Sort((one, other) => one.Start.CompareTo(other.Start));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static string Right(ColumnKind kind, string text)
    {
        switch (kind)
        {
            case ColumnKind.Text:
                return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
            case ColumnKind.Guid:
                return text.Trim();
            case ColumnKind.Url:
                var trimmed = text.Trim();
                var secure = trimmed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https://" + trimmed["http://".Length..] : trimmed;
                return UrlReader.Read(secure).IsValid ? secure : trimmed;
            default:
                return text;
        }
    }

    // Only what JSON demands is escaped: a letter stays the letter it was.
    private static string Json(string text) => "\"" + string.Concat(text.Select(letter => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\t' => "\\t",
        < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
        _ => letter.ToString(),
    })) + "\"";

    // Around texts it is the ends that change. No signature of an address is shown.
    private static string Shown(string column, string json)
    {
        var safe = column == Offer.Table + "." + Offer.PackageUrl ? "\"" + SasUrl.WithoutSignature(json[1..^1]) + "\"" : json;
        return Cut(safe);
    }

    private static string Cut(string json) => json.Length <= LongestShown ? json : json[..(LongestShown / 2)] + " … " + json[^(LongestShown / 2)..];
}
