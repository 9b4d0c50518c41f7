using System;
using System.IO;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads image facts from bytes, in one pass and within fixed memory, however large the picture claims to be.</summary>
/// <remarks>PNG is verified through to its last byte. The other formats are recognised, measured and, where that is cheap, checked for being cut off.</remarks>
public static class ImageInspector
{
    /// <summary>Inspects bytes already in memory.</summary>
    public static ImageInspection Inspect(byte[] bytes) => Inspect(new MemoryStream(bytes, false));

    /// <summary>Inspects a stream from its current position to its end. The stream need not be seekable and is not closed.</summary>
    public static ImageInspection Inspect(Stream stream)
    {
        using var source = new ByteSource(stream);
        var head = Read(source);
        var sha256 = source.Finish();
        return new ImageInspection(head.Format, head.Width, head.Height, source.Length, sha256, head.Damage);
    }

    private static ImageHead Read(ByteSource source)
    {
        var start = source.Peek(SvgReader.Reach);
        return PngReader.IsPng(start) ? PngReader.Read(source)
            : JpegReader.IsJpeg(start) ? JpegReader.Read(source)
            : GifReader.IsGif(start) ? GifReader.Read(source)
            : TiffReader.IsTiff(start) ? TiffReader.Read(source)
            : WebPReader.IsWebP(start) ? WebPReader.Read(source)
            : BmpReader.IsBmp(start) ? BmpReader.Read(source)
            : SvgReader.IsSvg(start) ? SvgReader.Read(source)
            : new ImageHead("", 0, 0, start.Length == 0
                ? new Message("image.empty")
                : new Message("image.unknown", BitConverter.ToString(start, 0, Math.Min(8, start.Length))));
    }
}
