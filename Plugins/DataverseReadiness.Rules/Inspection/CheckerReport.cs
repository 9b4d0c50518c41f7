using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads a solution checker's report, SARIF 2.1.0, forward and within bounds.</summary>
public sealed class CheckerReport
{
    /// <summary>The column takes no larger file, and no solution has so many findings.</summary>
    public const long MaxBytes = 32 * 1024 * 1024;

    private const int MaxFindings = 1000;
    private const int MaxRules = 5000;
    private const int MaxText = 300;

    private readonly JsonReader _json;
    private readonly CheckerFacts _facts;
    private readonly int[] _counts = new int[5];
    private readonly List<CheckerFinding>[] _kept = Enumerable.Range(0, 5).Select(_ => new List<CheckerFinding>()).ToArray();

    // Results may stand before the rules that they name.
    private readonly List<Result> _unranked = new List<Result>();
    private readonly List<Rule> _rules = new List<Rule>();
    private bool _isSarif;
    private bool _hasRuns;

    private CheckerReport(JsonReader json, CheckerFacts facts)
    {
        _json = json;
        _facts = facts;
    }

    /// <summary>Reads a report. The stream must be seekable and is not closed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="fileId">Id of the stored file, kept with the facts.</param>
    public static CheckerFacts Read(Stream report, Guid? fileId = null)
    {
        if (report.Length > MaxBytes)
            return new CheckerFacts { FileId = fileId, Bytes = report.Length, Damage = new Message("sarif.large", Inspection.Bytes.Text(MaxBytes)) };
        report.Position = 0;
        using var source = new ByteSource(report);
        var facts = new CheckerFacts { FileId = fileId, Sha256 = source.Finish(), Bytes = source.Length };
        report.Position = 0;

        // Not closed: the reader would close the stream.
        var text = new StreamReader(report, new UTF8Encoding(false, true), true);
        try
        {
            new CheckerReport(new JsonReader(text), facts).Read();
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException or IOException or ArgumentException)
        {
            facts = new CheckerFacts { FileId = fileId, Bytes = facts.Bytes, Sha256 = facts.Sha256, Damage = new Message("sarif.unreadable") };
        }

        return facts;
    }

    private void Read()
    {
        if (_json.Peek() != '{')
            throw new InvalidDataException();
        _json.ReadObject(name =>
        {
            switch (name)
            {
                case "version":
                    _isSarif = _json.ReadText().StartsWith("2.", StringComparison.Ordinal);
                    break;
                case "runs":
                    _hasRuns = _json.Peek() == '[';
                    _json.ReadArray(ReadRun);
                    break;
                default:
                    _json.SkipTo(FindRuleSet);
                    break;
            }
        });
        _json.End();
        if (!_isSarif || !_hasRuns)
        {
            _facts.Damage = new Message("sarif.other");
            return;
        }

        var kept = _kept.SelectMany(findings => findings).ToList();
        _facts.Counts = _counts;
        _facts.Findings = kept.Take(MaxFindings).ToList();
        _facts.FindingsLeftOut = _counts.Sum() - _facts.Findings.Count;
    }

    private void ReadRun()
    {
        _rules.Clear();
        _unranked.Clear();
        _json.ReadObject(name =>
        {
            switch (name)
            {
                case "tool":
                    _json.ReadObject(part => When(part == "driver", ReadDriver));
                    break;
                case "invocations":
                    _json.ReadArray(ReadInvocation);
                    break;
                case "results":
                    _json.ReadArray(ReadResult);
                    break;
                default:
                    _json.SkipTo(FindRuleSet);
                    break;
            }
        });
        foreach (var result in _unranked)
            Count(result);
        _unranked.Clear();
    }

    private void When(bool isWanted, Action read)
    {
        if (isWanted)
            read();
        else
            _json.SkipTo(FindRuleSet);
    }

    private void ReadDriver() => _json.ReadObject(name =>
    {
        switch (name)
        {
            case "name":
                _facts.Tool = SolutionText.Cut(_json.ReadText());
                break;
            case "semanticVersion":
            case "version" when _facts.ToolVersion.Length == 0:
                _facts.ToolVersion = SolutionText.Cut(_json.ReadText());
                break;
            case "rules":
                _json.ReadArray(ReadRule);
                break;
            default:
                _json.SkipTo(FindRuleSet);
                break;
        }
    });

