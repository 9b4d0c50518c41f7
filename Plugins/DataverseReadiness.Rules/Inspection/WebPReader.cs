namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads the size of a WebP from its first chunk and compares the declared length with the real one.</summary>
internal static class WebPReader
{
    public static bool IsWebP(byte[] start) => Bytes.Has(start, 0, "RIFF") && Bytes.Has(start, 8, "WEBP");

    public static ImageHead Read(ByteSource source)
    {
        var start = source.Peek(30);
        long width = 0, height = 0;
        if (start.Length == 30)
        {
            if (Bytes.Has(start, 12, "VP8 "))
            {
                width = Bytes.Little16(start, 26) & 0x3FFF;
                height = Bytes.Little16(start, 28) & 0x3FFF;
            }
            else if (Bytes.Has(start, 12, "VP8L"))
            {
                var bits = Bytes.Little32(start, 21);
                width = (bits & 0x3FFF) + 1;
                height = ((bits >> 14) & 0x3FFF) + 1;
            }
            else if (Bytes.Has(start, 12, "VP8X"))
            {
                width = (Bytes.Little32(start, 24) & 0xFFFFFF) + 1;
                height = (Bytes.Little16(start, 27) | (start[29] << 16)) + 1;
            }
        }

        source.Finish();
        var damage = source.Length < 8 + Bytes.Little32(start, 4) ? new Message("image.cut", "WebP", Bytes.Text(source.Length))
            : width == 0 || height == 0 ? new Message("image.size", "WebP")
            : null;
        return new ImageHead("WebP", width, height, damage);
    }
}
