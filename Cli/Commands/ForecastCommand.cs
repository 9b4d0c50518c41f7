using System.CommandLine;
using System.Globalization;
using System.Text;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Reports;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Says what turns red until some day though nobody touches the offer.</summary>
internal static class ForecastCommand
{
    private const int UsualDays = 180;
    private const int MostDays = 1826;

    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "forecast", "List what turns red though nobody touches the offer: certificates, signatures, waivers, rules that begin. Exit codes: 0 nothing does, 1 something does.",
            "readiness forecast offer --days 90",
            "readiness forecast offer --until 2027-01-01 --ics ahead.ics");
        var input = new OfferInput(terminal, command);
        var days = new Option<int?>("--days") { Description = $"How far to look, {UsualDays} days unless said otherwise.", HelpName = "DAYS" };
        var until = new Option<string?>("--until") { Description = "How far to look, as a day.", HelpName = "DATE" };
        var calendar = new Option<string?>("--ics") { Description = "Write a calendar of what turns red, a day an item.", HelpName = "FILE" };
        command.Options.Add(days);
        command.Options.Add(until);
        command.Options.Add(calendar);
        command.Runs((result, stop) =>
        {
            var now = input.MomentOf(result);
            var end = End(now, result.GetValue(days), result.GetValue(until));
            var language = input.LanguageOf(result);
            var (offers, problems) = input.Read(result, stop);
            var events = offers.SelectMany(offer => OfferForecast.Of(offer.Facts(now), end).Events.Select(turn => (Offer: offer, Event: turn))).OrderBy(turn => turn.Event.On).ToList();
            var red = events.Where(turn => turn.Event.Change.Opens).ToList();
            stop.ThrowIfCancellationRequested();
            if (result.GetValue(calendar) is { } file)
            {
                OutputFile.Write(file, ForecastCalendar.Render(red, now, language));
            }

            terminal.Out.Write(List(red, events.Count - red.Count, problems, end, language, terminal));
            return problems.Count > 0 || offers.Count == 0 ? ExitCode.Undecided : red.Count > 0 ? ExitCode.Open : ExitCode.Ready;
        });
        return command;
    }

    private static DateTime End(DateTime now, int? days, string? until)
    {
        if (days is not null && until is not null)
        {
            throw new UsageException("Both --days and --until were given. Write one of the two.");
        }

        var end = until is not null ? DateArgument.Read("--until", until) : now.AddDays(Math.Clamp(days ?? UsualDays, 0, MostDays + 1));
        return end > now && end <= now.AddDays(MostDays) ? end : throw new UsageException($"The day to look ahead to is out of range. Choose one between tomorrow and {MostDays} days ahead.");
    }

    private static string List(List<(SubmittedOffer Offer, ForecastEvent Event)> red, int others, IReadOnlyList<InputProblem> problems, DateTime end, int language, Terminal terminal)
    {
        string Say(string key, params string[] arguments) => CliTexts.Say(key, language, arguments);

        var text = new StringBuilder();
        void Lines(int indent, string line) => text.AppendJoin("", TextLines.Wrap(line, indent, terminal.Width).Select(one => one + "\n"));

        foreach (var (offer, turn) in red)
        {
            Lines(0, terminal.Paint(Colour.Red, ReportItem.Day(turn.On)) + "  " + offer.Name + ": " + turn.Change.Key + "  " + Texts.Render(turn.Change.Requirement.Title, language));
            Lines(12, Say("cause." + turn.Cause) + " " + Texts.Render(turn.Change.Reason, language));
        }

        foreach (var problem in problems)
        {
            Lines(0, problem.ToString());
        }

        Lines(0, red.Count == 0 ? Say("forecast.none", ReportItem.Day(end)) : Say("forecast.some", red.Count.ToString(CultureInfo.InvariantCulture), ReportItem.Day(end)));
        if (others > 0)
        {
            Lines(0, Say("forecast.others", others.ToString(CultureInfo.InvariantCulture)));
        }

        return text.ToString();
    }
}
