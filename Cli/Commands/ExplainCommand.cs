using System.CommandLine;
using System.Globalization;
using DataverseReadiness.Cli.Reports;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Prints what a requirement asks, who decides it and where it comes from.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "explain", "Print a requirement with its source: what it reads, who decides it, whether it can be waived.",
            "readiness explain D365-CU-L-03",
            "readiness explain D365-18-T-07 --language sv");
        var key = new Argument<string>("KEY") { Description = "Key of a requirement, or of a clause that nobody looks at." };
        var language = LanguageOption.Create();
        command.Arguments.Add(key);
        command.Options.Add(language);
        command.Runs((result, _) =>
        {
            terminal.Out.Write(Explain(result.GetValue(key)!, LanguageOption.CodeOf(result.GetValue(language)!), terminal));
            return ExitCode.Ready;
        });
        return command;
    }

    private static string Explain(string key, int language, Terminal terminal)
    {
        var explained = RuleSet.Every.SelectMany(ruleSet => Lines(ruleSet, key, language)).ToList();
        if (explained.Count == 0)
        {
            var keys = RuleSet.Every.SelectMany(ruleSet => ClauseLedger.Of(ruleSet)).Select(clause => clause.Key).Distinct();
            throw new UsageException($"There is no requirement '{key}'.{Closest.Suggestion(key, keys)} The keys stand in every report and in docs/requirements-current.md.");
        }

        return string.Concat(explained.SelectMany(line => TextLines.Wrap(line.Text, line.Indent, terminal.Width)).Select(line => line + "\n"));
    }

    private static IEnumerable<(int Indent, string Text)> Lines(RuleSet ruleSet, string key, int language)
    {
        string Say(string text, params string[] arguments) => CliTexts.Say(text, language, arguments);

        if (ClauseLedger.Of(ruleSet).FirstOrDefault(clause => string.Equals(clause.Key, key, StringComparison.OrdinalIgnoreCase)) is not { } clause)
        {
            yield break;
        }

        yield return (0, clause.Key + "  " + Texts.Render(clause.Title, language));
        yield return (2, Say("explain.ruleset", ruleSet.Name, ruleSet.Version));
        yield return (2, Say("explain.guard", Say("guard." + clause.Guard)));
        if (clause.Note is { } note)
        {
            yield return (2, Texts.Render(note, language));
        }

        if (ruleSet.Find(clause.Key) is { } requirement)
        {
            yield return (2, Say("explain.group", ReportItem.LabelOf("group." + requirement.Group, language), ReportItem.LabelOf("choice.Severity." + requirement.Severity, language)));
            yield return (2, Say("explain.reads", string.Join(", ", requirement.Reads.Select(read => read + " (" + ReportItem.LabelOf("column." + read, language) + ")"))));
            if (Texts.Find("settle." + requirement.Key, language) is { } settle)
            {
                yield return (2, settle);
            }

            if (requirement.Probe is not null)
            {
                yield return (2, Say("explain.probe", requirement.ShelfDays.ToString(CultureInfo.InvariantCulture)));
            }

            foreach (var (text, day) in new[] { ("explain.announced", requirement.AnnouncedOn), ("explain.from", requirement.AppliesFrom), ("explain.until", requirement.EndsOn) })
            {
                if (day is { } known)
                {
                    yield return (2, Say(text, ReportItem.Day(known)));
                }
            }

            if (requirement.Predecessor is { } predecessor)
            {
                yield return (2, Say("explain.predecessor", predecessor));
            }

            yield return (2, Say(clause.CanBeWaived ? "explain.waivable" : "explain.neverwaived"));
        }

        yield return (2, Say("explain.source", clause.Source));
    }
}
