namespace DataverseReadiness.Rules;

/// <summary>Who runs a test drive, and how. Values are those of the choice <c>rdy_testdrivetype</c>.</summary>
public enum TestDriveType
{
    MicrosoftHosted = 847360000,
    AzureResourceManager = 847360001,
    LogicApp = 847360002,
    PowerBi = 847360003,
}
