using System;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The portal of 2018 opens with a personal Microsoft account only, not with one bound to a work address.</summary>
internal sealed class PersonalAccount(CatalogLine line)
    : OfferRequirement(line, Columns.AccountKind, Columns.PortalAccount, Columns.EngineeringEmail, Columns.SupportEmail)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.AccountKind, Columns.PortalAccount) is { } missing)
            return missing;

        if (offer.AccountKind != AccountKind.PersonalMicrosoftAccount)
            return NotMet(offer, new Message("accounts.kind", Columns.AccountKind.ShownIn(offer)), Fix());

        if (EmailReader.Read(offer.PortalAccount).Problem is { } problem)
            return NotMet(offer, problem, Fix(), Columns.PortalAccount);

        var domain = DomainOf(offer.PortalAccount);
        var isWork = domain.EndsWith(".onmicrosoft.com", StringComparison.Ordinal)
            || (!IsPersonal(domain) && (domain == DomainOf(offer.EngineeringEmail) || domain == DomainOf(offer.SupportEmail)));
        return isWork
            ? NotMet(offer, new Message("accounts.work", Columns.PortalAccount.ShownIn(offer), Shown.Text(domain)), Fix(), Columns.PortalAccount)
            : Passed(offer, new Message("accounts.personal", Columns.PortalAccount.ShownIn(offer)));
    }

    private static bool IsPersonal(string domain) =>
        domain.StartsWith("outlook.", StringComparison.Ordinal)
        || domain.StartsWith("hotmail.", StringComparison.Ordinal)
        || domain.StartsWith("live.", StringComparison.Ordinal)
        || domain == "msn.com";

    private static string DomainOf(string? email)
    {
        var text = (email ?? "").Trim();
        return text.Substring(text.LastIndexOf('@') + 1).ToLowerInvariant();
    }
}
