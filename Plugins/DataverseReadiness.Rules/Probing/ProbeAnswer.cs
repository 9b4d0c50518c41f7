using System;

namespace DataverseReadiness.Rules.Probing;

/// <summary>What one request gave.</summary>
public sealed class ProbeAnswer
{
    /// <summary>Why there is no answer; null when there is one.</summary>
    public TransportProblem? Problem;

    /// <summary>HTTP status; with <see cref="TransportProblem.Gateway"/> that of the gateway.</summary>
    public int? Status;

    /// <summary>The <c>Location</c> header.</summary>
    public string? Location;

    /// <summary>The first bytes of the body, as many as were asked for.</summary>
    public byte[] Body = [];

    /// <summary>When the host's certificate ends, in UTC; also of one that was not accepted.</summary>
    public DateTime? CertificateEnds;
}
