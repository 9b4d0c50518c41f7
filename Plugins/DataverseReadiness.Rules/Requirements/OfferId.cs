namespace DataverseReadiness.Rules;

/// <summary>The offer id: short, lower-case letters, digits and hyphens, no hyphen at the end.</summary>
internal sealed class OfferId(CatalogLine line, int max) : OfferRequirement(line, Columns.MarketplaceId)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.MarketplaceId;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix(_max));

        var id = offer.MarketplaceId!;
        if (id.Length > max)
            return NotMet(offer, new Message("text.long", column.Label, Shown.Number(id.Length), _max), Fix(_max));

        if (IdText.FirstForeign(id, underscore: false) is { } character)
        {
            return character.Trim().Length == 0
                ? NotMet(offer, new Message("offerid.space", Shown.Text(id)), Fix(_max))
                : NotMet(offer, new Message("offerid.character", Shown.Text(id), Shown.Text(character)), Fix(_max));
        }

        return id[id.Length - 1] == '-'
            ? NotMet(offer, new Message("offerid.hyphen", Shown.Text(id)), Fix(_max))
            : Passed(offer, new Message("column.value", column.Label, Shown.Text(id)));
    }
}
