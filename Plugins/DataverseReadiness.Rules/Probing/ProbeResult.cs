using System;

namespace DataverseReadiness.Rules.Probing;

/// <summary>How a probe ended. No address in it has a signature.</summary>
public sealed class ProbeResult
{
    public ProbeResult(ProbeOutcome outcome, Message reason)
    {
        Outcome = outcome;
        Reason = reason;
    }

    public ProbeOutcome Outcome { get; }

    public Message Reason { get; }

    /// <summary>Status of the last answer; null when there was none.</summary>
    public int? Status { get; set; }

    public int Milliseconds { get; set; }

    /// <summary>Where the redirects led; null when nothing was asked.</summary>
    public string? FinalUrl { get; set; }

    /// <summary>The earliest end of a certificate on the way, in UTC.</summary>
    public DateTime? CertificateEnds { get; set; }
}
