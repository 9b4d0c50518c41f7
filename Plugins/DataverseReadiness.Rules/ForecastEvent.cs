using System;

namespace DataverseReadiness.Rules;

/// <summary>One item that turns at some time though nobody touches the offer.</summary>
public sealed class ForecastEvent(DateTime on, ItemChange change, MomentCause cause)
{
    /// <summary>UTC.</summary>
    public DateTime On => on;

    public ItemChange Change => change;

    public MomentCause Cause => cause;
}
