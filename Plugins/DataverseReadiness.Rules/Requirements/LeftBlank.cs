namespace DataverseReadiness.Rules;

/// <summary>A column that must stay empty.</summary>
internal sealed class LeftBlank(CatalogLine line, Column column) : OfferRequirement(line, column)
{
    public override Verdict Evaluate(OfferFacts offer) => column.IsEmptyIn(offer)
        ? Passed(offer, new Message("column.blank", column.Label))
        : NotMet(offer, Given(offer, column), Fix());
}
