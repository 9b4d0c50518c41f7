namespace DataverseReadiness.Rules;

/// <summary>Columns that must be filled in; what they hold is not looked at.</summary>
internal sealed class AllGiven(CatalogLine line, params Column[] columns) : OfferRequirement(line, columns)
{
    public override Verdict Evaluate(OfferFacts offer) =>
        Missing(offer, columns) ?? Passed(offer, columns.Length == 1
            ? Given(offer, columns[0])
            : new Message("columns.given", Shown.Labels(columns)));
}
