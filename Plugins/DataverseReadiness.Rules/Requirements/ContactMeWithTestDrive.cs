namespace DataverseReadiness.Rules;

/// <summary>An offer by contact needs an enabled test drive.</summary>
internal sealed class ContactMeWithTestDrive(CatalogLine line) : OfferRequirement(line, Columns.AppType, Columns.TestDrive)
{
    public override Verdict Evaluate(OfferFacts offer) => offer.AppType switch
    {
        null => NotMet(offer, new Message("column.empty", Columns.AppType.Label), new Message("fix.listing")),
        AppType.Free or AppType.Trial => Passed(offer, Given(offer, Columns.AppType)),
        AppType.ContactMe when offer.TestDrive == YesNo.Yes => Passed(offer, new Message("testdrive.contactme")),
        AppType.ContactMe => NotMet(offer, new Message("testdrive.contactme.without"), Fix(), Columns.TestDrive),
        _ => NotMet(offer, new Message("listing.type", Columns.AppType.ShownIn(offer)), new Message("fix.listing")),
    };
}
