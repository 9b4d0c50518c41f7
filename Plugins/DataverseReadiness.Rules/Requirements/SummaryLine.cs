namespace DataverseReadiness.Rules;

/// <summary>The summary of search results: one short line of plain text. Whether it is one sentence and says what the app is for, people judge.</summary>
internal sealed class SummaryLine(CatalogLine line, int max) : OfferRequirement(line, Columns.Summary)
{
    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.Summary;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix(_max));

        var text = offer.Summary!.Trim();
        var length = Shown.Number(text.Length);
        if (text.Length > max)
            return NotMet(offer, new Message("text.long", column.Label, length, _max), Fix(_max));
        if (text.IndexOfAny(['\r', '\n']) >= 0)
            return NotMet(offer, new Message("summary.break", column.Label), Fix(_max));
        if (PlainText.FirstMarkup(text) is { } markup)
            return NotMet(offer, new Message("text.markup", column.Label, markup), new Message("text.markup.fix", column.Label));

        var sentences = Sentences(text);
        return Passed(offer, sentences > 1
            ? new Message("summary.sentences", column.Label, length, _max, Shown.Number(sentences))
            : new Message("text.length", column.Label, length, _max));
    }

    // A mark of punctuation with a blank behind it ends one; so does the end of the text.
    private static int Sentences(string text)
    {
        var sentences = 1;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && text[i + 1] == ' ')
                sentences++;
        }

        return sentences;
    }
}
