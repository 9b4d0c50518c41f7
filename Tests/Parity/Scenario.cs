using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Parity;

/// <summary>Requests of the Web API with the answers that the sandbox gave.</summary>
/// <param name="About">What it tries.</param>
/// <param name="Rows">Keys of the rows it is evidence for.</param>
/// <param name="Steps">The requests, in their order.</param>
/// <param name="Language">The language that its caller must have, since answers hold texts for people; null when any will do.</param>
/// <param name="Ids">Names of ids that the client chooses; they are others in each run.</param>
internal sealed record Scenario(string About, IReadOnlyList<string> Rows, IReadOnlyList<ScenarioStep> Steps, int? Language = null, IReadOnlyList<string>? Ids = null)
{
    public static IReadOnlyDictionary<string, Scenario> All(Files files) =>
        files.Scenarios.ToDictionary(file => Path.GetFileNameWithoutExtension(file), Files.Read<Scenario>);

    /// <summary>Changes with everything that a comparison rests on: a stamp of another recording is none.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(this with { Rows = [] }, Files.Json))))[..16];
}

/// <summary>One request and its answer. <c>{name}</c> stands for what was captured before.</summary>
/// <param name="Send">Method and address below the Web API's, or a whole address.</param>
/// <param name="Query">Options of the query, not escaped.</param>
/// <param name="Headers">Headers beside those that every request has.</param>
/// <param name="Body">JSON.</param>
/// <param name="Lines">A text in place of JSON, such as that of a batch.</param>
/// <param name="Bytes">Bytes in place of JSON.</param>
/// <param name="Capture">What later steps need: a name, and the header or the path in the body where it stands.</param>
/// <param name="Matches">Paths in the body whose text is another in each run or each environment, and the pattern it has.</param>
/// <param name="Answer">What came back, as <see cref="Answers"/> puts it.</param>
internal sealed record ScenarioStep(
    string Send,
    IReadOnlyDictionary<string, string>? Query = null,
    IReadOnlyDictionary<string, string>? Headers = null,
    JsonNode? Body = null,
    IReadOnlyList<string>? Lines = null,
    ScenarioBytes? Bytes = null,
    IReadOnlyDictionary<string, string>? Capture = null,
    IReadOnlyDictionary<string, string>? Matches = null,
    JsonObject? Answer = null);

/// <summary>Bytes made by repeating a text; from one place on, when a file goes up in chunks.</summary>
internal sealed record ScenarioBytes(string Pattern, int Length, int From)
{
    public byte[] Make()
    {
        var pattern = Encoding.UTF8.GetBytes(Pattern);
        var bytes = new byte[Length];
        for (var i = 0; i < Length; i++)
            bytes[i] = pattern[(From + i) % pattern.Length];
        return bytes;
    }
}
