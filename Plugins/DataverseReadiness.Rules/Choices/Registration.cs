namespace DataverseReadiness.Rules;

/// <summary>How the publisher is registered with Microsoft. Values are those of the choice <c>rdy_registration</c>.</summary>
public enum Registration
{
    PartnerNetworkMember = 847360000,
    MarketplacePublisher = 847360001,
    NotRegistered = 847360002,
}
