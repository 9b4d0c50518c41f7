using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Fuzzing;

/// <summary>Says what is wrong with an answer: only documented refusals may come, in the documented shape, and nothing of the machine in them.</summary>
internal static partial class Oracle
{
    private static readonly HashSet<string> Codes =
    [
        .. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => FormattableString.Invariant($"0x{(int)field.GetValue(null)!:x8}")), "0x0", "",
    ];

    /// <summary>What is wrong, or null.</summary>
    /// <param name="method">The request's method; the answer to HEAD has no body.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="folder">Folder of the organization, which no answer names.</param>
    public static string? Finding(string method, Answer answer, string folder)
    {
        if (answer.Status is not (>= 200 and < 300 or >= 400 and < 500 or 304 or 501)) return $"status {answer.Status}: {Start(answer.Text)}";
        if (Leak(answer.Text, folder) is { } leak) return leak;
        if (InnerServerError().Match(answer.Text) is { Success: true } inner) return $"'{inner.Value}' in a batch: {Start(answer.Text)}";
        var isBatch = answer.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith("multipart/", StringComparison.Ordinal);
        if (method == "HEAD") return null;
        return answer.Status >= 400 && !isBatch ? Shape(answer) : type?.StartsWith("application/json", StringComparison.Ordinal) == true ? NoJson(answer) : null;
    }

    /// <summary>What a text tells of the machine, or null.</summary>
    public static string? Leak(string text, string folder)
    {
        if (Frame().Match(text) is { Success: true } frame) return $"a stack trace: {frame.Value}";
        return new[] { folder, AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar }
            .FirstOrDefault(path => text.Contains(path, StringComparison.OrdinalIgnoreCase)) is { } path
            ? $"the path '{path}': {Start(text)}"
            : null;
    }

    // What is no HTTP is turned away by the server before the Web API sees it, without a body.
    private static string? Shape(Answer answer)
    {
        if (answer.Bytes.Length == 0) return answer.Status is 400 && !answer.Headers.ContainsKey("OData-Version") ? null : $"status {answer.Status} without a body";
        try
        {
            using var json = JsonDocument.Parse(answer.Bytes);
            var error = json.RootElement.GetProperty("error");
            var (code, message) = (error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
            if (!Codes.Contains(code)) return $"the code '{code}' is not known: {message}";
            return string.IsNullOrWhiteSpace(message) ? $"status {answer.Status} without a sentence" : null;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"status {answer.Status} with a body of another shape: {Start(answer.Text)}";
        }
    }

    private static string? NoJson(Answer answer)
    {
        if (answer.Bytes.Length == 0) return answer.Status is 204 or 304 ? null : "an empty body that says it is JSON";
        try
        {
            using var json = JsonDocument.Parse(answer.Bytes);
            return null;
        }
        catch (JsonException problem)
        {
            return $"a body that says it is JSON and is not: {problem.Message}";
        }
    }

    private static string Start(string text) => text.Length <= 600 ? text : text[..600] + "...";

    [GeneratedRegex(@"^\s*at [\w.<>`+]+\(.*|:line \d+", RegexOptions.Multiline)]
    private static partial Regex Frame();

    [GeneratedRegex(@"^HTTP/1\.1 5(?!01)\d\d.*", RegexOptions.Multiline)]
    private static partial Regex InnerServerError();
}
