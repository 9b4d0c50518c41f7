using System.Net;
using System.Net.Sockets;

namespace Sandbox.Network;

/// <summary>Tells public addresses and names from those that a plug-in may not reach.</summary>
internal static class PublicAddresses
{
    // The special-purpose registries of IANA, and the host agent of Azure. Of IPv6 only 2000::/3 is public at all.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3ffe::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    public static bool Contain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return (address.AddressFamily == AddressFamily.InterNetwork || (Public6.Contains(address) && address.ScopeId == 0))
            && !NotPublic.Any(network => network.Contains(address));
    }

    /// <summary>Whether the host is an address in any spelling, or a name of this machine, so that no look-up leads to it.</summary>
    public static bool IsLiteralOrLocal(string host)
    {
        var name = host.TrimEnd('.');
        var last = name[(name.LastIndexOf('.') + 1)..];
        return name.Length == 0
            || name.Contains(':', StringComparison.Ordinal)
            || IPAddress.TryParse(name, out _)
            || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last.AsSpan(2).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0)
            || last.All(char.IsAsciiDigit)
            || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            || last.Equals("localhost", StringComparison.OrdinalIgnoreCase);
    }
}
