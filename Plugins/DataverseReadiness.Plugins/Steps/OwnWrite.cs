namespace DataverseReadiness.Plugins.Steps;

/// <summary>Which step of ours writes a row: other steps let its result columns pass, and none reacts to its own writes.</summary>
public enum OwnWrite
{
    Lock,
    Evaluate,
    Inspect,
    MarkDeleting,
    Probe,
    Assign,
    Import,
}
