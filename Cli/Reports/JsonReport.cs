using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>The answer for programs, in the form of <c>docs/schemas/report.schema.json</c>.</summary>
internal static class JsonReport
{
    /// <summary>Rises when a program that reads the last version would read this one wrongly.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(CheckReport report) => Text(new JsonObject
    {
        ["format"] = "readiness-report",
        ["formatVersion"] = Version,
        ["tool"] = new JsonObject { ["name"] = "readiness", ["version"] = CheckReport.ToolVersion },
        ["language"] = LanguageOption.NameOf(report.Language),
        ["decidedFor"] = Time(report.At),
        ["exitCode"] = report.ExitCode,
        ["baseline"] = report.HasBaseline,
        ["offers"] = Array(report.Offers.Select(offer => Of(offer, report))),
        ["problems"] = Array(report.Problems.Select(problem => new JsonObject
        {
            ["file"] = problem.File,
            ["line"] = problem.Line == 0 ? null : problem.Line,
            ["message"] = problem.Sentence,
        })),
    });

    /// <summary>JSON as it is written to a file, with a line break at the end.</summary>
    public static string Text(JsonNode json) => json.ToJsonString(Written) + "\n";

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Of(OfferReport offer, CheckReport report) => new()
    {
        ["id"] = offer.Offer.Id.ToString("D"),
        ["name"] = offer.Offer.Name,
        ["file"] = offer.Offer.Place.File,
        ["asked"] = offer.Offer.IsPackageAlone ? "package" : "offer",
        ["ruleSet"] = offer.Evaluation.RuleSet.Name,
        ["ruleSetVersion"] = offer.Evaluation.RuleSetVersion,
        ["readiness"] = offer.Readiness.ToString(),
        ["score"] = offer.Score,
        ["openItems"] = offer.OpenItems,
        ["nextChange"] = offer.Evaluation.NextChange is { } next ? Time(next) : null,
        ["items"] = Array(offer.Items.Where(item => item.IsNew).Select(Of)),
        ["notLookedAt"] = Array(offer.Nobody.Select(clause => new JsonObject
        {
            ["key"] = clause.Key,
            ["title"] = Texts.Render(clause.Title, report.Language),
            ["source"] = clause.Source,
            ["why"] = clause.Note is null ? null : Texts.Render(clause.Note, report.Language),
        })),
    };

    private static JsonObject Of(ReportItem item)
    {
        var requirement = item.Item.Requirement;
        var verdict = item.Item.Verdict;
        return new JsonObject
        {
            ["key"] = item.Key,
            ["title"] = item.Title,
            ["group"] = requirement.Group.ToString(),
            ["severity"] = requirement.Severity.ToString(),
            ["decidedBy"] = Array(Enum.GetValues<DecidedBy>().Where(one => requirement.DecidedBy.HasFlag(one)).Select(one => (JsonNode)one.ToString())),
            ["source"] = requirement.Source,
            ["status"] = item.Item.Status.ToString(),
            ["verdict"] = verdict.Kind.ToString(),
            ["open"] = item.IsOpen,
            ["reason"] = item.Reason,
            ["reasonKey"] = verdict.Reason.Key,
            ["reasonArguments"] = Array(verdict.Reason.Arguments.Select(argument => (JsonNode)argument)),
            ["fix"] = item.Fix,
            ["table"] = verdict.Target.Table,
            ["row"] = verdict.Target.RecordId?.ToString("D"),
            ["column"] = verdict.Target.Column,
            ["file"] = item.Place.File,
            ["line"] = item.Place.Line == 0 ? null : item.Place.Line,
            ["fingerprint"] = item.Item.Fingerprint.Length == 0 ? null : item.Item.Fingerprint,
            ["judgement"] = Of(item.Item),
            ["appliesFrom"] = item.Item.AppliesFrom is { } first ? ReportItem.Day(first) : null,
            ["endsOn"] = item.Item.EndsOn is { } last ? ReportItem.Day(last) : null,
            ["decidedByVersion"] = item.Item.RuleSetVersion,
        };
    }

    private static JsonObject? Of(EvaluatedItem item) => item.Judgement is not { } judgement ? null : new JsonObject
    {
        ["verdict"] = judgement.Verdict?.ToString(),
        ["note"] = judgement.Note,
        ["by"] = judgement.JudgedBy,
        ["on"] = judgement.JudgedOn is { } on ? Time(on) : null,
        ["until"] = item.WaivedUntil is { } until ? ReportItem.Day(until) : null,
        ["counts"] = item.Status is ItemStatus.Confirmed or ItemStatus.Rejected or ItemStatus.Waived,
    };
}
