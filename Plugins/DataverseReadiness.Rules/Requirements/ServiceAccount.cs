using System;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A service account that the app adds is disclosed, with a consent page, and holds none of the roles that may do everything.</summary>
internal sealed class ServiceAccount(CatalogLine line, params string[] forbidden)
    : OfferRequirement(line, Columns.AddsServiceAccount, Columns.ServiceAccountRoles, Columns.ConsentPageUrl)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.AddsServiceAccount) is { } unanswered)
            return unanswered;
        if (offer.AddsServiceAccount != YesNo.Yes)
            return NotApplicable(offer, new Message("answer.no", Columns.AddsServiceAccount.Label));
        if (Missing(offer, Columns.ServiceAccountRoles, Columns.ConsentPageUrl) is { } missing)
            return missing;

        var roles = Lines.Of(offer.ServiceAccountRoles);
        if (roles.FirstOrDefault(role => forbidden.Contains(role, StringComparer.OrdinalIgnoreCase)) is { } powerful)
            return NotMet(offer, new Message("serviceaccount.role", Shown.Text(powerful)), Fix(), Columns.ServiceAccountRoles);
        return UrlReader.Read(offer.ConsentPageUrl).Problem is { } problem
            ? NotMet(offer, problem, new Message("fix.url", Columns.ConsentPageUrl.Label), Columns.ConsentPageUrl)
            : Passed(offer, new Message("serviceaccount.roles", Shown.Some(roles)));
    }
}
