using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>One requirement of a rule set. Holds no state, reads only the facts, never throws for bad data.</summary>
public abstract class Requirement
{
    private readonly string _fix;
    private readonly Message _settle;

    private protected Requirement(CatalogLine line, Message? title = null)
    {
        Key = line.Key;
        Title = title ?? new Message("title." + line.Key);
        Group = line.Group;
        Severity = line.Severity;
        DecidedBy = line.DecidedBy;
        Source = line.Source;
        Probe = line.Probe;
        ShelfDays = line.ShelfDays;
        AnnouncedOn = line.Announced;
        AppliesFrom = line.AppliesFrom;
        EndsOn = line.Ends;
        Predecessor = line.Predecessor;
        NeverWaived = line.NeverWaived;
        IsSecondHand = line.SecondHand;
        IsUnsourced = line.Unsourced;
        _fix = "fix." + line.Key;
        _settle = new Message("settle." + line.Key);
    }

    /// <summary>The same requirement, weighed differently.</summary>
    private protected Requirement(Requirement other, Severity severity)
    {
        Key = other.Key;
        Title = other.Title;
        Group = other.Group;
        Severity = severity;
        DecidedBy = other.DecidedBy;
        Source = other.Source;
        Probe = other.Probe;
        ShelfDays = other.ShelfDays;
        AnnouncedOn = other.AnnouncedOn;
        AppliesFrom = other.AppliesFrom;
        EndsOn = other.EndsOn;
        Predecessor = other.Predecessor;
        NeverWaived = other.NeverWaived;
        IsSecondHand = other.IsSecondHand;
        IsUnsourced = other.IsUnsourced;
        _fix = other._fix;
        _settle = other._settle;
    }

    /// <summary>Stored and sent to clients: never renamed, never reused.</summary>
    public string Key { get; }

    public Message Title { get; }

    public RequirementGroup Group { get; }

    public Severity Severity { get; }

    public DecidedBy DecidedBy { get; }

    /// <summary>The page it comes from, with its date.</summary>
    public string Source { get; }

    /// <summary>What a probe asks of the addresses it reads; null where no probe tells.</summary>
    public ProbeKind? Probe { get; }

    /// <summary>How long the result of a probe counts.</summary>
    public int ShelfDays { get; }

    public DateTime? AnnouncedOn { get; }

    /// <summary>First day (UTC) on which it blocks; before that it is only shown.</summary>
    public DateTime? AppliesFrom { get; }

    /// <summary>Last day (UTC) on which it is asked for.</summary>
    public DateTime? EndsOn { get; }

    /// <summary>Key of the other rule set whose judgements it shares.</summary>
    public string? Predecessor { get; }

    /// <summary>The store or the platform itself refuses an offer without it, so nobody can accept it as open.</summary>
    public bool NeverWaived { get; }

    /// <summary>Its source only reports what Microsoft wrote.</summary>
    public bool IsSecondHand { get; }

    /// <summary>No source was found; it is advice.</summary>
    public bool IsUnsourced { get; }

    /// <summary>The columns it reads, as table.column.</summary>
    public abstract IReadOnlyList<string> Reads { get; }

    public abstract Verdict Evaluate(OfferFacts offer);

    /// <summary>Whether it blocks already.</summary>
    public bool AppliesAt(DateTime now) => AppliesFrom is null || now >= AppliesFrom.Value.Date;

    /// <summary>Whether it is asked for no longer.</summary>
    public bool HasEndedAt(DateTime now) => EndsOn is not null && now.Date > EndsOn.Value.Date;

