using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The package supports every market the offer is sold in.</summary>
internal sealed class MarketsOfPackage(CatalogLine line) : OfferRequirement(line, Columns.Markets, Columns.PackageInspection)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Columns.Markets.IsEmptyIn(offer))
            return NotGiven(offer, Columns.Markets);
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        offer.Package!.Input.TryGetValue("SupportedCountries", out var text);
        var supported = new HashSet<string>(Countries.In(text), StringComparer.OrdinalIgnoreCase);
        string?[] basis = [.. BasisIn(offer), offer.Package.Sha256];
        var target = Columns.Markets.In(offer);
        if (supported.Count == 0)
            return Verdict.NotApplicable(new Message("agree.market.none"), target, basis);

        var missing = Countries.In(offer.Markets).Where(code => !supported.Contains(code)).ToList();
        return missing.Count > 0
            ? Verdict.NotMet(new Message("agree.market.missing", Shown.Number(missing.Count), Shown.Some(missing)), Fix(), target, basis)
            : Passed(new Message("agree.market", Shown.Number(supported.Count)), target, basis);
    }
}
