using System.Text;

namespace Sandbox.Tests.Fuzzing;

/// <summary>Small damage to texts and bytes.</summary>
internal static class Mutation
{
    private static readonly string[] Scraps =
    [
        "'", "\"", "(", ")", "[", "]", "{", "}", "<", ">", "&", "=", "/", "\\", "%", "%00", "%ff", "%ED%A0%80", "$", "@", ";", ":", ",", "..", "*", " ", "\t", "\0", "\u202e",
        "\ud800", "\udc00", "\U0001F600", "null", "-1", "1e999", "999999999999999999999", "&#0;", "&x;", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<![CDATA[", "<!--", "\r\n", "--b",
    ];

    private static readonly byte[][] BrokenBytes = [[0], [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xef, 0xbb, 0xbf], [0xfe, 0xff]];

    /// <summary>The text with one to three changes.</summary>
    public static string Of(string text, Random random)
    {
        for (var left = random.Next(1, 4); left > 0; left--) text = Once(text, random);
        return text;
    }

    /// <summary>The bytes with one to three changes.</summary>
    public static byte[] Of(byte[] bytes, Random random)
    {
        var list = bytes.ToList();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var at = random.Next(list.Count + 1);
            switch (random.Next(4))
            {
                case 0 when at < list.Count:
                    list[at] = (byte)random.Next(256);
                    break;
                case 1:
                    list.RemoveRange(at, Math.Min(random.Next(1, 9), list.Count - at));
                    break;
                case 2:
                    list.RemoveRange(at, list.Count - at);
                    break;
                default:
                    list.InsertRange(at, BrokenBytes[random.Next(BrokenBytes.Length)]);
                    break;
            }
        }

        return [.. list];
    }

    private static string Once(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        var piece = text.Substring(at, length);
        return random.Next(7) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, piece),
            2 => text.Insert(random.Next(text.Length + 1), piece),
            3 => text[..at],
            4 when length > 0 => text.Insert(at, new StringBuilder().Insert(0, piece, random.Next(2, 200)).ToString()),
            _ => text.Insert(at, Scraps[random.Next(Scraps.Length)]),
        };
    }
}
