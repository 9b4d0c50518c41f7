namespace DataverseReadiness.Rules;

/// <summary>An optional list, one entry a line, of limited count.</summary>
internal sealed class LinesWithin(CatalogLine line, Column<string?> column, int max) : OfferRequirement(line, column)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        var entries = Lines.Of(column.Of(offer));
        if (entries.Count == 0)
            return NotGiven(offer, column);

        var count = Shown.Number(entries.Count);
        return entries.Count > max
            ? NotMet(offer, new Message("list.many", column.Label, count, _max), Fix(_max))
            : Passed(offer, new Message("list.count", column.Label, count, _max));
    }
}
