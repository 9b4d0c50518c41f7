namespace DataverseReadiness.Rules.Inspection;

/// <summary>The cyclic redundancy check of PNG chunks and zip entries.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = CreateTable();

    public const uint Start = 0xFFFFFFFF;

    public static uint Add(uint crc, byte[] bytes, int offset, int count)
    {
        for (var i = offset; i < offset + count; i++)
            crc = Table[(byte)(crc ^ bytes[i])] ^ (crc >> 8);
        return crc;
    }

    public static uint Add(uint crc, byte value) => Table[(byte)(crc ^ value)] ^ (crc >> 8);

    public static uint End(uint crc) => crc ^ 0xFFFFFFFF;

    private static uint[] CreateTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }

        return table;
    }
}
