using System;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Reads the headers of a Windows bitmap and compares the size they imply with the size there is.</summary>
internal static class BmpReader
{
    /// <summary>Two letters are little evidence, so a plausible header length must follow.</summary>
    public static bool IsBmp(byte[] start) =>
        Bytes.Has(start, 0, "BM") && (start.Length < 18 || Bytes.Little32(start, 14) is 12 or 16 or 40 or 52 or 56 or 64 or 108 or 124);

    public static ImageHead Read(ByteSource source)
    {
        var start = source.Peek(34);
        long width = 0, height = 0, needed = 30;
        if (start.Length >= 30)
        {
            var isOld = Bytes.Little32(start, 14) == 12;
            width = isOld ? Bytes.Little16(start, 18) : (int)Bytes.Little32(start, 18);
            // A negative height says that the first line is the top one.
            height = isOld ? Bytes.Little16(start, 20) : Math.Abs((long)(int)Bytes.Little32(start, 22));
            long bits = Bytes.Little16(start, isOld ? 24 : 28);
            var isPacked = !isOld && start.Length == 34 && Bytes.Little32(start, 30) is 1 or 2 or 4 or 5;
            needed = Bytes.Little32(start, 10);
            if (!isPacked && width > 0)
                needed += ((width * bits) + 31) / 32 * 4 * height;
        }

        source.Finish();
        var damage = source.Length < needed ? new Message("image.cut", "BMP", Bytes.Text(source.Length))
            : width <= 0 || height <= 0 ? new Message("image.size", "BMP")
            : null;
        return new ImageHead("BMP", width, height, damage);
    }
}
