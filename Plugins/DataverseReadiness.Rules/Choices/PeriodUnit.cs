namespace DataverseReadiness.Rules;

/// <summary>The unit of a trial period. Values are those of the choice <c>rdy_periodunit</c>.</summary>
public enum PeriodUnit
{
    Hours = 847360000,
    Days = 847360001,
    Months = 847360002,
}
