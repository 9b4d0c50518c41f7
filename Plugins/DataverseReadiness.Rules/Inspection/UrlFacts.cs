namespace DataverseReadiness.Rules.Inspection;

/// <summary>What an address says, or why it is refused.</summary>
public sealed class UrlFacts
{
    private UrlFacts(string normalized, string scheme, string host, string? port, Message? problem)
    {
        Normalized = normalized;
        Scheme = scheme;
        Host = host;
        Port = port;
        Problem = problem;
    }

    /// <summary>Whether the address can be stored.</summary>
    public bool IsValid => Problem is null;

    /// <summary>The address to store: scheme and host in lower case, host in punycode, no trailing dot, no default port. Empty when refused.</summary>
    public string Normalized { get; }

    /// <summary>https or http. Empty when refused.</summary>
    public string Scheme { get; }

    /// <summary>Host in lower case and punycode. Empty when refused.</summary>
    public string Host { get; }

    /// <summary>The port where it is not the scheme's own, else null.</summary>
    public string? Port { get; }

    /// <summary>Why the address is refused; null when it is not.</summary>
    public Message? Problem { get; }

    internal static UrlFacts Valid(string normalized, string scheme, string host, string? port) => new UrlFacts(normalized, scheme, host, port, null);

    internal static UrlFacts Refused(Message problem) => new UrlFacts("", "", "", null, problem);
}
