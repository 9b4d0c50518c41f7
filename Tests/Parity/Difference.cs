using System.Text.Json.Nodes;

namespace Parity;

/// <summary>The first thing in which an answer is not the recorded one.</summary>
internal static class Difference
{
    /// <summary>Null when there is none.</summary>
    public static string? Find(JsonNode? recorded, JsonNode? actual, string path = "")
    {
        switch (recorded, actual)
        {
            case (JsonObject left, JsonObject right):
                foreach (var (name, value) in left)
                {
                    if (!right.ContainsKey(name))
                        return $"{path}/{name} is missing, recorded {Shown(value)}";
                    if (Find(value, right[name], path + "/" + name) is { } difference)
                        return difference;
                }

                return right.FirstOrDefault(member => !left.ContainsKey(member.Key)) is { Key: { } added } ? $"{path}/{added} is {Shown(right[added])}, nothing recorded" : null;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                return left.Select((value, place) => Find(value, right[place], path + "/" + place)).FirstOrDefault(difference => difference is not null);
            case (JsonArray left, JsonArray right):
                return $"{path} has {right.Count} items, recorded {left.Count}";
            default:
                return JsonNode.DeepEquals(recorded, actual) ? null : $"{path} is {Shown(actual)}, recorded {Shown(recorded)}";
        }
    }

    private static string Shown(JsonNode? value)
    {
        var text = value?.ToJsonString(Files.Json).ReplaceLineEndings(" ") ?? "null";
        return text.Length > 160 ? text[..160] + "..." : text;
    }
}
