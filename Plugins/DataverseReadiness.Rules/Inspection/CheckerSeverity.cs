namespace DataverseReadiness.Rules.Inspection;

/// <summary>How grave the solution checker holds a finding to be, worst first.</summary>
public enum CheckerSeverity
{
    Critical = 0,
    High = 1,
    Medium = 2,
    Low = 3,
    Informational = 4,
}
