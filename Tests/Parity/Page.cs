using System.Globalization;
using System.Text;

namespace Parity;

/// <summary>Writes docs/parity.md from the rows, the scenarios and the stamps.</summary>
internal static class Page
{
    public static string Of(Files files)
    {
        var scenarios = Scenario.All(files);
        var stamps = Stamp.All(files);
        var page = new StringBuilder(File.ReadAllText(files.Head).ReplaceLineEndings("\n"));
        foreach (var part in Part.All(files))
        {
            page.Append("\n## ").Append(part.Title).Append("\n\n");
            Paragraphs(page, part.Before);
            if (part.Rows.Count > 0)
            {
                page.Append("| feature | verdict | after which page, and in what it differs | compared with an environment | tests |\n|---|---|---|---|---|\n");
                foreach (var row in part.Rows)
                    page.Append("| ").AppendJoin(" | ", row.Feature, Verdict(row), Text(row), Compared(row, scenarios, stamps), Tests(row)).Append(" |\n");
            }

            if (part.After is { Count: > 0 })
            {
                page.Append('\n');
                Paragraphs(page, part.After);
            }
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>What is known of a row from environments: <em>differs</em> when one scenario does, <em>same</em> when all are, with the oldest day.</summary>
    public static string Compared(Row row, IReadOnlyDictionary<string, Scenario> scenarios, IReadOnlyDictionary<string, Stamp> stamps)
    {
        var evidence = scenarios.Where(pair => pair.Value.Rows.Contains(row.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var links = string.Join(", ", evidence.Select(pair => $"[{pair.Key}](../Tests/Parity/Scenarios/{pair.Key}.json)"));
        var found = evidence.Select(pair => stamps.GetValueOrDefault(pair.Key) is { } stamp && stamp.Scenario == pair.Value.Fingerprint() ? stamp : null).ToList();
        var verdict = found.FirstOrDefault(stamp => stamp?.Result == StampResult.Differs) is { } other ? $"differs, {Day(other.Date)}: {Cell(other.What!)}"
            : found.Count > 0 && found.All(stamp => stamp is not null) ? $"same, {Day(found.Min(stamp => stamp!.Date))}"
            : "not compared";
        return links.Length == 0 ? verdict : $"{verdict} ({links})";
    }

    private static void Paragraphs(StringBuilder page, IReadOnlyList<string>? lines)
    {
        foreach (var line in lines ?? [])
            page.Append(line).Append('\n');
        if (lines is { Count: > 0 })
            page.Append('\n');
    }

    private static string Verdict(Row row) => row.Verdict switch
    {
        Parity.Verdict.AsDocumented => "as documented",
        Parity.Verdict.Modelled => "modelled",
        Parity.Verdict.Differs => "differs",
        _ => $"not supported ({row.Faults![0].Says})",
    };

    private static string Text(Row row)
    {
        var pages = string.Join(", ", row.Pages ?? []);
        return pages.Length > 0 && row.Text is { Length: > 0 } ? pages + ": " + row.Text : pages + row.Text;
    }

    private static string Tests(Row row)
    {
        var files = (row.Tests ?? []).Concat((row.Faults ?? []).Select(fault => fault.Test ?? "Sandbox.Tests/Parity/FaultTests.x"))
            .Select(test => test[..test.LastIndexOf('.')]).Distinct().ToList();
        return files.Count == 0 ? "*not tested*" : string.Join(", ", files.Select(file => $"[{Path.GetFileName(file)}](../Tests/{file}.cs)"));
    }

    private static string Cell(string text) => "`" + text.Replace("|", "\\|", StringComparison.Ordinal).Replace('`', '\'') + "`";

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
