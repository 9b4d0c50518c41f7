namespace DataverseReadiness.Rules;

/// <summary>Columns that must be filled in while a condition holds.</summary>
internal sealed class AllGivenWhen(CatalogLine line, Condition condition, params Column[] columns)
    : OfferRequirement(line, [.. columns, condition.Column])
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (!condition.HoldsFor(offer))
            return NotApplicable(offer, condition.ReasonIfNot(offer), condition.Column);

        return Missing(offer, columns) ?? Passed(offer, columns.Length == 1
            ? Given(offer, columns[0])
            : new Message("columns.given", Shown.Labels(columns)));
    }
}
