using System.Security.Cryptography;
using System.Text;

namespace Packager.Registration;

/// <summary>UUID version 5: the same name in the same namespace is the same id, for ever.</summary>
internal static class NameBasedGuid
{
    public static Guid Create(Guid space, string name)
    {
#pragma warning disable CA5350 // Version 5 is defined over SHA-1.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        var bytes = hash[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
