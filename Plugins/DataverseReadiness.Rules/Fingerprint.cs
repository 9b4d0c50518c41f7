using System.Collections.Generic;
using System.Security.Cryptography;

namespace DataverseReadiness.Rules;

/// <summary>One number for a list of values: the same on every runtime, another one as soon as a value changes.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 of the key, the kind of the verdict, its target record and its values.</summary>
    /// <remarks>The kind too: what was accepted as unknown is not accepted as wrong.</remarks>
    public static string Of(string key, Verdict verdict)
    {
        var values = new string?[verdict.Basis.Count + 4];
        values[0] = key;
        values[1] = verdict.Kind.ToString("D");
        values[2] = verdict.Target.Table;
        values[3] = verdict.Target.RecordId?.ToString("N");
        for (var i = 4; i < values.Length; i++)
            values[i] = verdict.Basis[i - 4];
        return Of(values);
    }

    /// <summary>SHA-256 of the values, each with its length in front; broken text counts too.</summary>
    public static string Of(IReadOnlyList<string?> values)
    {
        var size = 0;
        for (var i = 0; i < values.Count; i++)
            size += SizeOf(values[i]);
        var bytes = new byte[size];
        var end = 0;
        for (var i = 0; i < values.Count; i++)
            end = Write(bytes, end, values[i]);

#if NET462
        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(bytes));
#else
        return System.Convert.ToHexStringLower(SHA256.HashData(bytes));
#endif
    }

    private static int SizeOf(string? value)
    {
        var size = 4;
        foreach (var unit in value ?? "")
            size += unit < 0x80 ? 1 : 3;
        return size;
    }

    // ASCII as one byte, any other UTF-16 unit as a mark and two: unlike UTF-8 it keeps lone surrogates apart.
    private static int Write(byte[] bytes, int at, string? value)
    {
        var length = value?.Length ?? -1;
        bytes[at] = (byte)length;
        bytes[at + 1] = (byte)(length >> 8);
        bytes[at + 2] = (byte)(length >> 16);
        bytes[at + 3] = (byte)(length >> 24);
        at += 4;
        foreach (var unit in value ?? "")
        {
            if (unit < 0x80)
            {
                bytes[at++] = (byte)unit;
            }
            else
            {
                bytes[at++] = 0x80;
                bytes[at++] = (byte)unit;
                bytes[at++] = (byte)(unit >> 8);
            }
        }

        return at;
    }

#if NET462
    private static string Hex(byte[] bytes)
    {
        const string digits = "0123456789abcdef";
        var text = new char[2 * bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = digits[bytes[i] >> 4];
            text[(2 * i) + 1] = digits[bytes[i] & 15];
        }

        return new string(text);
    }
#endif
}
