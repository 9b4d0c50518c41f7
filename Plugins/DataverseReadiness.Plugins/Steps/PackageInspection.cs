using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>The facts of an offer's package.</summary>
internal static class PackageInspection
{
    /// <summary>Nobody has looked at the package that this request brings.</summary>
    public static void Clear(Entity offer)
    {
        offer[Offer.PackageFacts] = null;
        offer[Offer.PackageInspection] = offer[Offer.Package] == null ? null : new OptionSetValue((int)InspectionState.NotInspected);
    }

    public static InspectionState StateOf(PackageFacts facts) => facts.Damage == null ? InspectionState.Inspected : InspectionState.Damaged;
}
