namespace DataverseReadiness.Rules;

/// <summary>A category of the storefront. Values are those of the choice <c>rdy_category</c>.</summary>
public enum Category
{
    Analytics = 847360000,
    AiAndMachineLearning = 847360001,
    Collaboration = 847360002,
    CustomerService = 847360003,
    Finance = 847360004,
    HumanResources = 847360005,
    InternetOfThings = 847360006,
    ItAndAdministration = 847360007,
    Marketing = 847360008,
    OperationsAndSupplyChain = 847360009,
    Productivity = 847360010,
    Sales = 847360011,
}
