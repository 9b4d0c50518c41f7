namespace DataverseReadiness.Rules;

/// <summary>What a person decided. Values are those of the choice <c>rdy_judgementverdict</c>.</summary>
public enum JudgementVerdict
{
    Confirmed = 847360000,
    Rejected = 847360001,

    /// <summary>Accepted as open until a day.</summary>
    Waived = 847360002,
}
