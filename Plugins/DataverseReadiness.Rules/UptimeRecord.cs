using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>How long a service was watched, and for how much of that it was down.</summary>
/// <remarks>Time that no record covers counts neither as up nor as down: it was not measured.</remarks>
public sealed class UptimeRecord
{
    /// <summary>The uptime in percent that the founding document asks for.</summary>
    public const decimal Required = 99.9m;

    private const int LongestCsv = 5_000_000;

    private static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
    ];

    private static readonly string[] DownWords = ["down", "outage", "failed", "failure", "offline", "unavailable", "nere"];
    private static readonly string[] UpWords = ["up", "ok", "passed", "success", "online", "available", "uppe"];

    private UptimeRecord(DateTime from, DateTime to, long watched, long down, int outages)
    {
        From = from;
        To = to;
        WatchedSeconds = watched;
        DownSeconds = down;
        Outages = outages;
    }

    /// <summary>Start of the first record, UTC.</summary>
    public DateTime From { get; }

    /// <summary>End of the last record, UTC.</summary>
    public DateTime To { get; }

    /// <summary>Time that records cover.</summary>
    public long WatchedSeconds { get; }

    public long DownSeconds { get; }

    /// <summary>Stretches of downtime, overlapping ones as one; of counted probes the failed ones.</summary>
    public int Outages { get; }

    /// <summary>Full days that records cover.</summary>
    public int WindowDays => (int)(WatchedSeconds / 86_400);

    /// <summary>Uptime in percent, cut (never rounded up) to three decimals.</summary>
    public decimal Percentage => Math.Floor(100_000m * (WatchedSeconds - DownSeconds) / WatchedSeconds) / 1000m;

    public decimal SpentMinutes => Minutes(DownSeconds);

    /// <summary>Downtime in minutes that this uptime leaves in the window.</summary>
    public decimal AllowedMinutes(decimal least) => Minutes(WatchedSeconds * (100m - least) / 100m);

    /// <summary>Whether the uptime is at least this, without any rounding.</summary>
    public bool Reaches(decimal least) => DownSeconds * 100m <= WatchedSeconds * (100m - least);

    /// <summary>Reads monitoring records: rows of start, end and status, or of time and status, which then lasts until the next row.</summary>
    /// <remarks>
    /// RFC 4180, parted by commas or semicolons. Names of columns in the first row are optional and may stand in any order; other columns are passed over.
    /// Times are ISO 8601, UTC where they name no offset. Where records overlap, downtime counts once, and before uptime.
    /// </remarks>
    /// <param name="now">Nothing can have been measured after it.</param>
    /// <param name="problem">Why the records cannot be used, with the line; null when they can.</param>
    public static UptimeRecord? FromCsv(string? csv, DateTime now, out Message? problem)
    {
        problem = null;
        if (string.IsNullOrWhiteSpace(csv))
            return Refuse(new Message("uptime.csv.empty"), out problem);
        if (csv!.Length > LongestCsv)
            return Refuse(new Message("uptime.csv.long", Shown.Number(csv.Length), Shown.Number(LongestCsv)), out problem);

        var rows = CsvReader.Read(csv);
        if (rows is null)
            return Refuse(new Message("uptime.csv.quote"), out problem);

        int start = 0, end = 1, status = 2;
        var first = rows[0].Cells;
        var named = TimeOf(first[0]) is null;
        if (named)
        {
            start = IndexOf(first, "start", "from", "timestamp", "time", "start time", "starttime");
            end = IndexOf(first, "end", "to", "end time", "endtime");
            status = IndexOf(first, "status", "state", "result");
            if (start < 0 || status < 0)
                return Refuse(new Message("uptime.csv.header", Shown.Some(first)), out problem);
            rows.RemoveAt(0);
        }
        else if (first.Count < 3)
        {
            end = -1;
            status = 1;
        }

        var spans = new List<Span>();
        foreach (var row in rows)
        {
            if (row.Cells.Count <= Math.Max(start, Math.Max(end, status)))
                return Refuse(new Message("uptime.csv.columns", Shown.Number(row.Line), Shown.Number(row.Cells.Count)), out problem);
            var last = end < 0 ? start : end;
            if (TimeOf(row.Cells[start]) is not { } from)
                return Refuse(new Message("uptime.csv.time", Shown.Number(row.Line), Shown.Text(row.Cells[start])), out problem);
            if (TimeOf(row.Cells[last]) is not { } to)
                return Refuse(new Message("uptime.csv.time", Shown.Number(row.Line), Shown.Text(row.Cells[last])), out problem);
            if (IsDown(row.Cells[status]) is not { } isDown)
                return Refuse(new Message("uptime.csv.status", Shown.Number(row.Line), Shown.Text(row.Cells[status])), out problem);
            if (to < from)
                return Refuse(new Message("uptime.csv.order", Shown.Number(row.Line)), out problem);
            if (to > now)
                return Refuse(new Message("uptime.csv.future", Shown.Number(row.Line), Shown.Moment(to)), out problem);
            spans.Add(new Span(from, to, isDown));
        }

        if (end < 0)
            LastUntilTheNext(spans);
        var watched = Merge(spans, out _);
        if (watched == 0 || spans.TrueForAll(span => span.IsDown))
            return Refuse(new Message("uptime.csv.window"), out problem);

        var down = Merge(spans.Where(span => span.IsDown && span.To > span.From), out var outages);
        return new UptimeRecord(spans.Min(span => span.From), spans.Max(span => span.To), watched, Math.Min(down, watched), outages);
    }

    /// <summary>Estimates from counted probes; null when there is nothing to count.</summary>
    public static UptimeRecord? FromProbes(int checks, int failures, DateTime since, DateTime until)
    {
        var watched = (long)(until - since).TotalSeconds;
        return checks <= 0 || failures < 0 || failures > checks || watched <= 0
            ? null
            : new UptimeRecord(since, until, watched, (long)Math.Ceiling((decimal)watched * failures / checks), failures);
    }

    public string ToJson() => Json.Write(new Dictionary<string, object?>
    {
        ["from"] = Shown.Iso(From),
        ["to"] = Shown.Iso(To),
        ["watched"] = WatchedSeconds,
        ["down"] = DownSeconds,
        ["outages"] = (long)Outages,
    });

    /// <summary>Reads what <see cref="ToJson"/> wrote; null for anything else.</summary>
    public static UptimeRecord? FromJson(string? json)
    {
        if (string.IsNullOrEmpty(json) || !Json.TryRead(json!, out var value) || value is not Dictionary<string, object?> members)
            return null;

        return Member("from") is string from && TimeOf(from) is { } start
            && Member("to") is string to && TimeOf(to) is { } end
            && Member("watched") is long watched && watched > 0
            && Member("down") is long down && down >= 0 && down <= watched
            && Member("outages") is long outages && outages >= 0 && outages <= int.MaxValue
            ? new UptimeRecord(start, end, watched, down, (int)outages)
            : null;

        object? Member(string name) => members.TryGetValue(name, out var member) ? member : null;
    }

    private static UptimeRecord? Refuse(Message reason, out Message? problem)
    {
        problem = reason;
        return null;
    }

    private static decimal Minutes(decimal seconds) => Math.Round(seconds / 60m, 1, MidpointRounding.AwayFromZero);

    private static int IndexOf(IReadOnlyList<string> names, params string[] wanted)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (wanted.Contains(names[i].Trim().ToLowerInvariant()))
                return i;
        }

        return -1;
    }

    private static DateTime? TimeOf(string text) =>
        DateTime.TryParseExact(text.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    private static bool? IsDown(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        return DownWords.Contains(word) ? true : UpWords.Contains(word) ? false : null;
    }

    private static void LastUntilTheNext(List<Span> spans)
    {
        spans.Sort((one, other) => one.From.CompareTo(other.From));
        for (var i = 0; i + 1 < spans.Count; i++)
            spans[i] = new Span(spans[i].From, spans[i + 1].From, spans[i].IsDown);
    }

    // Seconds that any of the spans covers, a started one counted in full.
    private static long Merge(IEnumerable<Span> spans, out int count)
    {
        long ticks = 0;
        count = 0;
        DateTime? end = null;
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (end is null || span.From > end)
            {
                count++;
                end = span.From;
            }

            if (span.To > end)
            {
                ticks += (span.To - end.Value).Ticks;
                end = span.To;
            }
        }

        return (ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
    }

    private readonly struct Span(DateTime from, DateTime to, bool isDown)
    {
        public DateTime From => from;

        public DateTime To => to;

        public bool IsDown => isDown;
    }
}
