namespace DataverseReadiness.Rules;

/// <summary>An address that a requirement asks a probe about.</summary>
public sealed class ProbedAddress(ProbeKind kind, FixTarget target, string url)
{
    public ProbeKind Kind => kind;

    /// <summary>Where it stands.</summary>
    public FixTarget Target => target;

    /// <summary>As it is stored.</summary>
    public string Url => url;
}
