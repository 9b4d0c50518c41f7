using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>Reports of the solution checker: SARIF as tools write it, and what is none.</summary>
public static class CheckerCases
{
    private const string Result = "{\"ruleId\":\"web-avoid-eval\",\"level\":\"error\",\"message\":{\"text\":\"No eval\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"App.zip/a.js\"},\"region\":{\"startLine\":12}}},{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"b.js\"},\"region\":{\"startLine\":1}}}],\"properties\":{\"severity\":\"Critical\"}}";

    public static IEnumerable<(string Name, Action Run)> All()
    {
        yield return ("a result with everything", () =>
        {
            var facts = Read(Run(Result));
            Expect.Sequence(new[] { "web-avoid-eval Critical App.zip/a.js 12 No eval" }, facts.Findings.Select(finding => finding.Rule + " " + finding.Severity + " " + finding.File + " " + finding.Line + " " + finding.Text));
            Expect.Equal("1,0,0,0,0 Power Apps Checker 1.2.3 " + CheckerFacts.AppSourceCertification + " 2026-05-01 10:11", Counts(facts) + " " + facts.Tool + " " + facts.ToolVersion + " " + facts.RuleSetId + " " + facts.RunOn!.Value.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            Expect.Equal(true, facts.Findings[0].Is("avoid-eval"));
        }
        );
        foreach (var severity in new[] { "Critical", "High", "Medium", "Low", "Informational" })
            yield return ("severity " + severity, () => Expect.Equal(severity, Only("{\"ruleId\":\"a\",\"level\":\"note\",\"properties\":{\"severity\":\"" + severity.ToLowerInvariant() + "\"}}")));
        yield return ("level error", () => Expect.Equal("High", Only("{\"ruleId\":\"a\",\"level\":\"error\"}")));
        yield return ("level warning", () => Expect.Equal("Medium", Only("{\"ruleId\":\"a\",\"level\":\"warning\"}")));
        yield return ("level note", () => Expect.Equal("Low", Only("{\"ruleId\":\"a\",\"level\":\"note\"}")));
        yield return ("level none", () => Expect.Equal("Informational", Only("{\"ruleId\":\"a\",\"level\":\"none\"}")));
        yield return ("no level", () => Expect.Equal("Medium", Only("{\"ruleId\":\"a\"}")));
        yield return ("a severity of a number is none", () => Expect.Equal("Medium", Only("{\"ruleId\":\"a\",\"properties\":{\"severity\":\"0\"}}")));
        yield return ("the rule's severity, by its place", () => Expect.Equal("Low", Only("{\"ruleIndex\":1}")));
        yield return ("the rule's severity, by its id", () => Expect.Equal("Low", Only("{\"ruleId\":\"r1\"}")));
        yield return ("the rule's level", () => Expect.Equal("High", Only("{\"rule\":{\"index\":0}}")));
        yield return ("rules after the results", () => Expect.Equal("0,0,0,1,0", Counts(Read(
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"r1\"}],\"tool\":{\"driver\":{\"name\":\"T\",\"rules\":[{\"id\":\"r1\",\"properties\":{\"severity\":\"Low\"}}]}}}]}"))));
        yield return ("suppressed and passed results count nowhere", () =>
        {
            var facts = Read(Run("{\"ruleId\":\"a\",\"suppressions\":[{\"kind\":\"inSource\"}]},{\"ruleId\":\"b\",\"kind\":\"pass\"},{\"ruleId\":\"c\",\"kind\":\"notApplicable\"},{\"ruleId\":\"d\",\"suppressions\":[]}"));
            Expect.Equal("0,0,1,0,0 3", Counts(facts) + " " + facts.Suppressed);
        }
        );
        yield return ("worst first, two runs", () => Expect.Sequence(new[] { "b", "a" }, Read(
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"a\",\"level\":\"note\"}]},{\"results\":[{\"ruleId\":\"b\",\"level\":\"error\"}]}]}").Findings.Select(finding => finding.Rule)));
        yield return ("1200 results: 1000 are listed, all are counted, the worst among them", () =>
        {
            var facts = Read(Run(string.Join(",", Enumerable.Repeat("{\"ruleId\":\"a\",\"level\":\"warning\"}", 1199).Concat(new[] { Result }).ToArray())));
            Expect.Equal("1,0,1199,0,0 1000 200 web-avoid-eval", Counts(facts) + " " + facts.Findings.Count + " " + facts.FindingsLeftOut + " " + facts.Findings[0].Rule);
        }
        );
        yield return ("the solution checker's own rule set", () => Expect.Equal(CheckerFacts.SolutionChecker, Read("{\"version\":\"2.1.0\",\"properties\":{\"ruleSets\":[\"0AD12346-E108-40B8-A956-9A8F95EA18C9\"]},\"runs\":[]}").RuleSetId));
        yield return ("no rule set", () => Expect.Equal("", Read("{\"version\":\"2.1.0\",\"runs\":[]}").RuleSetId));
        yield return ("with a mark of its encoding", () => Expect.Equal("1,0,0,0,0", Counts(Read(new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Encoding.UTF8.GetBytes(Run(Result))).ToArray()))));
        yield return ("in UTF-16", () => Expect.Equal("1,0,0,0,0", Counts(Read(new byte[] { 0xFF, 0xFE }.Concat(Encoding.Unicode.GetBytes(Run(Result))).ToArray()))));
        yield return ("escapes", () => Expect.Equal("a\"\\/\b\f\n\r\t\u00e5", Read(Run("{\"ruleId\":\"x\",\"message\":{\"text\":\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e5\"}}")).Findings[0].Text));
        yield return ("numbers of every form are passed over", () => Expect.Equal("0,0,1,0,0", Counts(Read(Run("{\"ruleId\":\"x\",\"rank\":-1.5e+10,\"a\":[0,1E5,0.5,-0],\"b\":true,\"c\":null}")))));
        yield return ("a line beyond numbers", () => Expect.Equal(0, Read(Run("{\"ruleId\":\"x\",\"locations\":[{\"physicalLocation\":{\"region\":{\"startLine\":99999999999}}}]}")).Findings[0].Line));
        yield return ("values of other types than expected", () => Expect.Equal("0,0,1,0,0", Counts(Read(Run("{\"ruleId\":1,\"level\":{},\"message\":[],\"locations\":{},\"properties\":\"x\",\"suppressions\":null}")))));
        foreach (var text in new[] { "", "x", "[]", "{", "{\"version\":\"2.1.0\",\"runs\":[}", "{\"version\":\"2.1.0\",\"runs\":[]}x", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":tru}", "{\"a\" 1}", "{\"a\":\"\\x\"}", "{\"a\":\"\n\"}", "{a:1}", "{\"a\":1,}", "{\"a\":1e}" })
            yield return ("no JSON: " + Expect.Name(text), () => Expect.Message("sarif.unreadable", Read(text).Damage));
        yield return ("bytes that are no UTF-8", () => Expect.Message("sarif.unreadable", Read(new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"' }).Damage));
        yield return ("nested too deeply", () => Expect.Message("sarif.unreadable", Read("{\"a\":" + new string('[', 100000)).Damage));
        foreach (var text in new[] { "{}", "{\"version\":\"1.0.0\",\"runs\":[]}", "{\"version\":\"2.1.0\"}", "{\"version\":\"2.1.0\",\"runs\":{}}" })
            yield return ("no SARIF: " + text, () => Expect.Message("sarif.other", Read(text).Damage));
        yield return ("32 MB", () => Expect.Message("sarif.unreadable", CheckerReport.Read(new Zeros(32 * 1024 * 1024)).Damage));
        yield return ("a byte more than 32 MB", () => Expect.Message("sarif.large(33554432)", CheckerReport.Read(new Zeros((32 * 1024 * 1024) + 1)).Damage));
        yield return ("every cut is named", () =>
        {
            var whole = Run(Result);
            for (var length = 0; length < whole.Length; length += 3)
                Expect.Message("sarif.unreadable", Read(whole.Substring(0, length)).Damage);
        }
        );
        yield return ("there and back", () =>
        {
            var facts = CheckerReport.Read(new MemoryStream(Encoding.UTF8.GetBytes(Run(Result))), new Guid("00000000-0000-0000-0000-000000000001"));
            var again = CheckerFacts.FromJson(facts.ToJson())!;
            Expect.Equal(facts.ToJson(), again.ToJson());
            Expect.Equal(facts.FileId + Counts(facts) + facts.RunOn + facts.Findings[0].Text, again.FileId + Counts(again) + again.RunOn + again.Findings[0].Text);
        }
        );
        yield return ("facts that would not fit are cut, worst first", () =>
        {
            var text = new string('\u0001', 300);
            var facts = new CheckerFacts { Findings = Enumerable.Range(0, 1000).Select(i => new CheckerFinding { Rule = "r" + i, File = text, Text = text }).ToList(), FindingsLeftOut = 5 };
            var json = facts.ToJson();
            var again = CheckerFacts.FromJson(json)!;
            Expect.Equal(true, json.Length <= 1048576 && json.Length > 1048576 - 8000);
            Expect.Equal("r0 1005", again.Findings[0].Rule + " " + (again.Findings.Count + again.FindingsLeftOut));
        }
        );
        foreach (var text in new[] { "", "{", "[]", "1" })
            yield return ("no facts: " + text, () => Expect.Equal<CheckerFacts?>(null, CheckerFacts.FromJson(text)));
    }

    private static string Run(string results) =>
        "{\"$schema\":\"x\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Power Apps Checker\",\"semanticVersion\":\"1.2.3\",\"rules\":[{\"id\":\"r0\",\"defaultConfiguration\":{\"level\":\"error\"}}," +
        "{\"id\":\"r1\",\"properties\":{\"severity\":\"Low\"}}]}},\"invocations\":[{\"startTimeUtc\":\"2026-05-01T10:10:00Z\",\"endTimeUtc\":\"2026-05-01T10:11:12.345Z\",\"properties\":{\"ruleSet\":\"" + CheckerFacts.AppSourceCertification + "\"}}]," +
        "\"results\":[" + results + "]}]}";

    private static CheckerFacts Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static CheckerFacts Read(byte[] bytes) => CheckerReport.Read(new MemoryStream(bytes));

    private static string Only(string result) => Read(Run(result)).Findings.Single().Severity.ToString();

    private static string Counts(CheckerFacts facts) => string.Join(",", facts.Counts.Select(count => count.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray());

    /// <summary>Zeros that take no memory.</summary>
    private sealed class Zeros : Stream
    {
        public Zeros(long length)
        {
            Length = length;
        }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length { get; }

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, Length - Position);
            Array.Clear(buffer, offset, read);
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
