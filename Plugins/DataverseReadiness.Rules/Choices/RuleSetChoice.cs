namespace DataverseReadiness.Rules;

/// <summary>The rule set an offer is checked against. Values are those of the choice <c>rdy_ruleset</c>.</summary>
public enum RuleSetChoice
{
    December2018 = 847360000,
    Current = 847360001,
}
