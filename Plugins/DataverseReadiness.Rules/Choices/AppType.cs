namespace DataverseReadiness.Rules;

/// <summary>How customers get the app. Values are those of the choice <c>rdy_apptype</c>.</summary>
public enum AppType
{
    Free = 847360000,
    Trial = 847360001,
    ContactMe = 847360002,
    Transact = 847360003,
}
