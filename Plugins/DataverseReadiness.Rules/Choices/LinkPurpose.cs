namespace DataverseReadiness.Rules;

/// <summary>What a support link leads to. Values are those of the choice <c>rdy_linkpurpose</c>.</summary>
public enum LinkPurpose
{
    Support = 847360000,
    Help = 847360001,
    Community = 847360002,
    StatusPage = 847360003,
    Other = 847360004,
    LearnMore = 847360005,
}
