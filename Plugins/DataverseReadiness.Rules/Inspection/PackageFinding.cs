namespace DataverseReadiness.Rules.Inspection;

/// <summary>One thing that is wrong in an AppSource package.</summary>
public sealed class PackageFinding
{
    /// <summary>Creates a finding.</summary>
    public PackageFinding(PackagePart part, Message message, string file = "", int line = 0, string rule = "", CheckerSeverity severity = CheckerSeverity.Critical)
    {
        Part = part;
        Message = message;
        File = file;
        Line = line;
        Rule = rule;
        Severity = severity;
    }

    /// <summary>Where it is.</summary>
    public PackagePart Part { get; }

    /// <summary>What it is, with file names.</summary>
    public Message Message { get; }

    /// <summary>Path through the zips, for instance <c>package.zip!/App/App_managed.zip!/WebResources/x</c>; empty for the package as a whole.</summary>
    public string File { get; }

    /// <summary>Line in the file; 0 when it has none.</summary>
    public int Line { get; }

    /// <summary>Id of the solution checker's rule; empty where it is about the structure of the package.</summary>
    public string Rule { get; }

    /// <summary>What the solution checker says of its rule; <see cref="CheckerSeverity.Critical"/> for the structure, which fails a submission.</summary>
    public CheckerSeverity Severity { get; }
}
