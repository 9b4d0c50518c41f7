using System;

namespace DataverseReadiness.Rules;

/// <summary>A point in time from which on a verdict or a judgement may be another one.</summary>
public sealed class Moment(DateTime on, MomentCause cause)
{
    /// <summary>UTC. At this very time the change has happened.</summary>
    public DateTime On => on;

    public MomentCause Cause => cause;

    /// <summary>The day after a last day; null where there is none.</summary>
    internal static Moment? After(DateTime? lastDay, MomentCause cause) =>
        lastDay is null || lastDay.Value.Date == DateTime.MaxValue.Date ? null : new Moment(lastDay.Value.Date.AddDays(1), cause);

    /// <summary>A number of days later; null where the calendar ends before that.</summary>
    internal static DateTime? Later(DateTime time, int days) =>
        days > (DateTime.MaxValue - time).TotalDays - 1 ? null : time.AddDays(days);
}
