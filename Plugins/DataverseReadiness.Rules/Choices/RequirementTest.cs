namespace DataverseReadiness.Rules;

/// <summary>How a team's own requirement is tested. Values are those of the choice <c>rdy_requirementtest</c>.</summary>
public enum RequirementTest
{
    Person = 847360000,
    Required = 847360001,
    Pattern = 847360002,
    Minimum = 847360003,
    Maximum = 847360004,
    OneOf = 847360005,
}
