using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parity;

/// <summary>Where the data lies, and how it is read and written.</summary>
internal sealed class Files(string root)
{
    /// <summary>Those of this checkout.</summary>
    public static Files OfRepository { get; } = new(
        typeof(Files).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    public string Root => root;

    public string Tests => Path.Combine(root, "Tests");

    public string Solution => Path.Combine(Tests, "Parity", "Solution");

    public string Head => Path.Combine(Tests, "Parity", "Rows", "head.md");

    public string Stamps => Path.Combine(Tests, "Parity", "stamps.json");

    public string Page => Path.Combine(root, "docs", "parity.md");

    public IEnumerable<string> Parts => Sorted("Rows");

    public IEnumerable<string> Scenarios => Sorted("Scenarios");

    public static T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), Json)!;
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"'{Path.GetFileName(file)}' cannot be read: {problem.Message}", problem);
        }
    }

    public static void Write<T>(string file, T content) => File.WriteAllText(file, JsonSerializer.Serialize(content, Json) + "\n");

    private IEnumerable<string> Sorted(string folder) => Directory.EnumerateFiles(Path.Combine(Tests, "Parity", folder), "*.json").Order(StringComparer.Ordinal);
}
