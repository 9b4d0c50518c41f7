using System;

namespace DataverseReadiness.Rules.Probing;

/// <summary>The network, as far as a probe needs it. Never throws for anything that the other side does.</summary>
public interface IProbeTransport
{
    /// <summary>Time since the probe began.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Looks a name up.</summary>
    ProbeLookup Resolve(string host, TimeSpan within);

    /// <summary>Sends one GET without cookies and credentials, follows nothing, and reads no more than asked for.</summary>
    /// <remarks>Connects to no address that <see cref="AddressPolicy"/> refuses: the name may lead elsewhere than at the look-up.</remarks>
    /// <param name="url">An address that <see cref="UrlPolicy"/> allows, normalized and without fragment.</param>
    /// <param name="host">The host that the address was read to have.</param>
    /// <param name="bytes">How much of the body to read.</param>
    /// <param name="within">When to break off.</param>
    ProbeAnswer Get(string url, string host, int bytes, TimeSpan within);
}
