namespace DataverseReadiness.Rules;

/// <summary>The name of the listing: of limited length, without pictographs.</summary>
internal sealed class ListingName(CatalogLine line, int max) : OfferRequirement(line, Columns.Name)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Columns.Name.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", Columns.Name.Label), Fix(_max));

        var name = offer.Name!;
        if (name.Length > max)
            return NotMet(offer, new Message("text.long", Columns.Name.Label, Shown.Number(name.Length), _max), Fix(_max));
        return Emoji.First(name) is { } emoji
            ? NotMet(offer, new Message("name.emoji", emoji), Fix(_max))
            : Passed(offer, new Message("text.length", Columns.Name.Label, Shown.Number(name.Length), _max));
    }
}
