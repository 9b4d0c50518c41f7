using System;

namespace DataverseReadiness.Rules;

/// <summary>The portal and the Developer Center are opened with the same account.</summary>
internal sealed class SameAccount(CatalogLine line) : OfferRequirement(line, Columns.PortalAccount, Columns.DevCenterAccount)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Columns.DevCenterAccount.IsEmptyIn(offer))
            return NotGiven(offer, Columns.DevCenterAccount);

        if (Missing(offer, Columns.PortalAccount) is { } missing)
            return missing;

        string portal = offer.PortalAccount!.Trim(), center = offer.DevCenterAccount!.Trim();
        return string.Equals(portal, center, StringComparison.OrdinalIgnoreCase)
            ? Passed(offer, new Message("accounts.same", Shown.Text(portal)))
            : NotMet(offer, new Message("accounts.differ", Shown.Text(portal), Shown.Text(center)), Fix());
    }
}
