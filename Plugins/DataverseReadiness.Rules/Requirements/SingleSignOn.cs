using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Sign-in with Azure AD accounts of any organisation, with consent.</summary>
/// <param name="optional">Asked for only where an app is registered.</param>
internal sealed class SingleSignOn(CatalogLine line, bool optional = false)
    : OfferRequirement(
        line,
        Columns.AppId,
        Columns.Protocol,
        Columns.TenantMode,
        Columns.SignInUrl,
        Columns.ConsentScopes,
        Columns.TestAccount,
        Columns.AppType)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (optional && Columns.AppId.IsEmptyIn(offer))
            return NotGiven(offer, Columns.AppId);
        var missing = Missing(
            offer, Columns.AppId, Columns.Protocol, Columns.TenantMode, Columns.SignInUrl, Columns.ConsentScopes, Columns.TestAccount);
        if (missing is not null)
            return missing;

        if (GuidReader.Read(offer.AppId).Problem is { } noGuid)
            return NotMet(offer, noGuid, new Message("fix.guid", Columns.AppId.Label), Columns.AppId);

        if (offer.Protocol is not (SignInProtocol.OpenIdConnect or SignInProtocol.OAuth2))
            return NotMet(offer, new Message("sso.protocol", Columns.Protocol.ShownIn(offer)), new Message("sso.protocol.fix"), Columns.Protocol);

        if (offer.TenantMode == TenantMode.SingleTenant && offer.AppType != AppType.ContactMe)
            return NotMet(offer, new Message("sso.tenant"), new Message("sso.tenant.fix"), Columns.TenantMode);

        return UrlReader.Read(offer.SignInUrl).Problem is { } problem
            ? NotMet(offer, problem, new Message("fix.url", Columns.SignInUrl.Label), Columns.SignInUrl)
            : PassedAddress(
                offer,
                new Message("sso.declared", Columns.Protocol.ShownIn(offer), Columns.TenantMode.ShownIn(offer), Columns.SignInUrl.ShownIn(offer)),
                Columns.SignInUrl,
                offer.SignInUrl);
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => AddressOf(offer.SignInUrl, Columns.SignInUrl.In(offer));
}
