using System.Globalization;
using System.Text.Json;

namespace DataverseReadiness.Cli.Input;

/// <summary>The place of every value of a JSON text, by its JSON pointer: <c>/records/0/values/rdy_name</c>.</summary>
internal static class JsonPlaces
{
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static Dictionary<string, JsonPlace> Of(ReadOnlySpan<byte> json)
    {
        var places = new Dictionary<string, JsonPlace>(StringComparer.Ordinal);
        var lines = new LineCounter();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        var open = new Stack<(string Path, int Next)>();
        var name = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                open.Pop();
                continue;
            }

            var path = "";
            if (open.TryPop(out var container))
            {
                path = container.Path + "/" + (container.Next < 0 ? name : container.Next.ToString(CultureInfo.InvariantCulture));
                open.Push((container.Path, container.Next < 0 ? -1 : container.Next + 1));
            }

            var start = (int)reader.TokenStartIndex;
            places[path] = new JsonPlace(lines.At(json, start), start, (int)reader.BytesConsumed - start);
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                open.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }

        return places;
    }

    private struct LineCounter
    {
        private int _passed;
        private int _breaks;

        public int At(ReadOnlySpan<byte> json, int position)
        {
            _breaks += json[_passed..position].Count((byte)'\n');
            _passed = position;
            return _breaks + 1;
        }
    }
}
