namespace DataverseReadiness.Rules;

/// <summary>The title has no characters that a reviewer took for special ones, and none that is a pictograph.</summary>
internal sealed class PlainTitle(CatalogLine line) : OfferRequirement(line, Columns.Name)
{
    private const string Harmless = " -&'\u2019\u2013\u00AE\u2122\u00A9()+,:/";

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Columns.Name.IsEmptyIn(offer))
            return NotApplicable(offer, new Message("column.empty", Columns.Name.Label));

        var name = offer.Name!.Trim();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsLetterOrDigit(name[i]) || Harmless.IndexOf(name[i]) >= 0)
                continue;
            var character = char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]) ? name.Substring(i, 2) : name.Substring(i, 1);
            if (character.Length == 2 && char.IsLetter(character, 0))
                i++;
            else
                return NotMet(offer, new Message("name.character", Shown.Text(name), Shown.Text(character)), Fix());
        }

        return Passed(offer, new Message("name.plain", Shown.Text(name)));
    }
}