    private void ReadRule()
    {
        var rule = new Rule();
        _json.ReadObject(name =>
        {
            switch (name)
            {
                case "id":
                    rule.Id = SolutionText.Cut(_json.ReadText());
                    break;
                case "defaultConfiguration":
                    _json.ReadObject(member => rule.Level = member == "level" ? _json.ReadText() : Skipped(rule.Level));
                    break;
                case "properties":
                    _json.ReadObject(member => rule.Severity = IsSeverity(member) ? _json.ReadText() : Skipped(rule.Severity));
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
        if (_rules.Count < MaxRules)
            _rules.Add(rule);
    }

    private void ReadInvocation() => _json.ReadObject(name =>
    {
        if (name is "endTimeUtc" or "startTimeUtc")
        {
            var moment = CheckerFacts.Moment(_json.ReadText());
            if (moment is not null && (_facts.RunOn is null || moment > _facts.RunOn))
                _facts.RunOn = moment;
        }
        else
        {
            _json.SkipTo(FindRuleSet);
        }
    });

    private void ReadResult()
    {
        var result = new Result { RuleIndex = -1 };
        _json.ReadObject(name =>
        {
            switch (name)
            {
                case "ruleId":
                    result.Rule = SolutionText.Cut(_json.ReadText());
                    break;
                case "ruleIndex":
                    result.RuleIndex = _json.ReadNumber();
                    break;
                case "rule":
                    _json.ReadObject(member =>
                    {
                        if (member == "id" && result.Rule.Length == 0)
                            result.Rule = SolutionText.Cut(_json.ReadText());
                        else if (member == "index")
                            result.RuleIndex = _json.ReadNumber();
                        else
                            _json.Skip();
                    });
                    break;
                case "level":
                    result.Level = _json.ReadText();
                    break;
                case "kind":
                    result.Kind = _json.ReadText();
                    break;
                case "message":
                    _json.ReadObject(member => result.Text = member == "text" ? _json.ReadText() : Skipped(result.Text));
                    break;
                case "suppressions":
                    _json.ReadArray(() =>
                    {
                        result.IsSuppressed = true;
                        _json.Skip();
                    });
                    break;
                case "properties":
                    _json.ReadObject(member => result.Severity = IsSeverity(member) ? _json.ReadText() : Skipped(result.Severity));
                    break;
                case "locations":
                    _json.ReadArray(() => ReadLocation(result));
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
        var rank = RankOf(result.Severity);
        if (rank is not null || _unranked.Count >= MaxBytes / 1024)
            Count(result);
        else
            _unranked.Add(result);
    }

    /// <summary>The first place counts.</summary>
    private void ReadLocation(Result result) => _json.ReadObject(name => When(name == "physicalLocation", () => _json.ReadObject(part =>
    {
        switch (part)
        {
            case "artifactLocation":
                _json.ReadObject(member => result.File = member == "uri" && result.File.Length == 0 ? _json.ReadText() : Skipped(result.File));
                break;
            case "region":
                _json.ReadObject(member => result.Line = member == "startLine" && result.Line == 0 ? _json.ReadNumber() : SkippedNumber(result.Line));
                break;
            default:
                _json.Skip();
                break;
        }
    })));

    private void Count(Result result)
    {
        if (result.IsSuppressed || result.Kind is "pass" or "notApplicable")
        {
            _facts.Suppressed++;
            return;
        }

        var rule = result.RuleIndex >= 0 && result.RuleIndex < _rules.Count ? _rules[result.RuleIndex] : _rules.FirstOrDefault(known => known.Id == result.Rule);
        var severity = RankOf(result.Severity) ?? RankOf(rule?.Severity) ?? OfLevel(result.Level) ?? OfLevel(rule?.Level) ?? CheckerSeverity.Medium;
        _counts[(int)severity]++;
        var kept = _kept[(int)severity];
        if (kept.Count < MaxFindings)
        {
            kept.Add(new CheckerFinding
            {
                Rule = result.Rule.Length > 0 ? result.Rule : rule?.Id ?? "",
                Severity = severity,
                File = Cut(result.File),
                Line = Math.Max(0, result.Line),
                Text = Cut(result.Text),
            });
        }
    }

    private void FindRuleSet(string text)
    {
        foreach (var id in new[] { CheckerFacts.AppSourceCertification, CheckerFacts.SolutionChecker })
        {
            if (_facts.RuleSetId != CheckerFacts.AppSourceCertification && text.IndexOf(id, StringComparison.OrdinalIgnoreCase) >= 0)
                _facts.RuleSetId = id;
        }
    }

    private string Skipped(string unchanged)
    {
        _json.Skip();
        return unchanged;
    }

    private int SkippedNumber(int unchanged)
    {
        _json.Skip();
        return unchanged;
    }

    private static bool IsSeverity(string member) => string.Equals(member, "severity", StringComparison.OrdinalIgnoreCase);

    private static string Cut(string text) => text.Length > MaxText ? text.Substring(0, MaxText) : text;

    private static CheckerSeverity? RankOf(string? severity) =>
        !string.IsNullOrEmpty(severity) && severity![0] is not (>= '0' and <= '9') && Enum.TryParse<CheckerSeverity>(severity, true, out var rank) ? rank : null;

    /// <summary>Where the report gives only the level that every SARIF file has.</summary>
    private static CheckerSeverity? OfLevel(string? level) => level switch
    {
        "error" => CheckerSeverity.High,
        "warning" => CheckerSeverity.Medium,
        "note" => CheckerSeverity.Low,
        "none" => CheckerSeverity.Informational,
        _ => null,
    };

    private sealed class Rule
    {
        public string Id = "";

        public string Severity = "";

        public string Level = "";
    }

    private sealed class Result
    {
        public string Rule = "";

        public int RuleIndex;

        public string Level = "";

        public string Kind = "";

        public string Severity = "";

        public string Text = "";

        public string File = "";

        public int Line;

        public bool IsSuppressed;
    }
}
