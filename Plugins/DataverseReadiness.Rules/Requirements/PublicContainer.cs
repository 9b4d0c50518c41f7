using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Probing;

namespace DataverseReadiness.Rules;

/// <summary>The container of the package lets anybody read its blobs: the package answers without its signature.</summary>
internal sealed class PublicContainer(CatalogLine line) : OfferRequirement(line, Columns.PackageUrl)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.PackageUrl;
        if (column.IsEmptyIn(offer))
            return NotGiven(offer, column);

        var target = column.In(offer);
        var verdict = Passed(offer, Given(offer, column), target, Addresses(offer).ToList(), BasisIn(offer));
        return verdict.Kind switch
        {
            VerdictKind.NotMet => Verdict.NotMet(verdict.Reason, verdict.Reason.Key == "probed.public.refused" ? Fix() : verdict.Fix!, target, [.. verdict.Basis]),
            VerdictKind.Undecided => Verdict.Undecided(verdict.Reason, verdict.Fix!, target, [.. verdict.Basis]),
            _ => verdict,
        };
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) =>
        AddressOf(offer.PackageUrl is { } url ? PublicPackage.UrlOf(url) : null, new FixTarget(Tables.Offer, offer.Id, PublicPackage.Target));
}
