namespace DataverseReadiness.Rules;

/// <summary>A base license model is chosen; it is by user where Microsoft manages the licences.</summary>
internal sealed class LicenseModelFits(CatalogLine line)
    : OfferRequirement(line, Columns.LicenseModel, Columns.LicenseManagement, Columns.SellThroughMicrosoft)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.LicenseModel) is { } missing)
            return missing;
        return Sales.IsManaged(offer) && offer.LicenseModel != LicenseModel.User
            ? NotMet(offer, new Message("licenses.model", Columns.LicenseModel.ShownIn(offer)), Fix())
            : Passed(offer, Given(offer, Columns.LicenseModel));
    }
}
