using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Licences managed by Microsoft need an enrolled publisher and a model-driven app, the one kind of component they can be enforced on.</summary>
internal sealed class ManagedLicenses(CatalogLine line)
    : OfferRequirement(line, Columns.LicenseManagement, Columns.SellThroughMicrosoft, Columns.PartnerCenterActive, Columns.IsvAgreement, Columns.PackageInspection)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (!Sales.IsManaged(offer))
            return NotApplicable(offer, Sales.Unmanaged(offer));
        if (offer.PartnerCenterActive == YesNo.No)
            return NotMet(offer, new Message("answers.no", Columns.PartnerCenterActive.Label), Fix(), Columns.PartnerCenterActive);
        if (offer.IsvAgreement == YesNo.No)
            return NotMet(offer, new Message("answers.no", Columns.IsvAgreement.Label), Fix(), Columns.IsvAgreement);
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        var apps = offer.Package!.Solutions.SelectMany(solution => solution.AppModules).ToList();
        return apps.Count == 0
            ? Verdict.NotMet(new Message("licenses.noapp"), new Message("licenses.noapp.fix"), PackageReading.Target(offer), [.. BasisIn(offer), offer.Package.Sha256])
            : Passed(
                new Message("licenses.apps", Shown.Some(apps.Select(app => app.Name.Length > 0 ? app.Name : app.UniqueName).ToList())),
                Columns.LicenseManagement.In(offer),
                [.. BasisIn(offer), offer.Package.Sha256]);
    }
}
