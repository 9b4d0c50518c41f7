using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>What turns until some day if nobody touches the offer and nothing is probed again.</summary>
public sealed class OfferForecast
{
    private OfferForecast(IReadOnlyList<ForecastEvent> events, OfferEvaluation until)
    {
        Events = events;
        Until = until;
    }

    /// <summary>In the order of time, then of the checklist.</summary>
    public IReadOnlyList<ForecastEvent> Events { get; }

    /// <summary>The checklist on the last day.</summary>
    public OfferEvaluation Until { get; }

    public static OfferForecast Of(OfferFacts offer, DateTime until)
    {
        var events = new List<ForecastEvent>();
        var before = OfferEvaluation.Of(offer);
        while (before.NextChange is { } next && next <= until)
        {
            var after = OfferEvaluation.Of(offer.At(next));
            foreach (var change in EvaluationDifference.Between(before, after))
                events.Add(new ForecastEvent(next, change, CauseOf(change, before, next)));
            before = after;
        }

        return new OfferForecast(events, until > before.Now ? OfferEvaluation.Of(offer.At(until)) : before);
    }

    // An item turns at one of its own moments.
    private static MomentCause CauseOf(ItemChange change, OfferEvaluation before, DateTime at) =>
        before.MomentsOf(change.Before!)
            .Where(moment => moment.On > before.Now && moment.On <= at)
            .Select(moment => moment.Cause)
            .DefaultIfEmpty(MomentCause.DateComes)
            .First();
}
