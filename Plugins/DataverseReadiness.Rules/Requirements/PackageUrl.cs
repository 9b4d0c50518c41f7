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

        if (!sas.IsReadOnly)
            return NotMet(offer, new Message("sas.permissions", Shown.Text(sas.Permissions)), Fix());

        if (sas.Expires is not { } expires || expires <= offer.Now)
            return NotMet(offer, new Message("sas.expired", sas.Expires is null ? "" : Shown.Moment(sas.Expires.Value)), Fix());

        return Passed(offer, new Message("sas.until", Shown.Moment(expires)));
    }
}
