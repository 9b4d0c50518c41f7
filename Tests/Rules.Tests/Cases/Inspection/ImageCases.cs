using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>The formats that are recognised and measured but not decoded.</summary>
public static class ImageCases
{
    public static IEnumerable<(string Name, Action Run)> All()
    {
        foreach (var image in Images())
        {
            yield return (image.Name, () =>
            {
                var found = ImageInspector.Inspect(image.Bytes);
                Expect.Equal(image.Facts, found.Format + " " + found.Width + " x " + found.Height);
                Expect.Message(image.Damage, found.Damage);
            }
            );
        }

        foreach (var format in new[] { "PNG", "JPEG", "GIF", "BMP", "TIFF" })
            yield return (format + " can be stored", () => Expect.Equal(true, new ImageInspection(format, 1, 1, 1, "", null).IsStorable));
        foreach (var format in new[] { "WebP", "SVG", "" })
            yield return ("'" + format + "' cannot be stored", () => Expect.Equal(false, new ImageInspection(format, 1, 1, 1, "", null).IsStorable));
        yield return ("a JPEG is a JPEG whatever its file is called", () => Expect.Equal("JPEG", ImageInspector.Inspect(Jpeg(40, 40)).Format));
        yield return ("11 MB without a format", () =>
        {
            var image = ImageInspector.Inspect(new byte[11 * 1024 * 1024]);
            Expect.Equal("11534336 False", image.Bytes + " " + image.IsImage);
            Expect.Message("image.unknown(00-00-00-00-00-00-00-00)", image.Damage);
        }
        );
        yield return ("11 MB behind a PNG", () =>
            Expect.Message("image.png.trailing(11534336, 96)", ImageInspector.Inspect(PngBuilder.Join(Small(), new byte[11 * 1024 * 1024])).Damage));
    }

