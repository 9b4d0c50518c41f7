namespace DataverseReadiness.Rules;

/// <summary>Summary and description are in the language the listing is said to be in, as far as common words tell.</summary>
internal sealed class OneLanguage(CatalogLine line) : OfferRequirement(line, Columns.ListingLanguage, Columns.Summary, Columns.Description)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.ListingLanguage, Columns.Description) is { } missing)
            return missing;

        var declared = offer.ListingLanguage!.Value;
        var shown = Columns.ListingLanguage.ShownIn(offer);
        var described = LanguageGuess.Of(offer.DescriptionHtml.VisibleText);
        var other = described is not null && described != declared ? described : LanguageGuess.Of(offer.Summary ?? "");
        if (other is not null && other != declared)
        {
            var column = other == described ? Columns.Description : Columns.Summary;
            return NotMet(offer, new Message("language.other", column.Label, Shown.Choice(other.Value), shown), Fix(), column);
        }

        return described is null
            ? Verdict.Undecided(new Message("language.unsure", Columns.Description.Label, shown), new Message("language.unsure.fix"), Columns.Description.In(offer), BasisIn(offer))
            : Passed(offer, new Message("language.same", Columns.Description.Label, shown));
    }
}
