using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>What another column lists is spoken of in the description or the summary.</summary>
internal sealed class WordsInDescription(CatalogLine line, Column column, Func<OfferFacts, IReadOnlyList<string>> entries)
    : OfferRequirement(line, column, Columns.Description, Columns.Summary)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (column.IsEmptyIn(offer))
            return NotGiven(offer, column);
        if (Columns.Description.IsEmptyIn(offer))
            return NotApplicable(offer, new Message("column.empty", Columns.Description.Label), Columns.Description);

        var listed = entries(offer);
        var missing = TextSearch.Without(listed, offer.DescriptionHtml.VisibleText, offer.Summary);
        return missing.Count > 0
            ? NotMet(offer, new Message("agree.words.missing", column.Label, Shown.Some(missing)), Fix(Shown.Some(missing)), Columns.Description)
            : Passed(offer, new Message("agree.words", column.Label, Shown.Number(listed.Count)));
    }
}
