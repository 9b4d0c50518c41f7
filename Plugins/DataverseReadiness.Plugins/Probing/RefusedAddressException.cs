using System;

namespace DataverseReadiness.Plugins.Probing;

/// <summary>A connection was about to be made to an address that may not be asked. Thrown into the connecting, which ends by it.</summary>
internal sealed class RefusedAddressException : Exception
{
    public RefusedAddressException()
        : base("The host name leads to an address that is not public.")
    {
    }
}
