namespace DataverseReadiness.Rules;

/// <summary>What support costs. Values are those of the choice <c>rdy_supportmodel</c>.</summary>
public enum SupportModel
{
    Free = 847360000,
    Paid = 847360001,
    Community = 847360002,
}
