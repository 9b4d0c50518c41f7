namespace DataverseReadiness.Rules;

/// <summary>A Dynamics 365 product the offer is shown under. Values are those of the choice <c>rdy_product</c>.</summary>
public enum DynamicsProduct
{
    Sales = 847360000,
    CustomerService = 847360001,
    FieldService = 847360002,
    ProjectServiceAutomation = 847360003,
    Marketing = 847360004,
    FinanceAndOperations = 847360005,
    Talent = 847360006,
}
