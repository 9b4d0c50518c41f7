using System.Globalization;
using System.Text;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>What turns red by itself, as an iCalendar file (RFC 5545): a day an item.</summary>
internal static class ForecastCalendar
{
    private const int LongestLine = 75;

    /// <param name="now">When it was foreseen.</param>
    public static string Render(IEnumerable<(SubmittedOffer Offer, ForecastEvent Event)> events, DateTime now, int language)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//DataverseReadiness//readiness " + CheckReport.ToolVersion + "//EN");
        foreach (var (offer, turn) in events)
        {
            var change = turn.Change;
            Line(text, "BEGIN:VEVENT");
            Line(text, "UID:" + string.Create(CultureInfo.InvariantCulture, $"{offer.Id:D}-{change.Key}-{turn.On:yyyyMMdd}@readiness"));
            Line(text, "DTSTAMP:" + now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(text, "DTSTART;VALUE=DATE:" + turn.On.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line(text, "DTEND;VALUE=DATE:" + turn.On.Date.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "SUMMARY:" + Escape(offer.Name + ": " + change.Key + " " + Texts.Render(change.Requirement.Title, language)));
            Line(text, "DESCRIPTION:" + Escape(CliTexts.Say("cause." + turn.Cause, language) + "\n" + Texts.Render(change.Reason, language)));
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\n").Replace("\n", "\\n", StringComparison.Ordinal);

    // A line has 75 bytes at most; what is longer goes on in the next one behind a blank.
    private static void Line(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
