using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>What a solution checker report says. Stored on the offer as JSON, since the report itself is read only once.</summary>
public sealed class CheckerFacts
{
    /// <summary>Certification uses this rule set: all rules of <see cref="SolutionChecker"/> and more.</summary>
    public const string AppSourceCertification = "083a2ef5-7e0e-4754-9d88-9455142dc08b";

    public const string SolutionChecker = "0ad12346-e108-40b8-a956-9a8f95ea18c9";

    /// <summary>Id of the stored file that the facts were made from; null when they do not say.</summary>
    public Guid? FileId;

    public long Bytes;

    public string Sha256 = "";

    /// <summary>Why the report could not be read to the end; null when it could. Nothing else then counts.</summary>
    public Message? Damage;

    /// <summary>Name of the tool that wrote the report.</summary>
    public string Tool = "";

    public string ToolVersion = "";

    /// <summary>The rule set whose id the report names; empty when it names neither of the known ones.</summary>
    public string RuleSetId = "";

    /// <summary>When the tool ran, UTC.</summary>
    public DateTime? RunOn;

    /// <summary>Number of results for each <see cref="CheckerSeverity"/>, those not listed among them.</summary>
    public IReadOnlyList<int> Counts = new int[5];

    /// <summary>Results that the report itself says are suppressed or passed; they are in no count.</summary>
    public int Suppressed;

    /// <summary>The results, worst first.</summary>
    public IReadOnlyList<CheckerFinding> Findings = new List<CheckerFinding>();

    /// <summary>Number of further results, none of them worse than those in <see cref="Findings"/>.</summary>
    public int FindingsLeftOut;

    public int Count(CheckerSeverity severity) => Counts[(int)severity];

    /// <summary>Writes the facts as JSON, the same on every machine, cut to what the column holds.</summary>
    public string ToJson() => JsonFacts.Write(
        new Dictionary<string, object?>
        {
            ["fileId"] = JsonFacts.Write(FileId),
            ["bytes"] = Bytes,
            ["sha256"] = Sha256,
            ["damage"] = JsonFacts.Write(Damage),
            ["tool"] = Tool,
            ["toolVersion"] = ToolVersion,
            ["ruleSetId"] = RuleSetId,
            ["runOn"] = RunOn?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["counts"] = Counts.Select(count => (object?)(long)count).ToList(),
            ["suppressed"] = (long)Suppressed,
        },
        Findings.Select(finding => (object?)new Dictionary<string, object?>
        {
            ["rule"] = finding.Rule,
            ["severity"] = finding.Severity.ToString(),
            ["file"] = finding.File,
            ["line"] = (long)finding.Line,
            ["text"] = finding.Text,
        }),
        FindingsLeftOut);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null when the text is empty or something else.</summary>
    public static CheckerFacts? FromJson(string? json)
    {
        if (JsonFacts.Read(json) is not { } values)
            return null;
        var counts = values.Numbers("counts");
        return new CheckerFacts
        {
            FileId = values.Id("fileId"),
            Bytes = values.Number("bytes"),
            Sha256 = values.Text("sha256"),
            Damage = values.Message("damage"),
            Tool = values.Text("tool"),
            ToolVersion = values.Text("toolVersion"),
            RuleSetId = values.Text("ruleSetId"),
            RunOn = Moment(values.Text("runOn")),
            Counts = counts.Count == 5 ? counts : new int[5],
            Suppressed = (int)values.Number("suppressed"),
            Findings = values.Objects("findings").Select(finding => new CheckerFinding
            {
                Rule = finding.Text("rule"),
                Severity = finding.Choice<CheckerSeverity>("severity"),
                File = finding.Text("file"),
                Line = (int)finding.Number("line"),
                Text = finding.Text("text"),
            }).ToList(),
            FindingsLeftOut = (int)values.Number("findingsLeftOut"),
        };
    }

    /// <summary>A moment as JSON has it, in UTC; null when the text is none.</summary>
    internal static DateTime? Moment(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
