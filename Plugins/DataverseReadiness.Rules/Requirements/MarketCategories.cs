using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>One category, perhaps a second one, and a few subcategories that belong to them.</summary>
internal sealed class MarketCategories(CatalogLine line, int maxSubcategories)
    : OfferRequirement(line, Columns.PrimaryCategory, Columns.PrimarySubcategories, Columns.SecondaryCategory, Columns.SecondarySubcategories)
{
    /// <summary>Values of subcategories set aside for one category.</summary>
    private const int PerCategory = 20;

    private readonly string _max = Shown.Number(maxSubcategories);

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.PrimaryCategory is null)
            return NotMet(offer, new Message("column.empty", Columns.PrimaryCategory.Label), Fix(_max));
        if (offer.SecondaryCategory == offer.PrimaryCategory)
            return NotMet(offer, new Message("category.twice", Columns.PrimaryCategory.ShownIn(offer)), Fix(_max), Columns.SecondaryCategory);

        return Wrong(offer, Columns.PrimaryCategory, Columns.PrimarySubcategories)
            ?? Wrong(offer, Columns.SecondaryCategory, Columns.SecondarySubcategories)
            ?? Passed(offer, offer.SecondaryCategory is null
                ? new Message("column.value", Columns.PrimaryCategory.Label, Columns.PrimaryCategory.ShownIn(offer))
                : new Message("category.two", Columns.PrimaryCategory.ShownIn(offer), Columns.SecondaryCategory.ShownIn(offer)));
    }

    private Verdict? Wrong(OfferFacts offer, Column<MarketCategory?> category, Column<IReadOnlyList<Subcategory>> subcategories)
    {
        var chosen = subcategories.Of(offer);
        if (chosen.Count > maxSubcategories)
            return NotMet(offer, new Message("list.many", subcategories.Label, Shown.Number(chosen.Count), _max), Fix(_max), subcategories);
        foreach (var subcategory in chosen)
        {
            if (category.Of(offer) is not { } parent || ((int)subcategory - (int)Subcategory.AdvancedAnalytics) / PerCategory != parent - MarketCategory.Analytics)
                return NotMet(offer, new Message("category.other", Shown.Choice(subcategory), category.Label), Fix(_max), subcategories);
        }

        return null;
    }
}
