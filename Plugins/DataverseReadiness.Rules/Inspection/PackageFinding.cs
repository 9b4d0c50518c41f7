namespace DataverseReadiness.Rules.Inspection;

/// <summary>One thing that is wrong in an AppSource package.</summary>
public sealed class PackageFinding
{
    /// <summary>Creates a finding.</summary>
    public PackageFinding(PackagePart part, Message message)
    {
        Part = part;
        Message = message;
    }

    /// <summary>Where it is.</summary>
    public PackagePart Part { get; }

    /// <summary>What it is, with file names.</summary>
    public Message Message { get; }
}