    /// <summary>A JPEG of three segments and some entropy-coded data with a stuffed zero and a restart marker.</summary>
    public static byte[] Jpeg(int width, int height) => PngBuilder.Join(
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0 },
        new byte[] { 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 5, 6, 0xFF, 0, 7, 0xFF, 0xD0, 8, 9, 0xFF, 0xD9 });

    private static byte[] Small() => PngBuilder.Join(
        PngBuilder.Signature, PngBuilder.Header(2, 4, 8, 2), PngBuilder.Chunk("IDAT", Stored()), PngBuilder.End);

    // 33 + 12 + 39 + 12 = 96 bytes whatever the compressor does: four lines of two pixels in a stored block.
    private static byte[] Stored() => PngBuilder.Join(new byte[] { 0x78, 0x9C, 1, 28, 0, 0xE3, 0xFF }, new byte[28], PngBuilder.Big((int)PngBuilder.Adler(new byte[28])));

    private static byte[] Gif(int width, int height) => PngBuilder.Join(
        Encoding.ASCII.GetBytes("GIF89a"),
        new byte[] { (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255 },
        new byte[] { 0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B });

    private static byte[] Bmp(int width, int height)
    {
        var line = ((width * 24) + 31) / 32 * 4;
        return PngBuilder.Join(
            Encoding.ASCII.GetBytes("BM"), Little(54 + (line * Math.Abs(height))), new byte[4], Little(54), Little(40), Little(width), Little(height),
            new byte[] { 1, 0, 24, 0 }, new byte[24], new byte[line * Math.Abs(height)]);
    }

    private static byte[] OldBmp() => PngBuilder.Join(
        Encoding.ASCII.GetBytes("BM"), Little(34), new byte[4], Little(26), Little(12), new byte[] { 2, 0, 1, 0, 1, 0, 24, 0 }, new byte[8]);

    private static byte[] Tiff(bool isLittle, int width, int height)
    {
        var entries = new[] { Entry(256, width), Entry(257, height), Entry(273, 8), Entry(279, 4) };
        return PngBuilder.Join(
            Encoding.ASCII.GetBytes(isLittle ? "II" : "MM"), Number(42, 2), Number(12, 4), new byte[4], Number(entries.Length, 2), PngBuilder.Join(entries), new byte[4]);

        byte[] Entry(int tag, int value) => PngBuilder.Join(Number(tag, 2), Number(4, 2), Number(1, 4), Number(value, 4));

        byte[] Number(int value, int size)
        {
            var bytes = Little(value).Take(size);
            return (isLittle ? bytes : bytes.Reverse()).ToArray();
        }
    }

    private static byte[] WebP(string kind, byte[] data) => PngBuilder.Join(
        Encoding.ASCII.GetBytes("RIFF"), Little(4 + 8 + data.Length), Encoding.ASCII.GetBytes("WEBP" + kind), Little(data.Length), data);

    private static byte[] Svg(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Little(int value) => PngBuilder.Big(value).Reverse().ToArray();

    private static byte[] Less(byte[] bytes, int count) => bytes.Take(bytes.Length - count).ToArray();

    private static IEnumerable<(string Name, byte[] Bytes, string Facts, string Damage)> Images()
    {
        var jpeg = Jpeg(640, 480);
        yield return ("JPEG", jpeg, "JPEG 640 x 480", "");
        yield return ("JPEG with bytes behind its end", PngBuilder.Join(jpeg, new byte[5]), "JPEG 640 x 480", "");
        yield return ("JPEG without its end", Less(jpeg, 2), "JPEG 640 x 480", "image.cut(JPEG, " + (jpeg.Length - 2) + ")");
        yield return ("JPEG cut in its frame header", jpeg.Take(15).ToArray(), "JPEG 0 x 0", "image.cut(JPEG, 15)");
        yield return ("JPEG without a frame", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9 }, "JPEG 0 x 0", "image.size(JPEG)");
        yield return ("JPEG with a segment of length 1", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xD9 }, "JPEG 0 x 0", "image.broken(JPEG, 2)");
        yield return ("JPEG with a second start", new byte[] { 0xFF, 0xD8, 0xFF, 0xD8, 0xFF, 0xD9 }, "JPEG 0 x 0", "image.broken(JPEG, 2)");
        var gif = Gif(300, 200);
        yield return ("GIF", gif, "GIF 300 x 200", "");
        yield return ("GIF without its trailer", Less(gif, 1), "GIF 300 x 200", "image.cut(GIF, " + (gif.Length - 1) + ")");
        yield return ("GIF cut in a block", Less(gif, 4), "GIF 300 x 200", "image.cut(GIF, " + (gif.Length - 4) + ")");
        yield return ("GIF cut in its header", gif.Take(9).ToArray(), "GIF 0 x 0", "image.cut(GIF, 9)");
        yield return ("GIF with a strange block", PngBuilder.Join(Less(gif, 1), new byte[] { 7 }), "GIF 300 x 200", "image.broken(GIF, " + (gif.Length - 1) + ")");
        yield return ("GIF without an image", PngBuilder.Join(gif.Take(19).ToArray(), new byte[] { 0x3B }), "GIF 300 x 200", "image.broken(GIF, 19)");
        yield return ("GIF of no width", Gif(0, 200), "GIF 0 x 200", "image.size(GIF)");
        var bmp = Bmp(33, 7);
        yield return ("BMP", bmp, "BMP 33 x 7", "");
        yield return ("BMP from top to bottom", Bmp(33, -7), "BMP 33 x 7", "");
        yield return ("BMP of OS/2", OldBmp(), "BMP 2 x 1", "");
        yield return ("BMP cut off", Less(bmp, 1), "BMP 33 x 7", "image.cut(BMP, " + (bmp.Length - 1) + ")");
        yield return ("BMP of 20 bytes", bmp.Take(20).ToArray(), "BMP 0 x 0", "image.cut(BMP, 20)");
        yield return ("BMP of no height", Bmp(33, 0), "BMP 33 x 0", "image.size(BMP)");
        yield return ("BM alone is no bitmap", Encoding.ASCII.GetBytes("BMW builds cars, and this is a text"), " 0 x 0", "image.unknown(42-4D-57-20-62-75-69-6C)");
        yield return ("TIFF of Intel", Tiff(true, 500, 70000), "TIFF 500 x 70000", "");
        yield return ("TIFF of Motorola", Tiff(false, 500, 70000), "TIFF 500 x 70000", "");
        var tiff = Tiff(true, 5, 6);
        yield return ("TIFF cut in its directory", Less(tiff, 20), "TIFF 5 x 6", "image.cut(TIFF, " + (tiff.Length - 20) + ")");
        yield return ("TIFF cut before its directory", tiff.Take(10).ToArray(), "TIFF 0 x 0", "image.cut(TIFF, 10)");
        yield return ("TIFF cut in its header", tiff.Take(6).ToArray(), "TIFF 0 x 0", "image.cut(TIFF, 6)");
        yield return ("TIFF with its directory in the header", PngBuilder.Join(tiff.Take(4).ToArray(), Little(4), new byte[30]), "TIFF 0 x 0", "image.broken(TIFF, 4)");
        yield return ("TIFF of no height", Tiff(true, 5, 0), "TIFF 5 x 0", "image.size(TIFF)");
        yield return ("WebP, lossy", WebP("VP8 ", new byte[] { 0, 0, 0, 0x9D, 1, 0x2A, 0x90, 1, 0x2C, 1 }), "WebP 400 x 300", "");
        yield return ("WebP, lossless", WebP("VP8L", PngBuilder.Join(new byte[] { 0x2F }, Little(399 | (299 << 14)), new byte[5])), "WebP 400 x 300", "");
        yield return ("WebP, extended", WebP("VP8X", new byte[] { 0, 0, 0, 0, 0x8F, 1, 0, 0x2B, 1, 0 }), "WebP 400 x 300", "");
        yield return ("WebP cut off", Less(WebP("VP8X", new byte[20]), 5), "WebP 1 x 1", "image.cut(WebP, 35)");
        yield return ("WebP of an unknown kind", WebP("VP9 ", new byte[20]), "WebP 0 x 0", "image.size(WebP)");
        yield return ("SVG in pixels", Svg("<svg xmlns='http://www.w3.org/2000/svg' width='48' height=\"48px\"/>"), "SVG 48 x 48", "");
        yield return ("SVG by its view box", Svg("\uFEFF<?xml version='1.0'?>\n<!-- <p> -->\n<!DOCTYPE svg PUBLIC 'a' 'b'>\n<svg viewBox='0 0 16.5 9'><g/></svg>"), "SVG 17 x 9", "");
        yield return ("SVG in per cent", Svg("<svg:svg width='100%' height='100%'></svg:svg>"), "SVG 0 x 0", "");
        yield return ("SVG with an inner document type", Svg("<!DOCTYPE svg [<!ENTITY a 'b>'>]><svg width='3' height='4'>"), "SVG 3 x 4", "");
        yield return ("SVG that never opens", Svg("<svg width='3'"), "SVG 0 x 0", "image.broken(SVG, 0)");
        yield return ("HTML is no SVG", Svg("<html><svg width='3' height='4'/></html>"), " 0 x 0", "image.unknown(3C-68-74-6D-6C-3E-3C-73)");
    }
}
