using System.Globalization;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Numbers in byte arrays, and numbers as culture-free text.</summary>
internal static class Bytes
{
    public static int Big16(byte[] data, int offset) => (data[offset] << 8) | data[offset + 1];

    public static long Big32(byte[] data, int offset) => ((long)Big16(data, offset) << 16) | (uint)Big16(data, offset + 2);

    public static int Little16(byte[] data, int offset) => data[offset] | (data[offset + 1] << 8);

    public static long Little32(byte[] data, int offset) => (uint)Little16(data, offset) | ((long)Little16(data, offset + 2) << 16);

    /// <summary>Whether the data has the ASCII text at the offset.</summary>
    public static bool Has(byte[] data, int offset, string text)
    {
        if (data.Length < offset + text.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (data[offset + i] != text[i])
                return false;
        }

        return true;
    }

    public static bool Contains(byte[] data, byte[] wanted)
    {
        for (var i = 0; i + wanted.Length <= data.Length; i++)
        {
            var length = 0;
            while (length < wanted.Length && data[i + length] == wanted[length])
                length++;
            if (length == wanted.Length)
                return true;
        }

        return false;
    }

    public static string Text(decimal value) => value.ToString("0", CultureInfo.InvariantCulture);
}
