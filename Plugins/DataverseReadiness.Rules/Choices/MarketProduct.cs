namespace DataverseReadiness.Rules;

/// <summary>A Microsoft product the offer is shown under in Partner Center. Values are those of the choice <c>rdy_marketproduct</c>.</summary>
public enum MarketProduct
{
    CustomerService = 847360000,
    CustomerVoice = 847360001,
    ProjectOperations = 847360002,
    FieldService = 847360003,
    Marketing = 847360004,
    MixedReality = 847360005,
    PowerApps = 847360006,
    PowerAutomate = 847360007,
    PowerVirtualAgents = 847360008,
    ProjectServiceAutomation = 847360009,
    Sales = 847360010,
}
