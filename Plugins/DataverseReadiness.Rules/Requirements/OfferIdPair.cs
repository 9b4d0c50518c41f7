namespace DataverseReadiness.Rules;

/// <summary>The offer id and the publisher id, joined by a dot, are short; the offer id holds no characters but those of an address.</summary>
internal sealed class OfferIdPair(CatalogLine line, int max) : OfferRequirement(line, Columns.MarketplaceId, Columns.PublisherId)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.MarketplaceId, Columns.PublisherId) is { } missing)
            return missing;

        string id = offer.MarketplaceId!, publisher = offer.PublisherId!.Trim();
        if (IdText.FirstForeign(id, underscore: true) is { } character)
        {
            return character.Trim().Length == 0
                ? NotMet(offer, new Message("offerid.space", Shown.Text(id)), Fix(_max))
                : NotMet(offer, new Message("offerid.character", Shown.Text(id), Shown.Text(character)), Fix(_max));
        }

        var length = publisher.Length + 1 + id.Length;
        return length > max
            ? NotMet(offer, new Message("offerid.long", Shown.Text(publisher + "." + id), Shown.Number(length), _max), Fix(_max))
            : Passed(offer, new Message("offerid.pair", Shown.Text(publisher + "." + id), Shown.Number(length), _max));
    }
}
