namespace DataverseReadiness.Rules;

/// <summary>A column that may be filled in; what it holds is not looked at.</summary>
internal sealed class OptionalGiven(CatalogLine line, Column column) : OfferRequirement(line, column)
{
    public override Verdict Evaluate(OfferFacts offer) =>
        column.IsEmptyIn(offer) ? NotGiven(offer, column) : Passed(offer, Given(offer, column));
}
