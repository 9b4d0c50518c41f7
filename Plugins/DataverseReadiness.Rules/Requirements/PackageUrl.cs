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
            ? Passed(offer, new Message("signature.until", Shown.Moment(expires)))
            : NotMet(offer, new Message("signature.expired", Shown.Moment(expires)), Fix());
    }
}
