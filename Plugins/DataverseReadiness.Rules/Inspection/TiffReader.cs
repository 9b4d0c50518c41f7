using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads the first directory of a TIFF of either byte order.</summary>
internal static class TiffReader
{
    public static bool IsTiff(byte[] start) => Bytes.Has(start, 0, "II*\0") || Bytes.Has(start, 0, "MM\0*");

    public static ImageHead Read(ByteSource source)
    {
        var header = source.Read(8);
        if (header is null)
            return new ImageHead("TIFF", 0, 0, Cut(source));
        var isLittle = header[0] == 'I';
        Func<byte[], int, int> read16 = isLittle ? Bytes.Little16 : Bytes.Big16;
        Func<byte[], int, long> read32 = isLittle ? Bytes.Little32 : Bytes.Big32;
        var directory = read32(header, 4);
        if (directory < 8)
            return new ImageHead("TIFF", 0, 0, new Message("image.broken", "TIFF", "4"));
        var count = source.Skip(directory - 8) ? source.Read(2) : null;
        if (count is null)
            return new ImageHead("TIFF", 0, 0, Cut(source));
        long width = 0, height = 0, strip = 0, stripLength = 0, end = 0;
        for (var left = read16(count, 0); left > 0; left--)
        {
            var entry = source.Read(12);
            if (entry is null)
                return new ImageHead("TIFF", width, height, Cut(source));
            int type = read16(entry, 2);
            var values = read32(entry, 4);
            var value = type == 3 ? read16(entry, 8) : read32(entry, 8);
            if (values * SizeOf(type) > 4)
                end = Math.Max(end, read32(entry, 8) + (values * SizeOf(type)));
            switch (read16(entry, 0))
            {
                case 256:
                    width = value;
                    break;
                case 257:
                    height = value;
                    break;
                case 273 when values == 1:
                    strip = value;
                    break;
                case 279 when values == 1:
                    stripLength = value;
                    break;
            }
        }

        source.Finish();
        var damage = Math.Max(end, strip + stripLength) > source.Length ? Cut(source)
            : width == 0 || height == 0 ? new Message("image.size", "TIFF")
            : null;
        return new ImageHead("TIFF", width, height, damage);
    }

    private static int SizeOf(int type) => type switch
    {
        3 or 8 => 2,
        4 or 9 or 11 => 4,
        5 or 10 or 12 => 8,
        _ => 1,
    };

    private static Message Cut(ByteSource source)
    {
        source.Finish();
        return new Message("image.cut", "TIFF", Bytes.Text(source.Length));
    }
}
