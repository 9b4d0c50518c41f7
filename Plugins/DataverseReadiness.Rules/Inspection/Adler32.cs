using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The checksum at the end of a zlib stream.</summary>
internal sealed class Adler32
{
    private const uint Modulus = 65521;
    // The longest run of bytes whose sums stay below 2^32.
    private const int Run = 5552;

    private uint _a = 1;
    private uint _b;

    public uint Value => (_b << 16) | _a;

    public void Add(byte[] bytes, int offset, int count)
    {
        while (count > 0)
        {
            var end = offset + Math.Min(count, Run);
            count -= end - offset;
            uint a = _a, b = _b;
            for (; offset < end; offset++)
            {
                a += bytes[offset];
                b += a;
            }

            _a = a % Modulus;
            _b = b % Modulus;
        }
    }
}
