using System;

namespace DataverseReadiness.Rules;

/// <summary>When a conditional requirement applies, and what to say when it does not.</summary>
internal sealed class Condition(Column column, Func<OfferFacts, bool> holds, Func<OfferFacts, Message> reasonIfNot)
{
    public static readonly Condition NotRegistered = new(
        Columns.Registration,
        offer => offer.Registration == Registration.NotRegistered,
        offer => offer.Registration is null
            ? new Message("condition.registration.unknown", Columns.Registration.Label)
            : new Message("condition.registration", Columns.Registration.ShownIn(offer)));

    public static readonly Condition Transact = new(
        Columns.AppType,
        offer => offer.AppType == AppType.Transact,
        offer => offer.AppType is null
            ? new Message("condition.transact.unknown", Columns.AppType.Label)
            : new Message("condition.transact", Columns.AppType.ShownIn(offer)));

    public Column Column => column;

    public bool HoldsFor(OfferFacts offer) => holds(offer);

    public Message ReasonIfNot(OfferFacts offer) => reasonIfNot(offer);
}
