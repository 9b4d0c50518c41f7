using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The package is fetched from Azure Storage with a signature that may only read and has not expired.</summary>
internal sealed class PackageUrl(CatalogLine line) : OfferRequirement(line, Columns.PackageUrl)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.PackageUrl;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix());

        var sas = SasUrl.Read(offer.PackageUrl);
        if (sas.Problem is { } problem)
            return NotMet(offer, problem, Fix());

        // Where nothing is wrong, the expiry is there.
        var expires = sas.Expires.GetValueOrDefault();
        return expires > offer.Now
            ? PassedAddress(offer, new Message("signature.until", Shown.Moment(expires)), column, offer.PackageUrl)
            : NotMet(offer, new Message("signature.expired", Shown.Moment(expires)), Fix());
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => AddressOf(offer.PackageUrl, Columns.PackageUrl.In(offer));

    internal override IEnumerable<Moment> Ages(OfferFacts offer) =>
        SasUrl.Read(offer.PackageUrl).Expires is { } expires ? [new Moment(expires, MomentCause.SignatureExpires)] : [];
}
