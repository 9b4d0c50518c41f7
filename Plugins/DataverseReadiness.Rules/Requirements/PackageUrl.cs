using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The package is fetched from Azure Storage with a signature that may only read and has not expired.</summary>
/// <param name="advisedDays">How much longer it should count; a shorter time is said, not refused.</param>
internal sealed class PackageUrl(CatalogLine line, int advisedDays = 0) : OfferRequirement(line, Columns.PackageUrl)
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
            ? PassedAddress(
                offer,
                advisedDays > 0 && Advised(expires) <= offer.Now
                    ? new Message("signature.short", Shown.Moment(expires), Shown.Number(advisedDays))
                    : new Message("signature.until", Shown.Moment(expires)),
                column,
                offer.PackageUrl)
            : NotMet(offer, new Message("signature.expired", Shown.Moment(expires)), Fix());
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => AddressOf(offer.PackageUrl, Columns.PackageUrl.In(offer));

    internal override IEnumerable<Moment> Ages(OfferFacts offer) =>
        SasUrl.Read(offer.PackageUrl).Expires is not { } expires ? []
        : advisedDays == 0 ? [new Moment(expires, MomentCause.SignatureExpires)]
        : [new Moment(Advised(expires), MomentCause.SignatureExpires), new Moment(expires, MomentCause.SignatureExpires)];

    private DateTime Advised(DateTime expires) =>
        expires - DateTime.MinValue > TimeSpan.FromDays(advisedDays) ? expires.AddDays(-advisedDays) : DateTime.MinValue;
}
