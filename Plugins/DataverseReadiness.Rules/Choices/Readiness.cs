namespace DataverseReadiness.Rules;

/// <summary>How ready an offer is. Values are those of the choice <c>rdy_readiness</c>.</summary>
public enum Readiness
{
    NotReady = 847360000,
    NeedsReview = 847360001,
    Ready = 847360002,
}
