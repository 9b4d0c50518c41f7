namespace DataverseReadiness.Rules;

/// <summary>The rule sets that a team's own requirement belongs to. Values are those of the choice <c>rdy_requirementscope</c>.</summary>
public enum RequirementScope
{
    All = 847360000,
    December2018 = 847360001,
    Current = 847360002,
}
