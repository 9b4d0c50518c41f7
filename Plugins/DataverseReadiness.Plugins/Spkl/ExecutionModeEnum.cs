namespace DataverseReadiness.Plugins.Spkl;

/// <summary>Execution modes with spkl's numbers, which are the other way round than the platform's.</summary>
public enum ExecutionModeEnum
{
    Asynchronous = 0,
    Synchronous = 1,
}
