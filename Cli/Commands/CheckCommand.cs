using System.CommandLine;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Reports;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Decides every requirement of an offer and reports.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "check", "Decide every requirement of an offer or a package, and report. Exit codes: 0 ready, 1 mandatory items open, 2 could not be decided, 64 usage, 70 crash.",
            "readiness check Samples/first-submission",
            "readiness check offer build/App_AppSource.zip --format sarif=out.sarif --format html=report.html",
            "readiness check offer --baseline last.json --format json=this.json");
        var input = new OfferInput(terminal, command);
        var formats = new Option<string[]>("--format", "-f")
        {
            Description = $"One of {string.Join(", ", ReportFormat.Names)}; to the standard output, or to a file. May be given several times.",
            HelpName = "FORMAT[=FILE]",
        };
        command.Options.Add(formats);
        command.Runs((result, stop) =>
        {
            var asked = ReportFormat.Parse(result.GetValue(formats) ?? []);
            var (offers, problems) = input.Read(result, stop);
            var now = input.MomentOf(result);
            var language = input.LanguageOf(result);
            var report = new CheckReport
            {
                Language = language,
                At = now,
                Offers = [.. offers.Select(offer => new OfferReport(offer, OfferEvaluation.Of(offer.Facts(now, input.RuleSetOf(result))), language))],
                Problems = problems,
            };
            stop.ThrowIfCancellationRequested();
            Write(report, asked, terminal);
            return report.ExitCode;
        });
        return command;
    }

    private static void Write(CheckReport report, IReadOnlyList<ReportFormat> formats, Terminal terminal)
    {
        foreach (var format in formats)
        {
            var text = format.Render(report, terminal);
            if (format.File is { } file)
            {
                OutputFile.Write(file, text);
                continue;
            }

            terminal.Out.Write(text);
            if (format.Name == ReportFormat.Text)
            {
                terminal.Out.Write(Annotations.Render(report, terminal.Environment));
            }
        }
    }
}
