namespace DataverseReadiness.Rules;

/// <summary>The description is plain text or whole HTML without scripts, and names the product in full.</summary>
internal sealed class DescriptionNamesProduct(CatalogLine line) : OfferRequirement(line, Columns.Description, Columns.Name)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.Description, Columns.Name) is { } missing)
            return missing;

        var html = offer.DescriptionHtml;
        if (html.HasScript)
            return NotMet(offer, new Message("markup.script"), Fix());
        if (html.Problem is { } problem)
            return NotMet(offer, problem, Fix());
        return TextSearch.Has(html.VisibleText, offer.Name!)
            ? Passed(offer, new Message("product.named", Columns.Name.ShownIn(offer)))
            : NotMet(offer, new Message("product.unnamed", Columns.Name.ShownIn(offer)), new Message("product.unnamed.fix", Columns.Name.ShownIn(offer)));
    }
}
