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
        var supported = Countries.In(text);
        string?[] basis = [.. BasisIn(offer), offer.Package.Sha256];
        var target = Columns.Markets.In(offer);
        if (supported.Length == 0)
            return Verdict.NotApplicable(new Message("agree.market.none"), target, basis);

        var missing = Countries.Without(Countries.In(offer.Markets), supported);
        return missing.Count > 0
            ? Verdict.NotMet(new Message("agree.market.missing", Shown.Number(missing.Count), Shown.Some(missing)), Fix(), target, basis)
            : Passed(new Message("agree.market", Shown.Number(supported.Length)), target, basis);
    }
}
