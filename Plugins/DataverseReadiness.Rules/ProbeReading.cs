using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>What the last probe of an address says at this moment.</summary>
internal sealed class ProbeReading
{
    private ProbeReading(ProbedAddress address, VerdictKind kind, string? basis, Message? reason, Message? fix)
    {
        Address = address;
        Kind = kind;
        Basis = basis;
        Reason = reason;
        Fix = fix;
    }

    public ProbedAddress Address { get; }

    /// <summary>Met, not met or undecided.</summary>
    public VerdictKind Kind { get; }

    /// <summary>How it ended, not when.</summary>
    public string? Basis { get; }

    /// <summary>Null when there is no probe to speak of.</summary>
    public Message? Reason { get; }

    public Message? Fix { get; }

    public static ProbeReading Of(ProbeFact? probe, ProbedAddress address, int shelfDays, DateTime now)
    {
        if (probe?.Outcome is not { } outcome || probe.CheckedOn is not { } checkedOn)
            return new ProbeReading(address, VerdictKind.Undecided, null, null, null);

        var url = Shown.Text(address.Url);
        var day = Shown.Date(checkedOn);
        if (probe.Url != address.Url)
            return Undecided("other", new Message("probe.other", url, day, Shown.Text(probe.Url)));

        if (outcome == ProbeOutcome.Reached && probe.CertificateEnds is { } ends && now.Date > ends.Date)
        {
            return new ProbeReading(
                address, VerdictKind.NotMet, "certificate", new Message("probe.certificate", url, Shown.Date(ends), day), new Message("probe.certificate.fix"));
        }

        if (Moment.Later(checkedOn, shelfDays) is { } stale && now >= stale)
            return Undecided("stale", new Message("probe.stale", url, day, Shown.Number(shelfDays)));

        var basis = outcome.ToString("D");
        return outcome switch
        {
            ProbeOutcome.Reached => new ProbeReading(address, VerdictKind.Met, basis, Said(probe) ?? new Message("probe.reached", url, Shown.Number(probe.Status ?? 200)), null),
            ProbeOutcome.Failed or ProbeOutcome.Refused => new ProbeReading(
                address, VerdictKind.NotMet, basis, Said(probe) ?? new Message("probe.failed", url, day), new Message("probe.failed.fix")),
            _ => new ProbeReading(
                address, VerdictKind.Undecided, basis, Said(probe) ?? new Message("probe.unknown", url, day), new Message("probe.unknown.fix")),
        };

        ProbeReading Undecided(string basis, Message reason) =>
            new(address, VerdictKind.Undecided, basis, reason, new Message("probe.again.fix"));
    }

    public static IEnumerable<Moment> Moments(ProbeFact? probe, int shelfDays)
    {
        if (probe?.CheckedOn is { } checkedOn && Moment.Later(checkedOn, shelfDays) is { } stale)
            yield return new Moment(stale, MomentCause.ProbeAges);
        if (Moment.After(probe?.CertificateEnds, MomentCause.CertificateEnds) is { } ended)
            yield return ended;
    }

    // A sentence of the probe's own; a key that no text has says nothing to anybody.
    private static Message? Said(ProbeFact probe)
    {
        if (probe.ReasonKey is not { } key || Texts.Find(key, Texts.English) is null)
            return null;

        var arguments = new List<string>();
        if (probe.ReasonArgs is { } json && Json.TryRead(json, out var value) && value is List<object?> items)
        {
            foreach (var item in items)
                arguments.Add(Shown.Text(item as string));
        }

        return new Message(key, arguments.ToArray());
    }
}
