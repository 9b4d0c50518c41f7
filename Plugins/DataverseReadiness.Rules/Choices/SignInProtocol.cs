namespace DataverseReadiness.Rules;

/// <summary>The protocol of the sign-in. Values are those of the choice <c>rdy_signinprotocol</c>.</summary>
public enum SignInProtocol
{
    OpenIdConnect = 847360000,
    OAuth2 = 847360001,
    Saml2 = 847360002,
    Other = 847360003,
}
