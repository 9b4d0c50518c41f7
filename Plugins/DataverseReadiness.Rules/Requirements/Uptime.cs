using System.Globalization;

namespace DataverseReadiness.Rules;

/// <summary>Uptime of at least some percentage: met when recorded or measured over a stated window, for a person to judge when only promised.</summary>
/// <param name="optional">Asked for only where there is anything to say.</param>
internal sealed class Uptime(CatalogLine line, decimal least, bool optional = false)
    : OfferRequirement(line, Columns.UptimeMeasured, Columns.UptimeWindow, Columns.UptimeCommitted, Columns.MonitorUrl)
{
    private readonly string _least = Shown.Number(least);

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (optional && offer.Uptime is null && offer.UptimeMeasured is null && offer.UptimeCommitted is null)
            return NotGiven(offer, Columns.UptimeCommitted);

        if (offer.Uptime is { } record && !record.Reaches(least))
            return Verdict.NotMet(Recorded("uptime.record.low", record), Fix(_least), Columns.UptimeMeasured.In(offer), [.. BasisIn(offer), .. BasisOf(record)]);

        if (offer.Uptime is null && offer.UptimeMeasured < least)
            return NotMet(offer, new Message("uptime.measured.low", Shown.Number(offer.UptimeMeasured.Value), _least), Fix(_least));

        if (offer.UptimeCommitted < least)
        {
            return NotMet(
                offer,
                new Message("uptime.committed.low", Shown.Number(offer.UptimeCommitted.Value), _least),
                new Message("uptime.committed.fix", _least),
                Columns.UptimeCommitted);
        }

        if (offer.Uptime is not null)
            return Verdict.Met(Recorded("uptime.record", offer.Uptime), Columns.UptimeMeasured.In(offer), [.. BasisIn(offer), .. BasisOf(offer.Uptime)]);

        if (offer.UptimeMeasured is { } measured)
        {
            return offer.UptimeWindow is > 0
                ? Verdict.Met(
                    new Message("uptime.measured", Shown.Number(measured), Shown.Number(offer.UptimeWindow.Value)),
                    Columns.UptimeMeasured.In(offer),
                    BasisIn(offer))
                : NotMet(
                    offer,
                    new Message("uptime.window", Shown.Number(measured)),
                    new Message("uptime.window.fix", Columns.UptimeWindow.Label),
                    Columns.UptimeWindow);
        }

        return offer.UptimeCommitted is { } committed
            ? Passed(offer, new Message("uptime.committed", Shown.Number(committed)))
            : NotMet(offer, new Message("uptime.unknown"), Fix(_least));
    }

    private static string?[] BasisOf(UptimeRecord record) => [Shown.Iso(record.From), Shown.Iso(record.To), Shown.Number(record.Percentage)];

    private Message Recorded(string key, UptimeRecord record) => new(
        key,
        record.Percentage.ToString("0.000", CultureInfo.InvariantCulture),
        Shown.Date(record.From),
        Shown.Date(record.To),
        Shown.Number(record.SpentMinutes),
        Shown.Number(record.AllowedMinutes(least)),
        _least);
}
