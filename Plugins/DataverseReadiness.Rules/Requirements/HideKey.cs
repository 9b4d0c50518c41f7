using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The hide key that opens the preview: letters and digits only.</summary>
internal sealed class HideKey(CatalogLine line) : OfferRequirement(line, Columns.HideKey)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.HideKey;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix());

        var key = offer.HideKey!;
        return key.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            ? Passed(offer, new Message("hidekey.length", Shown.Number(key.Length)))
            : NotMet(offer, new Message("hidekey.character", Shown.Text(key)), Fix());
    }
}
