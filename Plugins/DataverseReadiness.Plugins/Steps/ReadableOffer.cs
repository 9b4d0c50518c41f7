using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>The offer a custom API was called for. Results come from the system's reading, so the caller's right to read is asked first.</summary>
internal static class ReadableOffer
{
    /// <exception cref="InvalidPluginExecutionException">The caller may not read it, or it is gone.</exception>
    public static EntityReference Of(StepContext step)
    {
        var offer = (EntityReference)step.Inputs["Target"];
        var query = new QueryExpression(Offer.Table) { ColumnSet = new ColumnSet(Offer.Id) };
        query.Criteria.AddCondition(Offer.Id, ConditionOperator.Equal, offer.Id);
        return step.Caller.RetrieveMultiple(query).Entities.Count == 1
            ? offer
            : throw Refusal.Of(step, "offer.none");
    }

    /// <summary>What the rules know of it at the present moment.</summary>
    public static OfferFacts Facts(StepContext step) => Facts(step, OfferQuery.Read(step.System, Of(step).Id, step.Now));

    /// <summary>The same for an offer that was read before, perhaps with values that nobody saved.</summary>
    public static OfferFacts Facts(StepContext step, Entity offer) => FactsReader.Of(offer, step.Requirements, step.Now);
}
