using System.Text.Json.Nodes;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>The answer as SARIF 2.1.0: what is not met, what waits to be decided, and what was accepted as open, suppressed with its reason.</summary>
internal static class SarifReport
{
    public static string Render(CheckReport report)
    {
        var items = report.Offers.SelectMany(offer => offer.Items.Where(item => item.IsNew && IsResult(item))).ToList();
        var rules = items.Select(item => item.Item.Requirement).DistinctBy(requirement => requirement.Key).ToList();
        return JsonReport.Text(new JsonObject
        {
            ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = JsonReport.Array([new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "readiness",
                        ["version"] = CheckReport.ToolVersion,
                        ["rules"] = JsonReport.Array(rules.Select(rule => RuleOf(rule, report.Language))),
                    },
                },
                ["language"] = LanguageOption.NameOf(report.Language),
                ["invocations"] = JsonReport.Array([Invocation(report)]),
                ["results"] = JsonReport.Array(items.Select(item => ResultOf(item, rules.FindIndex(rule => rule.Key == item.Key), report.HasBaseline))),
                ["properties"] = new JsonObject
                {
                    ["offers"] = JsonReport.Array(report.Offers.Select(offer => new JsonObject
                    {
                        ["id"] = offer.Offer.Id.ToString("D"),
                        ["name"] = offer.Offer.Name,
                        ["ruleSetVersion"] = offer.Evaluation.RuleSetVersion,
                        ["readiness"] = offer.Readiness.ToString(),
                        ["openItems"] = offer.OpenItems,
                        ["notLookedAt"] = JsonReport.Array(offer.Nobody.Select(clause => (JsonNode)clause.Key)),
                    })),
                },
            }]),
        });
    }

    private static bool IsResult(ReportItem item) => item.Item.Status is not (ItemStatus.Met or ItemStatus.NotApplicable or ItemStatus.Confirmed);

    private static JsonObject Invocation(CheckReport report) => new()
    {
        ["executionSuccessful"] = report.Problems.Count == 0 && report.Offers.Count > 0,
        ["exitCode"] = report.ExitCode,
        ["toolExecutionNotifications"] = JsonReport.Array(report.Problems.Select(problem => new JsonObject
        {
            ["level"] = "error",
            ["message"] = new JsonObject { ["text"] = problem.Sentence },
            ["locations"] = JsonReport.Array([Location(problem.File, problem.Line)]),
        })),
    };

    private static JsonObject RuleOf(Requirement requirement, int language) => new()
    {
        ["id"] = requirement.Key,
        ["shortDescription"] = new JsonObject { ["text"] = Texts.Render(requirement.Title, language) },
        ["help"] = new JsonObject { ["text"] = requirement.Source },
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(requirement) },
        ["properties"] = new JsonObject { ["group"] = ReportItem.LabelOf("group." + requirement.Group, language) },
    };

    private static JsonObject ResultOf(ReportItem item, int rule, bool hasBaseline)
    {
        // Only what fails has a level; what is open for review has none.
        var fails = item.Item.Verdict.Kind == VerdictKind.NotMet || item.Item.Status == ItemStatus.Rejected;
        var result = new JsonObject
        {
            ["ruleId"] = item.Key,
            ["ruleIndex"] = rule,
            ["kind"] = fails ? "fail" : "review",
            ["level"] = !fails ? "none" : item.Item.Counts ? LevelOf(item.Item.Requirement) : "warning",
            ["message"] = new JsonObject { ["text"] = string.Join(" ", new[] { item.Reason, item.Fix, item.Item.Status == ItemStatus.Rejected ? item.Judgement : null }.OfType<string>()) },
            ["locations"] = JsonReport.Array([LocationOf(item)]),
            ["partialFingerprints"] = new JsonObject { ["readinessItem/v1"] = item.Identity },
        };
        if (hasBaseline)
        {
            result["baselineState"] = "new";
        }

        if (item.Item.Status == ItemStatus.Waived)
        {
            result["suppressions"] = JsonReport.Array([new JsonObject { ["kind"] = "external", ["status"] = "accepted", ["justification"] = item.Judgement }]);
        }

        return result;
    }

    private static JsonObject LocationOf(ReportItem item)
    {
        var location = Location(item.Place.File, item.Place.Line);
        location["logicalLocations"] = JsonReport.Array([new JsonObject
        {
            ["fullyQualifiedName"] = item.Item.Verdict.Target.Table + "." + item.Item.Verdict.Target.Column,
            ["kind"] = "member",
        }]);
        return location;
    }

    private static JsonObject Location(string file, int line)
    {
        var place = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(file) } };
        if (line > 0)
        {
            place["region"] = new JsonObject { ["startLine"] = line };
        }

        return new JsonObject { ["physicalLocation"] = place };
    }

    // An address stays as it is and a full path becomes one; any other is relative to where the command ran.
    private static string UriOf(string file) => file.StartsWith("http", StringComparison.Ordinal) && Uri.TryCreate(file, UriKind.Absolute, out var address)
        ? address.AbsoluteUri
        : Path.IsPathRooted(file)
        ? new Uri(Path.GetFullPath(file)).AbsoluteUri
        : string.Join('/', file.Split('/').Where(part => part != ".").Select(Uri.EscapeDataString));

    private static string LevelOf(Requirement requirement) => requirement.Severity == Severity.Blocking ? "error" : "warning";
}
