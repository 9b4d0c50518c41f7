using System.Collections.Concurrent;
using System.Text.Json;
using Json.Schema;

namespace Cli.Tests.Schemas;

/// <summary>JsonSchema.Net over the schemas of the repository.</summary>
internal static class Validator
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = [];

    public static EvaluationResults Evaluate(string schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        return Schemas.GetOrAdd(schema, path => JsonSchema.FromText(File.ReadAllText(Repository.PathOf(path))))
            .Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }

    public static void AssertValid(string schema, string json)
    {
        var result = Evaluate(schema, json);
        Assert.True(result.IsValid, string.Join("\n", (result.Details ?? []).Where(detail => detail.Errors is { Count: > 0 })
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")).Take(10)));
    }
}
