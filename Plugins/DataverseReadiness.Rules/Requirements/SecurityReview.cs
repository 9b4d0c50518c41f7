namespace DataverseReadiness.Rules;

/// <summary>External connections are disclosed with how to access them.</summary>
/// <param name="onlyDeclared">Without any there is nothing to review.</param>
internal sealed class SecurityReview(CatalogLine line, bool onlyDeclared = false)
    : OfferRequirement(line, Columns.HasExternalConnections, Columns.ExternalConnections)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.HasExternalConnections) is { } missing)
            return missing;

        if (offer.HasExternalConnections != YesNo.Yes)
            return onlyDeclared ? NotApplicable(offer, new Message("connections.none")) : Passed(offer, new Message("connections.none"));

        return Columns.ExternalConnections.IsEmptyIn(offer)
            ? NotMet(offer, new Message("column.empty", Columns.ExternalConnections.Label), Fix(), Columns.ExternalConnections)
            : Passed(offer, new Message("connections.declared", Columns.ExternalConnections.ShownIn(offer)));
    }
}
