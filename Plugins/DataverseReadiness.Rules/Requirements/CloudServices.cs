namespace DataverseReadiness.Rules;

/// <summary>The Microsoft cloud services in use are declared, or it is said why there are none.</summary>
internal sealed class CloudServices(CatalogLine line) : OfferRequirement(line, Columns.UsesCloudServices, Columns.CloudServices)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.UsesCloudServices) is { } undeclared)
            return undeclared;

        if (Columns.CloudServices.IsEmptyIn(offer))
        {
            return NotMet(
                offer,
                new Message("column.empty", Columns.CloudServices.Label),
                offer.UsesCloudServices == YesNo.Yes ? Fix() : new Message("cloud.why"),
                Columns.CloudServices);
        }

        return Passed(offer, new Message(
            offer.UsesCloudServices == YesNo.Yes ? "cloud.used" : "cloud.none", Columns.CloudServices.ShownIn(offer)));
    }
}