    /// <summary>The points in time, past and to come, from which on the verdict may be another one though nobody touches the offer.</summary>
    public IEnumerable<Moment> Moments(OfferFacts offer)
    {
        if (AppliesFrom is { } first)
            yield return new Moment(first.Date, MomentCause.RuleStarts);
        if (Moment.After(EndsOn, MomentCause.RuleEnds) is { } ended)
            yield return ended;
        foreach (var moment in Ages(offer))
            yield return moment;
        if (Probe is null || offer.Probes.Count == 0)
            yield break;

        foreach (var address in Addresses(offer))
        {
            foreach (var moment in ProbeReading.Moments(offer.ProbeOf(address.Target), ShelfDays))
                yield return moment;
        }
    }

    /// <summary>The row as it decides at this moment: what has ended does not apply.</summary>
    internal Verdict Decide(OfferFacts offer)
    {
        var verdict = Evaluate(offer);
        return HasEndedAt(offer.Now)
            ? Verdict.NotApplicable(new Message("rule.ended", Shown.Date(EndsOn!.Value)), verdict.Target, [.. verdict.Basis])
            : verdict;
    }

    /// <summary>The addresses a probe is asked about, those that are well-formed. None where <see cref="Probe"/> is null.</summary>
    internal virtual IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => [];

    /// <summary>The rows of child tables that the verdict rests on; null when it may be any of them.</summary>
    internal virtual IEnumerable<Guid>? RowsRead(OfferFacts offer) => null;

    /// <summary>What else it compares with the present time: the points in time at which the comparison turns.</summary>
    internal virtual IEnumerable<Moment> Ages(OfferFacts offer) => [];

    /// <summary>The requirement's own sentence on what to do, with its limits as arguments.</summary>
    private protected Message Fix(params string[] arguments) => new(_fix, arguments);

    /// <summary>The data are right: met where the software decides alone, else undecided, with who settles it and how.</summary>
    private protected Verdict Passed(Message reason, FixTarget target, params string?[] basis) =>
        DecidedBy == DecidedBy.Software
            ? Verdict.Met(reason, target, basis)
            : Verdict.Undecided(reason, _settle, target, basis);

    /// <summary>The data are right, and this is what the probes of their addresses say.</summary>
    /// <remarks>Rests on how each probe ended, not on when: a probe that ends as before leaves judgements as they are.</remarks>
    private protected Verdict Passed(OfferFacts offer, Message reason, FixTarget target, IReadOnlyList<ProbedAddress> addresses, params string?[] basis)
    {
        if (Probe is null || addresses.Count == 0)
            return Passed(reason, target, basis);

        var full = new string?[basis.Length + addresses.Count];
        basis.CopyTo(full, 0);
        ProbeReading? failed = null, open = null, reached = null;
        for (var i = 0; i < addresses.Count; i++)
        {
            var reading = ProbeReading.Of(offer.ProbeOf(addresses[i].Target), addresses[i], ShelfDays, offer.Now);
            full[basis.Length + i] = reading.Basis;
            switch (reading.Kind)
            {
                case VerdictKind.NotMet:
                    failed ??= reading;
                    break;
                case VerdictKind.Undecided:
                    open ??= reading;
                    break;
                default:
                    reached ??= reading;
                    break;
            }
        }

        if (failed is not null)
            return Verdict.NotMet(failed.Reason!, failed.Fix!, failed.Address.Target, full);
        if (open is not null)
            return Verdict.Undecided(open.Reason ?? reason, open.Fix ?? _settle, open.Reason is null ? target : open.Address.Target, full);

        var answered = addresses.Count == 1 ? reached!.Reason! : new Message("probe.reached.all", Shown.Number(addresses.Count));
        return (DecidedBy & DecidedBy.Person) == 0
            ? Verdict.Met(answered, target, full)
            : Verdict.Undecided(answered, _settle, target, full);
    }

    /// <summary>An address for the probe, when it is one.</summary>
    private protected IEnumerable<ProbedAddress> AddressOf(string? url, FixTarget target) =>
        Probe is null || string.IsNullOrWhiteSpace(url) || Inspection.UrlReader.Read(url).Problem is not null
            ? []
            : [new ProbedAddress(Probe.Value, target, url!)];
}
