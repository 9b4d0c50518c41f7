using System.CommandLine;
using DataverseReadiness.Cli.Fixes;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Probing;
using DataverseReadiness.Cli.Reports;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Decides every requirement of an offer and reports.</summary>
internal sealed class CheckCommand
{
    private const int UsualProbeTime = 60;
    private const int LongestProbeTime = 600;

    private readonly Terminal _terminal;
    private readonly OfferInput _input;
    private readonly Option<string[]> _formats = ReportFormat.Option();
    private readonly Option<string?> _baseline = new("--baseline", "-b") { Description = "An earlier JSON report: report only what has opened or turned worse since.", HelpName = "FILE" };
    private readonly Option<bool> _fix = new("--fix") { Description = "First correct blanks, line breaks and http in the folder's data.json, and show the difference." };
    private readonly Option<bool> _probe = new("--probe") { Description = "Ask the addresses of the offer too." };
    private readonly Option<int> _probeTime = new("--probe-time") { Description = "Time for all addresses together.", HelpName = "SECONDS", DefaultValueFactory = _ => UsualProbeTime };

    private CheckCommand(Terminal terminal, Command command)
    {
        _terminal = terminal;
        _input = new OfferInput(terminal, command);
    }

    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "check", "Decide every requirement of an offer or a package, and report. Exit codes: 0 ready, 1 mandatory items open, 2 could not be decided, 64 usage, 70 crash.",
            "readiness check Samples/first-submission",
            "readiness check offer build/App_AppSource.zip --format sarif=out.sarif --format html=report.html",
            "readiness check offer --baseline last.json --format json=this.json",
            "readiness check offer --fix --probe --probe-time 120");
        var check = new CheckCommand(terminal, command);
        foreach (var option in new Option[] { check._formats, check._baseline, check._fix, check._probe, check._probeTime })
        {
            command.Options.Add(option);
        }

        command.Runs(check.Run);
        return command;
    }

    private int Run(ParseResult result, CancellationToken stop)
    {
        var formats = ReportFormat.Parse(result.GetValue(_formats) ?? []);
        var probeTime = result.GetValue(_probeTime);
        if (probeTime is < 1 or > LongestProbeTime)
        {
            throw new UsageException($"--probe-time {probeTime} is out of range. Write 1 to {LongestProbeTime} seconds.");
        }

        if (result.GetValue(_probe) && _input.IsAtOtherTime(result))
        {
            throw new UsageException("--probe asks what is now, --at decides for another time. Write one of the two.");
        }

        if (result.GetValue(_fix))
        {
            Fix(result);
        }

        var baseline = result.GetValue(_baseline) is { } file ? Baseline.Read(file) : null;
        var report = Decide(result, baseline, TimeSpan.FromSeconds(probeTime), stop);
        stop.ThrowIfCancellationRequested();
        foreach (var format in formats)
        {
            format.Write(report, _terminal);
        }

        return report.ExitCode;
    }

    private void Fix(ParseResult result)
    {
        if (_input.FolderOf(result) is not { } folder)
        {
            throw new UsageException("--fix corrects a folder, and none was named. Name the offer's folder.");
        }

        var difference = FolderFixes.Apply(folder);
        _terminal.Error.Write(difference.Length > 0 ? difference : "Nothing to fix.\n");
    }

    private CheckReport Decide(ParseResult result, Baseline? baseline, TimeSpan probeTime, CancellationToken stop)
    {
        var (offers, problems) = _input.Read(result, stop);
        var now = _input.MomentOf(result);
        var language = _input.LanguageOf(result);
        if (result.GetValue(_probe))
        {
            problems = [.. problems, .. FolderProbe.Ask(offers, now, probeTime, language, _terminal, stop)];
        }

        var report = new CheckReport
        {
            Language = language,
            At = now,
            Offers = [.. offers.Select(offer => new OfferReport(offer, OfferEvaluation.Of(offer.Facts(now)), language))],
            Problems = problems,
            HasBaseline = baseline is not null,
        };
        foreach (var item in report.Offers.SelectMany(offer => offer.Items))
        {
            item.IsNew = baseline?.IsNew(item) ?? true;
        }

        return report;
    }
}
