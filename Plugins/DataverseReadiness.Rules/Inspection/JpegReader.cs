namespace DataverseReadiness.Rules.Inspection;

/// <summary>Walks a JPEG's segments to its end-of-image marker; the size is in the start-of-frame segment.</summary>
internal static class JpegReader
{
    public static bool IsJpeg(byte[] start) => start.Length >= 3 && start[0] == 0xFF && start[1] == 0xD8 && start[2] == 0xFF;

    public static ImageHead Read(ByteSource source)
    {
        long width = 0, height = 0;
        source.Skip(2);
        while (true)
        {
            var marker = NextMarker(source);
            if (marker < 0)
                return new ImageHead("JPEG", width, height, new Message("image.cut", "JPEG", Bytes.Text(source.Length)));
            if (marker == 0xD9)
                return new ImageHead("JPEG", width, height, width == 0 || height == 0 ? new Message("image.size", "JPEG") : null);
            if (marker is 0x01 or >= 0xD0 and <= 0xD7)
                continue;
            var offset = source.Offset - 2;
            var start = source.Peek(7);
            if (start.Length < 2)
                continue;
            var length = Bytes.Big16(start, 0);
            var isFrame = marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
            if (length < 2 || (isFrame && length < 8) || marker == 0xD8)
                return new ImageHead("JPEG", width, height, new Message("image.broken", "JPEG", Bytes.Text(offset)));
            if (isFrame && start.Length == 7 && width == 0)
            {
                height = Bytes.Big16(start, 3);
                width = Bytes.Big16(start, 5);
            }

            source.Skip(length);
        }
    }

    /// <summary>The next marker, over entropy-coded data with its stuffed zeros and over fill bytes; -1 at the end.</summary>
    private static int NextMarker(ByteSource source)
    {
        while (true)
        {
            int value;
            do
                value = source.ReadByte();
            while (value is >= 0 and not 0xFF);
            while (value == 0xFF)
                value = source.ReadByte();
            if (value != 0)
                return value;
        }
    }
}
