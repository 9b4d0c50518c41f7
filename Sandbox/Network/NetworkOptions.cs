using System.Net;

namespace Sandbox.Network;

/// <summary>What plug-ins can reach.</summary>
public sealed record NetworkOptions
{
    /// <summary>Nothing, as on a machine without a network.</summary>
    public static NetworkOptions Offline { get; } = new() { IsOffline = true };

    /// <summary>Whether only the <see cref="Hosts"/> can be reached.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Host names that lead to an address and port of our choice, whatever the name service says: for trying and for tests.</summary>
    public IReadOnlyDictionary<string, IPEndPoint> Hosts { get; init; } = new Dictionary<string, IPEndPoint>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How names are looked up.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> LookUp { get; init; } = Dns.GetHostAddressesAsync;
}
