namespace DataverseReadiness.Rules;

/// <summary>A work account of the organisation, enrolled in the marketplace programme, with everything the programme asks about the publisher.</summary>
internal sealed class PublisherAccount(CatalogLine line)
    : OfferRequirement(
        line,
        Columns.PartnerCenterActive,
        Columns.AccountKind,
        Columns.PublisherId,
        Columns.PartnerId,
        Columns.LegalName,
        Columns.LegalAddress,
        Columns.PrimaryContact,
        Columns.PublisherAgreement)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var missing = Missing(
            offer,
            Columns.PartnerCenterActive,
            Columns.AccountKind,
            Columns.PublisherId,
            Columns.PartnerId,
            Columns.LegalName,
            Columns.LegalAddress,
            Columns.PrimaryContact,
            Columns.PublisherAgreement);
        if (missing is not null)
            return missing;
        if (offer.AccountKind != AccountKind.WorkOrSchoolAccount)
            return NotMet(offer, new Message("publisher.kind", Columns.AccountKind.ShownIn(offer)), new Message("publisher.kind.fix"), Columns.AccountKind);
        if (offer.PartnerCenterActive != YesNo.Yes)
            return NotMet(offer, new Message("answers.no", Columns.PartnerCenterActive.Label), Fix());
        return offer.PublisherAgreement == YesNo.Yes
            ? Passed(offer, new Message("publisher.enrolled", Columns.LegalName.ShownIn(offer), Columns.PublisherId.ShownIn(offer)))
            : NotMet(offer, new Message("answers.no", Columns.PublisherAgreement.Label), Fix(), Columns.PublisherAgreement);
    }
}
