using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Parity;

/// <summary>Puts an answer into a form that can be read in a diff and compared: status, the headers that a client reads, the body, without what is another in each run.</summary>
internal static class Answers
{
    private static readonly string[] Headers =
        ["Content-Range", "Content-Type", "ETag", "Location", "OData-EntityId", "Preference-Applied", "x-ms-chunk-size", "x-ms-file-name", "x-ms-file-size"];

    /// <summary>Left out: it stands in every answer, no page says in which order it names columns, and it would hide any other difference.</summary>
    private const string Context = "@odata.context";

    private static readonly Regex Boundary = new(";? *boundary=.*");

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response, ScenarioStep step, Variables variables)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .Select(header => (header.Key, Value: string.Join(", ", header.Value)))
            .ToList();
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Capture(step, variables, headers, bytes);
        var answer = Answer((int)response.StatusCode, headers, bytes, variables);
        foreach (var (path, pattern) in step.Matches ?? new Dictionary<string, string>())
            Match(answer["body"], path, pattern);
        return answer;
    }

    private static JsonObject Answer(int status, IEnumerable<(string Key, string Value)> headers, byte[] bytes, Variables variables)
    {
        var kept = headers.Where(header => Headers.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        var type = kept.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        var answer = new JsonObject { ["status"] = status };
        var named = new JsonObject();
        foreach (var (name, value) in kept.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
            named[Headers.First(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))] = variables.Normalise(Boundary.Replace(value, ""));
        if (named.Count > 0)
            answer["headers"] = named;
        if (bytes.Length > 0)
            answer["body"] = Body(type, bytes, variables);
        return answer;
    }

    private static JsonNode? Body(string type, byte[] bytes, Variables variables)
    {
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return Parts(type, Encoding.UTF8.GetString(bytes), variables);
        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) && Json(bytes) is { } json)
            return Normalise(json, variables);
        if (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            return variables.Normalise(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
        return new JsonObject { ["length"] = bytes.Length, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }

    private static JsonNode? Json(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Normalise(JsonNode? node, Variables variables) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => member.Key != Context).Select(member => KeyValuePair.Create(member.Key, Normalise(member.Value, variables)))),
        JsonArray items => new JsonArray([.. items.Select(item => Normalise(item, variables))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => variables.Normalise((string)value!),
        _ => node?.DeepClone(),
    };

    /// <summary>The answers of a batch, those of a change set as an array within.</summary>
    private static JsonArray Parts(string type, string text, Variables variables)
    {
        var boundary = Regex.Match(type, "boundary=\"?([^\";]+)").Groups[1].Value;
        var parts = new JsonArray();
        foreach (var part in ("\r\n" + text).Split("\r\n--" + boundary)[1..].TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)))
        {
            var (headers, body) = Split(part.StartsWith("\r\n", StringComparison.Ordinal) ? part[2..] : part);
            var inner = headers.First(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
            if (inner.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            {
                parts.Add(Parts(inner, body, variables));
                continue;
            }

            var line = body.IndexOf("\r\n", StringComparison.Ordinal);
            var (answerHeaders, answerBody) = Split(body[(line + 2)..]);
            parts.Add(Answer(
                int.Parse(body[..line].Split(' ')[1], CultureInfo.InvariantCulture), answerHeaders, Encoding.UTF8.GetBytes(answerBody.TrimEnd('\r', '\n')), variables));
        }

        return parts;
    }

    private static (List<(string Key, string Value)> Headers, string Body) Split(string text)
    {
        if (text.StartsWith("\r\n", StringComparison.Ordinal))
            return ([], text[2..]);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        return (
            [.. head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1].Trim()))],
            end < 0 ? "" : text[(end + 4)..]);
    }

    private static void Capture(ScenarioStep step, Variables variables, List<(string Key, string Value)> headers, byte[] bytes)
    {
        foreach (var (name, place) in step.Capture ?? new Dictionary<string, string>())
        {
            var value = place.StartsWith('/')
                ? (string?)At(Json(bytes), place)
                : headers.FirstOrDefault(header => header.Key.Equals(place, StringComparison.OrdinalIgnoreCase)).Value;
            if (string.IsNullOrEmpty(value))
                continue; // The comparison of this very answer says what is missing.
            if (place == "OData-EntityId")
                value = value.Split('(', ')')[^2];
            if (place.EndsWith("pagingcookie", StringComparison.Ordinal))
                variables.Set(name, Variables.Cookie(value));
            else
                variables.Set(name, value);
        }
    }

    private static void Match(JsonNode? body, string path, string pattern)
    {
        var slash = path.LastIndexOf('/');
        if (At(body, path) is not JsonValue value || value.GetValueKind() != JsonValueKind.String || !Regex.IsMatch((string)value!, pattern))
            return;
        var holder = At(body, path[..slash]);
        if (holder is JsonArray items)
            items[int.Parse(path[(slash + 1)..], CultureInfo.InvariantCulture)] = "{matches}";
        else
            holder![path[(slash + 1)..]] = "{matches}";
    }

    private static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node switch
            {
                JsonArray items when int.TryParse(name, CultureInfo.InvariantCulture, out var place) && place < items.Count => items[place],
                JsonObject members => members[name],
                _ => null,
            };
        }

        return node;
    }

}
