using System;
using System.IO;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>What the directory of a zip says, walked before anything is allocated for its entries.</summary>
internal sealed class ZipDirectory
{
    private const int EndLength = 22;
    private const int MaxComment = 65535;
    private const int HeaderLength = 46;

    private ZipDirectory(int entries, string? encrypted)
    {
        Entries = entries;
        Encrypted = encrypted;
    }

    /// <summary>Number of entries; counting stops one above the bound.</summary>
    public int Entries { get; }

    /// <summary>The first entry that is encrypted; null when none is.</summary>
    public string? Encrypted { get; }

    /// <summary>Walks the directory of a seekable stream.</summary>
    /// <exception cref="InvalidDataException">The stream has no directory.</exception>
    public static ZipDirectory Read(Stream stream, int bound)
    {
        var tail = At(stream, Math.Max(0, stream.Length - EndLength - MaxComment), EndLength + MaxComment);
        for (var i = tail.Length - EndLength; i >= 0; i--)
        {
            if (Bytes.Has(tail, i, "PK\u0005\u0006"))
                return Walk(stream, Start(stream, tail, i), bound);
        }

        throw new InvalidDataException();
    }

    private static long Start(Stream stream, byte[] tail, int end)
    {
        // Zip64: a locator before the end names the place of a longer record, to which any of these refers.
        var start = Bytes.Little32(tail, end + 16);
        if (start != uint.MaxValue && Bytes.Little16(tail, end + 4) != ushort.MaxValue && Bytes.Little16(tail, end + 10) != ushort.MaxValue)
            return start;

        var locator = end - 20;
        if (locator < 0 || !Bytes.Has(tail, locator, "PK\u0006\u0007"))
            return start;
        var record = At(stream, Little64(tail, locator + 8), 56);
        if (record.Length < 56 || !Bytes.Has(record, 0, "PK\u0006\u0006"))
            throw new InvalidDataException();
        return Little64(record, 48);
    }

    private static ZipDirectory Walk(Stream stream, long place, int bound)
    {
        const int block = 256 * 1024;
        string? encrypted = null;
        var count = 0;
        var buffer = new byte[0];
        var bufferStart = place;
        while (count <= bound)
        {
            var at = (int)(place - bufferStart);
            if (at + HeaderLength > buffer.Length)
            {
                buffer = At(stream, place, block);
                bufferStart = place;
                at = 0;
            }

            if (at + HeaderLength > buffer.Length || !Bytes.Has(buffer, at, "PK\u0001\u0002"))
                break;
            count++;
            var nameLength = Bytes.Little16(buffer, at + 28);
            if (encrypted is null && (buffer[at + 8] & 1) != 0)
                encrypted = UrlReader.Shorten(Encoding.UTF8.GetString(At(stream, place + HeaderLength, nameLength)));
            place += HeaderLength + nameLength + Bytes.Little16(buffer, at + 30) + Bytes.Little16(buffer, at + 32);
            if (place - bufferStart > buffer.Length)
                buffer = new byte[0];
        }

        return new ZipDirectory(count, encrypted);
    }

    private static byte[] At(Stream stream, long place, int count)
    {
        if (place < 0 || place > stream.Length)
            throw new InvalidDataException();
        stream.Position = place;
        var bytes = new byte[(int)Math.Min(count, stream.Length - place)];
        var length = 0;
        for (int read; length < bytes.Length && (read = stream.Read(bytes, length, bytes.Length - length)) > 0;)
            length += read;
        if (length < bytes.Length)
            throw new InvalidDataException();
        return bytes;
    }

    private static long Little64(byte[] data, int offset) => Bytes.Little32(data, offset) | (Bytes.Little32(data, offset + 4) << 32);
}
