using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A few keywords that are neither competitors nor categories. That they are relevant is for people to judge.</summary>
internal sealed class SearchKeywords(CatalogLine line, int max) : OfferRequirement(line, Columns.Keywords, Columns.Competitors, Columns.Name)
{
    private static readonly Lazy<HashSet<string>> Categories = new(() =>
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (MarketCategory category in Enum.GetValues(typeof(MarketCategory)))
        {
            foreach (var language in new[] { Texts.English, Texts.Swedish })
            {
                if (Texts.Find(Shown.Choice(category).Substring(1), language) is { } name)
                    names.Add(name);
            }
        }

        return names;
    });

    private readonly string _max = Shown.Number(max);

    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.Keywords;
        var keywords = Lines.Of(offer.Keywords);
        if (keywords.Count == 0)
            return NotGiven(offer, column);

        var count = Shown.Number(keywords.Count);
        if (keywords.Count > max)
            return NotMet(offer, new Message("list.many", column.Label, count, _max), Fix(_max));

        var competitors = Lines.Of(offer.Competitors);
        foreach (var keyword in keywords)
        {
            if (Categories.Value.Contains(keyword))
                return NotMet(offer, new Message("keyword.category", Shown.Text(keyword)), Fix(_max));
            if (TextSearch.FirstIn(competitors, keyword) is { } competitor)
                return NotMet(offer, new Message("competitor.named", column.Label, Shown.Text(competitor)), new Message("competitor.named.fix"));
        }

        return Passed(offer, TextSearch.FirstIn(keywords, offer.Name) is { } named
            ? new Message("keyword.name", Shown.Text(named))
            : new Message("list.count", column.Label, count, _max));
    }
}
