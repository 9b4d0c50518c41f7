using System.Text.Json.Serialization;

namespace Parity;

/// <summary>What a comparison of a scenario with an environment found.</summary>
/// <param name="Result">Whether every answer was the recorded one.</param>
/// <param name="Date">The day, in UTC.</param>
/// <param name="Version">The environment's version, as <c>RetrieveVersion</c> gives it.</param>
/// <param name="Scenario">The scenario's fingerprint then: of another recording it says nothing.</param>
/// <param name="What">The first difference.</param>
internal sealed record Stamp(StampResult Result, DateOnly Date, string Version, string Scenario, string? What = null)
{
    public static SortedDictionary<string, Stamp> All(Files files) => new(Files.Read<Dictionary<string, Stamp>>(files.Stamps), StringComparer.Ordinal);
}

[JsonConverter(typeof(JsonStringEnumConverter<StampResult>))]
internal enum StampResult
{
    [JsonStringEnumMemberName("same")]
    Same,

    [JsonStringEnumMemberName("differs")]
    Differs,
}
