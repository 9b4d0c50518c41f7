using DataverseReadiness.Plugins.Facts;
using DataverseReadiness.Plugins.Names;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>What trials, plans, support links, marketing assets and judgements have in common: an offer they belong to.</summary>
internal static class Children
{
    /// <summary>Shared variable that tells later steps of the operation that the offer is gone or about to go.</summary>
    public const string OfferIsGone = "DataverseReadiness.OfferIsGone";

    public static bool Has(string table) => table is Trial.Table or Plan.Table or SupportLink.Table or MarketingAsset.Table or Judgement.Table;

    /// <summary>The offer of the row at hand: as sent, else as it was. Null for a row without an offer.</summary>
    public static EntityReference? OfferOf(StepContext step) =>
        step.Target != null && step.Target.Contains(Trial.OfferId) ? step.Target.Reference(Trial.OfferId) : step.Before?.Reference(Trial.OfferId);
}
