using System;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The account belongs to the publisher, not to one service or offer. A name that contains the offer's is a hint.</summary>
internal sealed class NeutralAccount(CatalogLine line)
    : OfferRequirement(line, Columns.PortalAccount, Columns.Name, Columns.MarketplaceId)
{
    private const int ShortestName = 4;

    /// <summary>Longer than any account or name that can be stored.</summary>
    private const int LongestName = 500;

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Columns.PortalAccount.IsEmptyIn(offer))
            return NotGiven(offer, Columns.PortalAccount);

        var account = offer.PortalAccount!.Trim();
        var mailbox = Letters(account.Substring(0, Math.Max(0, account.IndexOf('@'))));
        foreach (var name in new[] { offer.Name, offer.MarketplaceId })
        {
            var letters = Letters(name);
            if (letters.Length >= ShortestName && mailbox.IndexOf(letters, StringComparison.Ordinal) >= 0)
                return NotMet(offer, new Message("accounts.offername", Shown.Text(account), Shown.Text(name)), Fix());
        }

        return Passed(offer, new Message("accounts.used", Shown.Text(account)));
    }

    private static string Letters(string? text) =>
        new((text ?? "").Where(char.IsLetterOrDigit).Take(LongestName).Select(char.ToLowerInvariant).ToArray());
}
