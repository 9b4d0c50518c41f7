using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Makes those who change one offer's children wait for each other. A write is the only lock the platform has.</summary>
internal static class OfferLock
{
    public static void Take(StepContext step, EntityReference offer) =>
        step.WriteAs(OwnWrite.Lock, offer, () => step.System.Update(Row(step, offer)));

    /// <summary>What is written.</summary>
    public static Entity Row(StepContext step, EntityReference offer) => new(Offer.Table, offer.Id) { [Offer.Lock] = step.CorrelationId.ToString("D") };
}
