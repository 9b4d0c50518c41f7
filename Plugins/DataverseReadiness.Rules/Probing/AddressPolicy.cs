using System;
using System.Net;
using System.Net.Sockets;

namespace DataverseReadiness.Rules.Probing;

/// <summary>Which network addresses may be asked: public ones only.</summary>
/// <remarks>
/// From the IANA registries of special-purpose addresses. What is no plain public address is refused, also what only carries an IPv4
/// address inside (6to4, Teredo, NAT64): where it ends is decided by whoever runs the translator.
/// </remarks>
public static class AddressPolicy
{
    private static readonly Range[] RefusedV4 =
    [
        new(8, 0, 0, 0, 0), // this network
        new(8, 10, 0, 0, 0), // private
        new(10, 100, 64, 0, 0), // carrier-grade NAT
        new(8, 127, 0, 0, 0), // loopback
        new(32, 168, 63, 129, 16), // host agent of Azure
        new(16, 169, 254, 0, 0), // link-local, metadata services
        new(12, 172, 16, 0, 0), // private
        new(24, 192, 0, 0, 0), // protocol assignments
        new(24, 192, 0, 2, 0), // documentation
        new(24, 192, 88, 99, 0), // relays of 6to4
        new(16, 192, 168, 0, 0), // private
        new(15, 198, 18, 0, 0), // benchmarking
        new(24, 198, 51, 100, 0), // documentation
        new(24, 203, 0, 113, 0), // documentation
        new(4, 224, 0, 0, 0), // multicast
        new(4, 240, 0, 0, 0), // reserved, broadcast
    ];

    // Of IPv6 only 2000::/3 is public; these parts of it are not.
    private static readonly Range[] RefusedV6 =
    [
        new(23, 0x20, 0x01, 0x00, 0x00), // protocol assignments: Teredo, benchmarking, overlays
        new(32, 0x20, 0x01, 0x0D, 0xB8), // documentation
        new(16, 0x20, 0x02), // 6to4
        new(16, 0x3F, 0xFE), // returned test network
        new(20, 0x3F, 0xFF, 0x00), // documentation
    ];

    /// <summary>Whether the address is a public one.</summary>
    public static bool Allows(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !IsIn(RefusedV4, address.GetAddressBytes());
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
            return false;

        // How sockets of both families write an IPv4 address.
        if (address.IsIPv4MappedToIPv6)
            return Allows(address.MapToIPv4());
        var bytes = address.GetAddressBytes();
        return (bytes[0] & 0xE0) == 0x20 && !IsIn(RefusedV6, bytes);
    }

    private static bool IsIn(Range[] ranges, byte[] address)
    {
        foreach (var range in ranges)
        {
            if (range.Holds(address))
                return true;
        }

        return false;
    }

    private sealed class Range(int bits, params byte[] prefix)
    {
        public bool Holds(byte[] address)
        {
            for (var i = 0; i * 8 < bits; i++)
            {
                var mask = (byte)(0xFF << Math.Max(0, 8 - (bits - (i * 8))));
                if (((address[i] ^ prefix[i]) & mask) != 0)
                    return false;
            }

            return true;
        }
    }
}
