using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Bench;

/// <summary>Writes PNG files of 8-bit RGBA, the same bytes on every run.</summary>
internal static class PngFile
{
    /// <param name="noise">Share of pixels that are random: 0 compresses best, 1 hardly at all.</param>
    public static byte[] Create(int width, int height, double noise)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 6;
        Write(file, "IHDR", header);
        Write(file, "IDAT", Pixels(width, height, noise));
        Write(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Pixels(int width, int height, double noise)
    {
        var random = new Random(1);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal))
        {
            var line = new byte[1 + (4 * width)];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var value = random.NextDouble() < noise ? random.Next() : unchecked((x / 40 * 0x10203) + (y / 40 * 0x30201));
                    BinaryPrimitives.WriteInt32LittleEndian(line.AsSpan(1 + (4 * x)), value);
                }

                zlib.Write(line);
            }
        }

        return data.ToArray();
    }

    private static void Write(Stream file, string type, byte[] data)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
