using System.Globalization;
using System.Text.RegularExpressions;

namespace Sandbox.Replay;

/// <summary>A line of a timeline as text.</summary>
/// <param name="Text">What happened, indented by who asked for it.</param>
/// <param name="Milliseconds">How long it took; null where that says nothing.</param>
internal sealed record TimelineLine(string Text, double? Milliseconds);

/// <summary>The timeline of an operation as lines, to be printed and compared.</summary>
internal static partial class Timeline
{
    /// <summary>Everything that happened, in order.</summary>
    public static IReadOnlyList<TimelineLine> Of(OperationRecord record)
    {
        var lines = new List<TimelineLine>();
        Add(lines, record.Request, 0);
        foreach (var change in record.Changes.Where(change => change.Created + change.Updated + change.Deleted > 0))
        {
            lines.Add(new TimelineLine(string.Create(CultureInfo.InvariantCulture,
                $"{(change.RolledBack ? "rolled back" : "stored")}: {change.Table}, {change.Created} created, {change.Updated} updated, {change.Deleted} deleted"), null));
        }

        return lines;
    }

    /// <summary>The texts with each id replaced by its place among them: new rows get new ids wherever they are made.</summary>
    public static IReadOnlyList<string> Comparable(IReadOnlyList<TimelineLine> lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. lines.Select(line => Id().Replace(line.Text, match =>
        {
            if (!seen.TryGetValue(match.Value, out var place)) seen[match.Value] = place = seen.Count + 1;
            return "#" + place.ToString(CultureInfo.InvariantCulture);
        }))];
    }

    private static void Add(List<TimelineLine> lines, RequestRecord request, int depth)
    {
        var indent = new string(' ', depth * 2);
        var columns = request.Columns.Count == 0 ? "" : $" ({string.Join(", ", request.Columns)})";
        var rows = request.Rows is { } count ? string.Create(CultureInfo.InvariantCulture, $": {count} rows") : "";
        lines.Add(new TimelineLine($"{indent}{request.Message}{(request.Table is null ? "" : " " + request.Table)}{(request.Id is { } id ? $" {id:D}" : "")}{columns}{rows}", request.Milliseconds));
        foreach (var step in request.Steps) Add(lines, step, depth + 1);
        if (request.Failure is { } failure) lines.Add(Thrown(failure, depth + 1));
    }

    private static void Add(List<TimelineLine> lines, StepRecord step, int depth)
    {
        lines.Add(new TimelineLine(string.Create(CultureInfo.InvariantCulture,
            $"{new string(' ', depth * 2)}{step.Stage} {step.Name ?? "main operation"} [{step.Plugin}] on {step.Message} of {step.Table}"), step.Milliseconds));
        foreach (var request in step.Requests) Add(lines, request, depth + 1);
        if (step.Failure is { } failure) lines.Add(Thrown(failure, depth + 1));
    }

    private static TimelineLine Thrown(FailureRecord failure, int depth) =>
        new($"{new string(' ', depth * 2)}threw {failure.Type}{(failure.Code is null ? "" : " " + failure.Code)}: {failure.Message.ReplaceLineEndings(" ")}", null);

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
