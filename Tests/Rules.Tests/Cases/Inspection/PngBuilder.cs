using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>Builds PNGs chunk by chunk, right ones and wrong ones.</summary>
public static class PngBuilder
{
    public static readonly byte[] Signature = { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };

    public static readonly byte[] End = Chunk("IEND", new byte[0]);

    private static readonly int[][] Adam7 =
    {
        new[] { 0, 0, 8, 8 }, new[] { 4, 0, 8, 8 }, new[] { 0, 4, 4, 8 }, new[] { 2, 0, 4, 4 }, new[] { 0, 2, 2, 4 }, new[] { 1, 0, 2, 2 }, new[] { 0, 1, 1, 2 },
    };

    /// <summary>A right PNG with pixels from a seeded generator; colour type 3 gets a palette.</summary>
    public static byte[] Image(int width, int height, int depth = 8, int colour = 6, bool interlaced = false, int seed = 1) =>
        Join(
            Signature,
            Header(width, height, depth, colour, interlaced),
            colour == 3 ? Chunk("PLTE", new byte[3 << depth]) : new byte[0],
            Chunk("IDAT", Zlib(Lines(width, height, depth, colour, interlaced, seed))),
            End);

    public static byte[] Header(int width, int height, int depth = 8, int colour = 6, bool interlaced = false) =>
        Chunk("IHDR", Join(Big(width), Big(height), new[] { (byte)depth, (byte)colour, (byte)0, (byte)0, (byte)(interlaced ? 1 : 0) }));

    public static byte[] Chunk(string type, byte[] data)
    {
        var body = Join(Encoding.ASCII.GetBytes(type), data);
        return Join(Big(data.Length), body, Big((int)Crc(body)));
    }

    /// <summary>Filter byte and pixels of every line, of every pass.</summary>
    public static byte[] Lines(int width, int height, int depth = 8, int colour = 6, bool interlaced = false, int seed = 1)
    {
        var random = new Random(seed);
        var bits = depth * (colour == 2 ? 3 : colour == 4 ? 2 : colour == 6 ? 4 : 1);
        using (var lines = new MemoryStream())
        {
            foreach (var pass in interlaced ? Adam7 : new[] { new[] { 0, 0, 1, 1 } })
            {
                var columns = (width - pass[0] + pass[2] - 1) / pass[2];
                var rows = (height - pass[1] + pass[3] - 1) / pass[3];
                for (var row = 0; row < rows && columns > 0; row++)
                {
                    lines.WriteByte((byte)random.Next(5));
                    var pixels = new byte[((columns * bits) + 7) / 8];
                    random.NextBytes(pixels);
                    lines.Write(pixels, 0, pixels.Length);
                }
            }

            return lines.ToArray();
        }
    }

    public static byte[] Zlib(byte[] data, CompressionLevel level = CompressionLevel.Optimal)
    {
        using (var packed = new MemoryStream())
        {
            using (var deflate = new DeflateStream(packed, level, true))
                deflate.Write(data, 0, data.Length);
            return Join(new byte[] { 0x78, 0x9C }, packed.ToArray(), Big((int)Adler(data)));
        }
    }

    public static byte[] Join(params byte[][] parts) => parts.SelectMany(part => part).ToArray();

    public static byte[] Big(int value) => new[] { (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value };

    public static uint Adler(byte[] data)
    {
        uint a = 1, b = 0;
        foreach (var value in data)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }

    public static uint Crc(byte[] data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
