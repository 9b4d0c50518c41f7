using System;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>All marketplace offers are managed with one account.</summary>
internal sealed class OneAccount(CatalogLine line) : OfferRequirement(line, Columns.MarketplaceAccounts)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var accounts = Lines.Of(offer.MarketplaceAccounts).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return accounts.Count switch
        {
            0 => NotGiven(offer, Columns.MarketplaceAccounts),
            1 => Passed(offer, new Message("accounts.one", Shown.Text(accounts[0]))),
            _ => NotMet(offer, new Message("accounts.many", Shown.Number(accounts.Count), Shown.Some(accounts)), Fix()),
        };
    }
}
