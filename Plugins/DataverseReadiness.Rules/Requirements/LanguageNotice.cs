using System;

namespace DataverseReadiness.Rules;

/// <summary>A listing in another language than English says so, in English, where its description begins or ends.</summary>
internal sealed class LanguageNotice(CatalogLine line) : OfferRequirement(line, Columns.Description, Columns.ListingLanguage)
{
    private static readonly string[] Notices = ["This application is available only in ", "This application is available in "];

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.ListingLanguage is not { } language)
            return NotApplicable(offer, new Message("condition.language.unknown", Columns.ListingLanguage.Label), Columns.ListingLanguage);
        if (language == Language.English)
            return NotApplicable(offer, new Message("condition.language"), Columns.ListingLanguage);
        if (Columns.Description.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", Columns.Description.Label), Fix(Notices[0].TrimEnd()));

        var text = offer.DescriptionHtml.VisibleText;
        if (Array.Exists(Notices, notice => text.StartsWith(notice, StringComparison.OrdinalIgnoreCase)))
            return Passed(offer, new Message("notice.first", Columns.ListingLanguage.ShownIn(offer)));
        return IsLast(text)
            ? Passed(offer, new Message("notice.last", Columns.ListingLanguage.ShownIn(offer)))
            : NotMet(offer, new Message("notice.missing", Columns.ListingLanguage.ShownIn(offer)), Fix(Notices[0].TrimEnd()));
    }

    // The last sentence: nothing but its own full stop may stand behind it.
    private static bool IsLast(string text)
    {
        var at = text.LastIndexOf(Notices[1], StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return false;
        var stop = text.IndexOf(". ", at, StringComparison.Ordinal);
        return stop < 0;
    }
}
