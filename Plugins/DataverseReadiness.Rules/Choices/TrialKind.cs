namespace DataverseReadiness.Rules;

/// <summary>A way to try the app. Values are those of the choice <c>rdy_trialkind</c>.</summary>
public enum TrialKind
{
    GetItNow = 847360000,
    FreeTrial = 847360001,
    TestDrive = 847360002,
    ContactMe = 847360003,
}
