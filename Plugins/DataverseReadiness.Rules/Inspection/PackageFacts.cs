using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>What was found in an AppSource package. Stored on the offer as JSON, since the package itself is read only once.</summary>
public sealed class PackageFacts
{
    /// <summary>Size of the package in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256 of the package, lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Why the package could not be read to the end; null when it could. Other findings are then incomplete.</summary>
    public Message? Damage { get; init; }

    /// <summary>Everything that is wrong, in the order it was found, <see cref="Damage"/> included.</summary>
    public IReadOnlyList<PackageFinding> Findings { get; init; } = new List<PackageFinding>();

    /// <summary>The solutions inside.</summary>
    public IReadOnlyList<PackageSolution> Solutions { get; init; } = new List<PackageSolution>();

    /// <summary>Name of the input file as it is spelt in the zip (input.xml or Input.xml); empty when missing.</summary>
    public string InputFile { get; init; } = "";

    /// <summary>Values of the simple elements of the input file (ProviderName, PackageFile, SolutionAnchorName, StartDate, EndDate, SupportedCountries, LearnMoreLink).</summary>
    public IReadOnlyDictionary<string, string> Input { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the package could be read and nothing is wrong with the part.</summary>
    public bool IsComplete(PackagePart part) => Damage is null && Findings.All(finding => finding.Part != part);

    /// <summary>What is wrong with one part.</summary>
    public IReadOnlyList<PackageFinding> FindingsOf(PackagePart part) => Findings.Where(finding => finding.Part == part).ToList();

    /// <summary>Writes the facts as JSON, the same on every machine.</summary>
    public string ToJson() => Json.Write(new Dictionary<string, object?>
    {
        ["bytes"] = Bytes,
        ["sha256"] = Sha256,
        ["damage"] = Damage is null ? null : Write(Damage),
        ["findings"] = Findings.Select(finding => (object?)new Dictionary<string, object?>
        {
            ["part"] = finding.Part.ToString(),
            ["message"] = Write(finding.Message),
        }),
        ["solutions"] = Solutions.Select(solution => (object?)new Dictionary<string, object?>
        {
            ["file"] = solution.File,
            ["uniqueName"] = solution.UniqueName,
            ["version"] = solution.Version,
            ["isManaged"] = solution.IsManaged,
        }),
        ["inputFile"] = InputFile,
        ["input"] = Input.OrderBy(value => value.Key, StringComparer.Ordinal).ToDictionary(value => value.Key, value => (object?)value.Value),
    });

    /// <summary>Reads what <see cref="ToJson"/> wrote; null when the text is empty or something else.</summary>
    public static PackageFacts? FromJson(string? json)
    {
        if (string.IsNullOrEmpty(json) || !Json.TryRead(json!, out var root) || root is not Dictionary<string, object?> values)
            return null;
        var damage = Value<List<object?>>(values, "damage");
        return new PackageFacts
        {
            Bytes = values.TryGetValue("bytes", out var bytes) && bytes is long count ? count : 0,
            Sha256 = Text(values, "sha256"),
            Damage = damage is null ? null : ReadMessage(damage),
            Findings = Objects(values, "findings").Select(ReadFinding).ToList(),
            Solutions = Objects(values, "solutions").Select(solution => new PackageSolution(
                Text(solution, "file"), Text(solution, "uniqueName"), Text(solution, "version"), solution.TryGetValue("isManaged", out var managed) && managed is true)).ToList(),
            InputFile = Text(values, "inputFile"),
            Input = (Value<Dictionary<string, object?>>(values, "input") ?? new Dictionary<string, object?>())
                .ToDictionary(value => value.Key, value => value.Value as string ?? "", StringComparer.Ordinal),
        };
    }

    private static List<object?> Write(Message message) => new[] { message.Key }.Concat(message.Arguments).ToList<object?>();

    private static Message ReadMessage(List<object?> values)
    {
        var texts = values.Select(value => value as string ?? "").ToArray();
        return new Message(texts.FirstOrDefault() ?? "", texts.Skip(1).ToArray());
    }

    private static PackageFinding ReadFinding(Dictionary<string, object?> finding)
    {
        Enum.TryParse<PackagePart>(Text(finding, "part"), out var part);
        return new PackageFinding(part, ReadMessage(Value<List<object?>>(finding, "message") ?? new List<object?>()));
    }

    private static IEnumerable<Dictionary<string, object?>> Objects(Dictionary<string, object?> values, string name) =>
        (Value<List<object?>>(values, name) ?? new List<object?>()).OfType<Dictionary<string, object?>>();

    private static string Text(Dictionary<string, object?> values, string name) => Value<string>(values, name) ?? "";

    private static T? Value<T>(Dictionary<string, object?> values, string name)
        where T : class => values.TryGetValue(name, out var value) ? value as T : null;
}
