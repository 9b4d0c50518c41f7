using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The hide key that opens the preview: letters, perhaps only lower-case ones, and digits.</summary>
internal sealed class HideKey(CatalogLine line, bool lowerCase = false) : OfferRequirement(line, Columns.HideKey)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.HideKey;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix());

        var key = offer.HideKey!;
        return key.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') || (!lowerCase && character is >= 'A' and <= 'Z'))
            ? Passed(offer, new Message("hidekey.length", Shown.Number(key.Length)))
            : NotMet(offer, new Message("hidekey.character", Shown.Text(key)), Fix());
    }
}
