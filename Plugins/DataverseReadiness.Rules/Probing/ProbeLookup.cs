using System;
using System.Collections.Generic;
using System.Net;

namespace DataverseReadiness.Rules.Probing;

/// <summary>What the look-up of a host name gave.</summary>
public sealed class ProbeLookup
{
    private ProbeLookup(IReadOnlyList<IPAddress> addresses, TransportProblem? problem)
    {
        Addresses = addresses;
        Problem = problem;
    }

    /// <summary>The way out leads through a gateway, which looks up, checks and connects by itself.</summary>
    public static ProbeLookup LeftToGateway { get; } = new([], null);

    /// <summary>All answers; none where a gateway looks up.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; }

    /// <summary>Why there are no answers; null when there are.</summary>
    public TransportProblem? Problem { get; }

    public static ProbeLookup Found(IReadOnlyList<IPAddress> addresses) => new(addresses, null);

    public static ProbeLookup None(TransportProblem problem) => new([], problem);
}
