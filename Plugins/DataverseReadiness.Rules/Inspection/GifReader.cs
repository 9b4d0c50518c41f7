namespace DataverseReadiness.Rules.Inspection;

/// <summary>Walks a GIF's blocks to its trailer.</summary>
internal static class GifReader
{
    public static bool IsGif(byte[] start) => Bytes.Has(start, 0, "GIF87a") || Bytes.Has(start, 0, "GIF89a");

    public static ImageHead Read(ByteSource source)
    {
        var header = source.Read(13);
        if (header is null)
            return new ImageHead("GIF", 0, 0, Cut(source));
        long width = Bytes.Little16(header, 6), height = Bytes.Little16(header, 8);
        return new ImageHead("GIF", width, height, Walk(source, header[10]) ?? (width == 0 || height == 0 ? new Message("image.size", "GIF") : null));
    }

    private static Message? Walk(ByteSource source, int flags)
    {
        if (!SkipColours(source, flags))
            return Cut(source);
        var hasImage = false;
        while (true)
        {
            var offset = source.Offset;
            switch (source.ReadByte())
            {
                case 0x3B:
                    return hasImage ? null : new Message("image.broken", "GIF", Bytes.Text(offset));
                case 0x21:
                    if (source.ReadByte() < 0 || !SkipBlocks(source))
                        return Cut(source);
                    break;
                case 0x2C:
                    var image = source.Read(9);
                    if (image is null || !SkipColours(source, image[8]) || !source.Skip(1) || !SkipBlocks(source))
                        return Cut(source);
                    hasImage = true;
                    break;
                case -1:
                    return Cut(source);
                default:
                    return new Message("image.broken", "GIF", Bytes.Text(offset));
            }
        }
    }

    private static bool SkipColours(ByteSource source, int flags) => (flags & 0x80) == 0 || source.Skip(3L << ((flags & 7) + 1));

    private static bool SkipBlocks(ByteSource source)
    {
        while (true)
        {
            var length = source.ReadByte();
            if (length <= 0)
                return length == 0;
            if (!source.Skip(length))
                return false;
        }
    }

    private static Message Cut(ByteSource source) => new Message("image.cut", "GIF", Bytes.Text(source.Length));
}
