namespace DataverseReadiness.Plugins.Spkl;

/// <summary>Isolation modes with spkl's numbers; the platform's are one higher.</summary>
public enum IsolationModeEnum
{
    None = 0,
    Sandbox = 1,
}
