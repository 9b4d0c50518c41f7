namespace DataverseReadiness.Rules;

/// <summary>Test drives are for listings in English alone.</summary>
internal sealed class TestDriveLanguage(CatalogLine line) : OfferRequirement(line, Columns.ListingLanguage, Columns.TestDrive)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (!Trials.HasTestDrive(offer))
            return NotApplicable(offer, new Message(offer.TestDrive is null ? "testdrive.unset" : "testdrive.none"), Columns.TestDrive);
        if (Missing(offer, Columns.ListingLanguage) is { } missing)
            return missing;
        return offer.ListingLanguage == Language.English
            ? Passed(offer, Given(offer, Columns.ListingLanguage))
            : NotMet(offer, Given(offer, Columns.ListingLanguage), Fix());
    }
}
