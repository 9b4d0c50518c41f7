namespace DataverseReadiness.Rules;

/// <summary>An optional version: up to four numbers parted by dots.</summary>
internal sealed class VersionNumber(CatalogLine line, Column<string?> column) : OfferRequirement(line, column)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (column.IsEmptyIn(offer))
            return NotGiven(offer, column);

        return IsVersion(column.Of(offer)!.Trim())
            ? Passed(offer, Given(offer, column))
            : NotMet(offer, Given(offer, column), Fix());
    }

    private static bool IsVersion(string text)
    {
        int dots = 0, digits = 0;
        foreach (var character in text)
        {
            if (character is >= '0' and <= '9')
            {
                digits++;
            }
            else
            {
                if (character != '.' || digits == 0 || ++dots > 3)
                    return false;
                digits = 0;
            }
        }

        return digits > 0;
    }
}
