namespace DataverseReadiness.Rules;

/// <summary>Whether an open requirement keeps the offer from being submitted. Values are those of the choice <c>rdy_severity</c>.</summary>
public enum Severity
{
    Blocking = 847360000,
    Advice = 847360001,
}
