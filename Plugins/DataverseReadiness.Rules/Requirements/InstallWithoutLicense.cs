using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Whether the app installs without a licence is said, and agrees with the licence information in the package.</summary>
internal sealed class InstallWithoutLicense(CatalogLine line)
    : OfferRequirement(line, Columns.InstallWithoutLicense, Columns.LicenseManagement, Columns.SellThroughMicrosoft, Columns.PackageInspection)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (!Sales.IsManaged(offer))
            return NotApplicable(offer, Sales.Unmanaged(offer));
        if (Missing(offer, Columns.InstallWithoutLicense) is { } missing)
            return missing;
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        string?[] basis = [.. BasisIn(offer), offer.Package!.Sha256];
        var target = Columns.InstallWithoutLicense.In(offer);
        var demands = offer.Package.Solutions.Any(solution => solution.ServicePlanApps.Count > 0);
        if (offer.InstallWithoutLicense == YesNo.Yes)
        {
            return demands
                ? Verdict.NotMet(new Message("licenses.demanded"), Fix(), target, basis)
                : Passed(new Message("licenses.free"), target, basis);
        }

        return demands
            ? Passed(new Message("licenses.mapped"), target, basis)
            : Verdict.NotMet(new Message("licenses.unmapped"), new Message("licenses.unmapped.fix"), target, basis);
    }
}
