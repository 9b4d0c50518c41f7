namespace DataverseReadiness.Rules;

/// <summary>CRM life-cycle events need a service registered under a special agreement.</summary>
internal sealed class LifecycleEvents(CatalogLine line) : OfferRequirement(line, Columns.LifecycleEvents, Columns.LifecycleAgreement)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.LifecycleEvents) is { } missing)
            return missing;

        if (offer.LifecycleEvents != YesNo.Yes)
            return NotApplicable(offer, new Message("lifecycle.none"));

        return Columns.LifecycleAgreement.IsEmptyIn(offer)
            ? NotMet(offer, new Message("column.empty", Columns.LifecycleAgreement.Label), Fix(), Columns.LifecycleAgreement)
            : Passed(offer, Given(offer, Columns.LifecycleAgreement));
    }
}
