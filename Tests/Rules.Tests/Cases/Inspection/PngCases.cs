using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>PNGs broken in one place each, and right ones of every kind.</summary>
public static class PngCases
{
    public static IEnumerable<(string Name, Action Run)> All()
    {
        foreach (var kind in Kinds())
        {
            yield return ("intact " + kind.Name, () =>
            {
                var image = ImageInspector.Inspect(kind.Bytes);
                Expect.Message("", image.Damage);
                Expect.Equal("PNG " + kind.Width + " x " + kind.Height, image.Format + " " + image.Width + " x " + image.Height);
                Expect.Equal((long)kind.Bytes.Length, image.Bytes);
            }
            );
        }

        foreach (var broken in Broken())
            yield return (broken.Name, () => Expect.Message(broken.Damage, ImageInspector.Inspect(broken.Bytes).Damage));

        yield return ("50000 x 50000 in 200 bytes keeps its claim", () =>
        {
            var image = ImageInspector.Inspect(Huge());
            Expect.Equal(200L, image.Bytes);
            Expect.Equal("50000 x 50000 False", image.Width + " x " + image.Height + " " + image.IsIntact);
        }
        );
        yield return ("a stream of one byte at a time gives the same facts", () =>
        {
            var bytes = PngBuilder.Image(37, 21, 8, 2, true);
            Expect.Equal(Facts(ImageInspector.Inspect(bytes)), Facts(ImageInspector.Inspect(new Trickle(bytes))));
        }
        );
        yield return ("hash of all bytes", () =>
            Expect.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ImageInspector.Inspect(new byte[0]).Sha256));
        yield return ("every single flipped bit is found", EveryFlippedBit);
        yield return ("every cut is found", EveryCut);
    }

    private static IEnumerable<(string Name, byte[] Bytes, int Width, int Height)> Kinds()
    {
        foreach (var colour in new[] { 0, 2, 3, 4, 6 })
        {
            foreach (var depth in new[] { 1, 2, 4, 8, 16 })
            {
                if (!(depth == 8 || (depth == 16 && colour != 3) || (depth < 8 && colour is 0 or 3)) || (depth < 8 && colour is not (0 or 3)))
                    continue;
                foreach (var interlaced in new[] { false, true })
                {
                    foreach (var size in new[] { new[] { 1, 1 }, new[] { 40, 40 }, new[] { 255, 115 }, new[] { 3, 9 }, new[] { 9, 2 } })
                        yield return (colour + "/" + depth + (interlaced ? " interlaced " : " ") + size[0] + " x " + size[1], PngBuilder.Image(size[0], size[1], depth, colour, interlaced), size[0], size[1]);
                }
            }
        }

        var lines = PngBuilder.Lines(300, 300);
        yield return ("stored blocks", Image(300, 300, PngBuilder.Chunk("IDAT", PngBuilder.Zlib(lines, System.IO.Compression.CompressionLevel.NoCompression))), 300, 300);
        var zeros = new byte[(1 + (4 * 500)) * 500];
        yield return ("long runs", Image(500, 500, PngBuilder.Chunk("IDAT", PngBuilder.Zlib(zeros))), 500, 500);
        var data = PngBuilder.Zlib(lines);
        var many = Enumerable.Range(0, data.Length).Select(i => PngBuilder.Chunk("IDAT", new[] { data[i] })).Take(500).ToList();
        many.Add(PngBuilder.Chunk("IDAT", new byte[0]));
        many.Add(PngBuilder.Chunk("IDAT", data.Skip(500).ToArray()));
        yield return ("data in many chunks, one of them empty", Image(300, 300, PngBuilder.Join(many.ToArray())), 300, 300);
        yield return ("ancillary chunks before and behind", PngBuilder.Join(
            PngBuilder.Signature, PngBuilder.Header(4, 4), PngBuilder.Chunk("gAMA", PngBuilder.Big(45455)), PngBuilder.Chunk("PLTE", new byte[6]),
            PngBuilder.Chunk("IDAT", PngBuilder.Zlib(PngBuilder.Lines(4, 4))), PngBuilder.Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0x")), PngBuilder.End), 4, 4);
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Damage)> Broken()
    {
        var good = PngBuilder.Image(40, 40);
        var header = PngBuilder.Header(4, 4);
        var lines = PngBuilder.Lines(4, 4);
        var zlib = PngBuilder.Zlib(lines);
        var data = PngBuilder.Chunk("IDAT", zlib);
        var dataOffset = 33;
        var endOffset = dataOffset + data.Length;

        yield return ("nothing", new byte[0], "image.empty");
        yield return ("no image", Encoding.ASCII.GetBytes("Hello, world"), "image.unknown(48-65-6C-6C-6F-2C-20-77)");
        yield return ("line ends of the signature translated", PngBuilder.Join(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0x0A }, good.Skip(8).ToArray()), "image.png.signature");
        yield return ("signature alone", PngBuilder.Signature, "image.png.end(8)");
        yield return ("half a signature", PngBuilder.Signature.Take(5).ToArray(), "image.png.signature");
        yield return ("40 x 40 cut in half", good.Take(good.Length / 2).ToArray(), "image.png.truncated(IDAT, 33, " + (good.Length - 12) + ", " + (good.Length / 2) + ")");
        yield return ("cut in the head of IDAT", good.Take(38).ToArray(), "image.png.cut(33, 38)");
        yield return ("cut before IEND", good.Take(good.Length - 12).ToArray(), "image.png.end(" + (good.Length - 12) + ")");
        yield return ("cut in the checksum of IEND", good.Take(good.Length - 1).ToArray(), "image.png.truncated(IEND, " + (good.Length - 12) + ", " + good.Length + ", " + (good.Length - 1) + ")");
        yield return ("type of digits", Png(header, PngBuilder.Chunk("12AT", zlib)), "image.png.type(33, 31-32-41-54)");
        yield return ("length beyond 2^31 - 1", Png(header, PngBuilder.Join(new byte[] { 0x80, 0, 0, 0 }, Encoding.ASCII.GetBytes("IDAT"))), "image.png.length(IDAT, 33, 2147483648)");
        yield return ("length beyond the file", Png(header, PngBuilder.Join(new byte[] { 0x7F, 0xFF, 0xFF, 0xFF }, Encoding.ASCII.GetBytes("tEXtabc"))), "image.png.truncated(tEXt, 33, 2147483692, 44)");
        yield return ("IDAT first", Png(data), "image.png.first(IDAT)");
        yield return ("two IHDR", Png(header, header), "image.png.twice(IHDR, 33)");
        yield return ("unknown critical chunk", Png(header, PngBuilder.Chunk("ABcD", new byte[1])), "image.png.critical(ABcD, 33)");
        yield return ("wrong checksum of IHDR", Flip(PngBuilder.Join(PngBuilder.Signature, header, data, PngBuilder.End), 8 + 8 + 13), "image.png.crc(IHDR, 8, " + Hex(header, 21, 1) + ", " + Hex(header, 21) + ")");
        yield return ("wrong checksum of IDAT", Flip(Png(header, data, PngBuilder.End), endOffset - 4), "image.png.crc(IDAT, 33, " + Hex(data, data.Length - 4, 1) + ", " + Hex(data, data.Length - 4) + ")");
        yield return ("wrong checksum of IEND", Flip(Png(header, data, PngBuilder.End), endOffset + 8), "image.png.crc(IEND, " + endOffset + ", AF426082, AE426082)");
        yield return ("IHDR of 12 bytes", Png(PngBuilder.Chunk("IHDR", new byte[12])), "image.png.ihdr.length(12)");
        yield return ("no width", Png(PngBuilder.Header(0, 4)), "image.png.ihdr.size(0, 4)");
        yield return ("no height", Png(PngBuilder.Header(4, 0)), "image.png.ihdr.size(4, 0)");
        yield return ("width beyond 2^31 - 1", Png(PngBuilder.Header(int.MinValue, 1)), "image.png.ihdr.size(2147483648, 1)");
        yield return ("RGB of 4 bits", Png(PngBuilder.Header(4, 4, 4, 2)), "image.png.ihdr.colour(4, 2)");
        yield return ("palette of 16 bits", Png(PngBuilder.Header(4, 4, 16, 3)), "image.png.ihdr.colour(16, 3)");
        yield return ("grey of 3 bits", Png(PngBuilder.Header(4, 4, 3, 0)), "image.png.ihdr.colour(3, 0)");
        yield return ("colour type 5", Png(PngBuilder.Header(4, 4, 8, 5)), "image.png.ihdr.colour(8, 5)");
        yield return ("compression method 1", Png(Ihdr(1, 0, 0)), "image.png.ihdr.compression(1)");
        yield return ("filter method 1", Png(Ihdr(0, 1, 0)), "image.png.ihdr.filter(1)");
        yield return ("interlace method 2", Png(Ihdr(0, 0, 2)), "image.png.ihdr.interlace(2)");
        yield return ("PLTE behind the data", Png(header, data, PngBuilder.Chunk("PLTE", new byte[3])), "image.png.plte.late(" + endOffset + ")");
        yield return ("two PLTE", Png(header, PngBuilder.Chunk("PLTE", new byte[3]), PngBuilder.Chunk("PLTE", new byte[3])), "image.png.twice(PLTE, 48)");
        yield return ("PLTE in greyscale", Png(PngBuilder.Header(4, 4, 8, 0), PngBuilder.Chunk("PLTE", new byte[3])), "image.png.plte.grey(33)");
        yield return ("PLTE of 4 bytes", Png(header, PngBuilder.Chunk("PLTE", new byte[4])), "image.png.plte.length(33, 4)");
        yield return ("PLTE of no colour", Png(header, PngBuilder.Chunk("PLTE", new byte[0])), "image.png.plte.length(33, 0)");
        yield return ("PLTE of 257 colours", Png(header, PngBuilder.Chunk("PLTE", new byte[771])), "image.png.plte.length(33, 771)");
        yield return ("PLTE of 5 colours for 2 bits", Png(PngBuilder.Header(4, 4, 2, 3), PngBuilder.Chunk("PLTE", new byte[15])), "image.png.plte.entries(33, 5, 4)");
        yield return ("palette without PLTE", Png(PngBuilder.Header(4, 4, 8, 3), data), "image.png.plte.missing(33)");
        yield return ("no IDAT", Png(header, PngBuilder.End), "image.png.idat.missing(33)");
        yield return ("IDAT in two places", Png(header, PngBuilder.Chunk("IDAT", zlib), PngBuilder.Chunk("tEXt", new byte[2]), PngBuilder.Chunk("IDAT", new byte[1])), "image.png.idat.apart(" + (endOffset + 14) + ")");
        yield return ("bytes behind the data in IDAT", Png(header, PngBuilder.Chunk("IDAT", PngBuilder.Join(zlib, new byte[3])), PngBuilder.End), "image.png.idat.extra(3)");
        yield return ("IEND of 1 byte", Png(header, data, PngBuilder.Chunk("IEND", new byte[1])), "image.png.iend.length(" + endOffset + ", 1)");
        yield return ("bytes behind IEND", Png(header, data, PngBuilder.End, new byte[7]), "image.png.trailing(7, " + (endOffset + 12) + ")");
        yield return ("zlib method 7", Png(header, PngBuilder.Chunk("IDAT", new byte[] { 0x77, 0x85, 0, 0 }), PngBuilder.End), "image.png.zlib(41, 77-85)");
        yield return ("zlib header with a wrong check", Png(header, PngBuilder.Chunk("IDAT", new byte[] { 0x78, 0x9D, 0, 0 }), PngBuilder.End), "image.png.zlib(41, 78-9D)");
        yield return ("zlib with a dictionary", Png(header, PngBuilder.Chunk("IDAT", new byte[] { 0x78, 0xBB, 0, 0 }), PngBuilder.End), "image.png.zlib(41, 78-BB)");
        yield return ("zlib window of 64 KB", Png(header, PngBuilder.Chunk("IDAT", new byte[] { 0x88, 0x1C, 0, 0 }), PngBuilder.End), "image.png.zlib(41, 88-1C)");
        yield return ("empty data", Png(header, PngBuilder.Chunk("IDAT", new byte[0]), PngBuilder.End), "image.png.data.short(0, 68)");
        yield return ("reserved block type", Png(header, PngBuilder.Chunk("IDAT", new byte[] { 0x78, 0x9C, 0x07, 0, 0, 0, 0 }), PngBuilder.End), "image.png.inflate(44)");
        yield return ("stored block with a wrong length check", Png(header, PngBuilder.Chunk("IDAT", new byte[] { 0x78, 0x9C, 0x01, 1, 0, 1, 0, 0, 0, 0, 0 }), PngBuilder.End), "image.png.inflate(48)");
        yield return ("distance before the start", Png(header, PngBuilder.Chunk("IDAT", new byte[] { 0x78, 0x9C, 0x03, 0x02, 0, 0, 0, 0 }), PngBuilder.End), "image.png.inflate(47)");
        yield return ("data without its last block", Png(header, PngBuilder.Chunk("IDAT", Stored(lines, false)), PngBuilder.End), "image.png.inflate.end");
        yield return ("data without its checksum", Png(header, PngBuilder.Chunk("IDAT", zlib.Take(zlib.Length - 4).ToArray()), PngBuilder.End), "image.png.inflate.end");
        yield return ("wrong checksum of the data", Png(header, PngBuilder.Chunk("IDAT", Flip(zlib, zlib.Length - 1)), PngBuilder.End), "image.png.adler(" + (PngBuilder.Adler(lines) ^ 1).ToString("X8") + ", " + PngBuilder.Adler(lines).ToString("X8") + ")");
        yield return ("one line short", Png(header, PngBuilder.Chunk("IDAT", PngBuilder.Zlib(lines.Take(51).ToArray())), PngBuilder.End), "image.png.data.short(51, 68)");
        yield return ("one byte short", Png(header, PngBuilder.Chunk("IDAT", PngBuilder.Zlib(lines.Take(67).ToArray())), PngBuilder.End), "image.png.data.short(67, 68)");
        yield return ("one byte long", Png(header, PngBuilder.Chunk("IDAT", PngBuilder.Zlib(PngBuilder.Join(lines, new byte[1]))), PngBuilder.End), "image.png.data.long(68)");
        yield return ("interlaced, one byte short", Png(PngBuilder.Header(4, 4, 8, 6, true), PngBuilder.Chunk("IDAT", PngBuilder.Zlib(PngBuilder.Lines(4, 4, 8, 6, true).Skip(1).ToArray())), PngBuilder.End).ToArray(), InterlacedShort());
        yield return ("filter 5 in line 3", Png(header, PngBuilder.Chunk("IDAT", PngBuilder.Zlib(Set(lines, 34, 5))), PngBuilder.End), "image.png.data.filter(3, 1, 5)");
        yield return ("filter 9 in pass 7", Png(PngBuilder.Header(4, 4, 8, 0, true), PngBuilder.Chunk("IDAT", PngBuilder.Zlib(Set(new byte[23], 18, 9))), PngBuilder.End), "image.png.data.filter(2, 7, 9)");
        yield return ("50000 x 50000 in 200 bytes", Huge(), "image.png.data.short(85000, 10000050000)");
    }

    private static string InterlacedShort()
    {
        // Without its first byte the data shifts, so the first pixel is read as a filter; which one depends on it.
        var first = PngBuilder.Lines(4, 4, 8, 6, true)[1];
        return first > 4 ? "image.png.data.filter(1, 1, " + first + ")" : "image.png.data.short";
    }

    /// <summary>A header of 50000 x 50000, a little data, text to 200 bytes.</summary>
    private static byte[] Huge()
    {
        var start = PngBuilder.Join(PngBuilder.Signature, PngBuilder.Header(50000, 50000), PngBuilder.Chunk("IDAT", PngBuilder.Zlib(new byte[85000])));
        return PngBuilder.Join(start, PngBuilder.Chunk("tEXt", new byte[200 - 24 - start.Length]), PngBuilder.End);
    }

    private static void EveryFlippedBit()
    {
        var good = PngBuilder.Image(5, 5);
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = (byte[])good.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Expect.Equal("bit " + bit + " False", "bit " + bit + " " + ImageInspector.Inspect(bad).IsIntact);
        }
    }

    private static void EveryCut()
    {
        var good = PngBuilder.Image(5, 5);
        for (var length = 0; length < good.Length; length++)
            Expect.Equal(length + " bytes False", length + " bytes " + ImageInspector.Inspect(good.Take(length).ToArray()).IsIntact);
    }

    private static byte[] Png(params byte[][] chunks) => PngBuilder.Join(PngBuilder.Signature, PngBuilder.Join(chunks));

    private static byte[] Image(int width, int height, byte[] data) => Png(PngBuilder.Header(width, height), data, PngBuilder.End);

    private static byte[] Ihdr(byte compression, byte filter, byte interlace) =>
        PngBuilder.Chunk("IHDR", PngBuilder.Join(PngBuilder.Big(4), PngBuilder.Big(4), new byte[] { 8, 6, compression, filter, interlace }));

    private static byte[] Stored(byte[] data, bool isLast) => PngBuilder.Join(
        new byte[] { 0x78, 0x9C, (byte)(isLast ? 1 : 0), (byte)data.Length, 0, (byte)~data.Length, 0xFF }, data, PngBuilder.Big((int)PngBuilder.Adler(data)));

    private static byte[] Flip(byte[] bytes, int offset) => Set(bytes, offset, (byte)(bytes[offset] ^ 1));

    private static byte[] Set(byte[] bytes, int offset, byte value)
    {
        var copy = (byte[])bytes.Clone();
        copy[offset] = value;
        return copy;
    }

    private static string Hex(byte[] bytes, int offset, int firstMask = 0) =>
        ((byte)(bytes[offset] ^ firstMask)).ToString("X2") + string.Join("", bytes.Skip(offset + 1).Take(3).Select(value => value.ToString("X2")).ToArray());

    private static string Facts(ImageInspection image) => image.Format + image.Width + "x" + image.Height + image.Sha256 + image.Damage;

    /// <summary>A stream that cannot seek and gives one byte at a time.</summary>
    private sealed class Trickle : MemoryStream
    {
        public Trickle(byte[] bytes)
            : base(bytes)
        {
        }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
