namespace DataverseReadiness.Rules;

/// <summary>How a requirement stands once a valid judgement is applied. Values are those of the choice <c>rdy_itemstatus</c>.</summary>
public enum ItemStatus
{
    Met = 847360000,
    NotMet = 847360001,
    NotApplicable = 847360002,
    Undecided = 847360003,
    Confirmed = 847360004,
    Rejected = 847360005,
    Waived = 847360006,
}
