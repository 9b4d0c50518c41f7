namespace DataverseReadiness.Rules;

/// <summary>What the software decided. Values are those of the choice <c>rdy_verdict</c>.</summary>
public enum VerdictKind
{
    Met = 847360000,
    NotMet = 847360001,
    NotApplicable = 847360002,
    Undecided = 847360003,
}
