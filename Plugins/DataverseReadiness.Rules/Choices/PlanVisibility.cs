namespace DataverseReadiness.Rules;

/// <summary>Who sees a plan. Values are those of the choice <c>rdy_planvisibility</c>.</summary>
public enum PlanVisibility
{
    Public = 847360000,
    Private = 847360001,
}
