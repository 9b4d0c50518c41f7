namespace DataverseReadiness.Rules;

/// <summary>A category of Partner Center. Values are those of the choice <c>rdy_marketcategory</c>.</summary>
public enum MarketCategory
{
    Analytics = 847360000,
    AiAndMachineLearning = 847360001,
    Collaboration = 847360002,
    ComplianceAndLegal = 847360003,
    CustomerService = 847360004,
    Finance = 847360005,
    Geolocation = 847360006,
    HumanResources = 847360007,
    ItAndManagementTools = 847360008,
    InternetOfThings = 847360009,
    Marketing = 847360010,
    OperationsAndSupplyChain = 847360011,
    Productivity = 847360012,
    Sales = 847360013,
}
