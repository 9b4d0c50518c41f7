using System;
using System.Globalization;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Recognises SVG by its root element and reads its size where it is in pixels. The drawing itself is never interpreted.</summary>
internal static class SvgReader
{
    /// <summary>How far into the text the root element may start.</summary>
    public const int Reach = 8 * 1024;

    public static bool IsSvg(byte[] start) => FindRoot(Decode(start)) >= 0;

    public static ImageHead Read(ByteSource source)
    {
        var text = Decode(source.Peek(Reach));
        var root = FindRoot(text);
        var end = text.IndexOf('>', root);
        if (end < 0)
            return new ImageHead("SVG", 0, 0, new Message("image.broken", "SVG", Bytes.Text(root)));
        var tag = text.Substring(root, end - root);
        var width = Pixels(Attribute(tag, "width"));
        var height = Pixels(Attribute(tag, "height"));
        if (width == 0 || height == 0)
        {
            var box = Attribute(tag, "viewBox").Split(new[] { ' ', ',', '\t', '\r', '\n' }, StringSplitOptions.RemoveEmptyEntries);
            width = box.Length == 4 ? Pixels(box[2]) : 0;
            height = box.Length == 4 ? Pixels(box[3]) : 0;
        }

        return new ImageHead("SVG", width, height, null);
    }

    private static string Decode(byte[] start)
    {
        var text = start.Length >= 2 && start[0] == 0xFF && start[1] == 0xFE ? Encoding.Unicode.GetString(start, 0, start.Length & ~1)
            : start.Length >= 2 && start[0] == 0xFE && start[1] == 0xFF ? Encoding.BigEndianUnicode.GetString(start, 0, start.Length & ~1)
            : Encoding.UTF8.GetString(start, 0, start.Length);
        return text.TrimStart('\uFEFF');
    }

    /// <summary>Position of the root element if it is <c>svg</c>, behind declaration, comments, document type; else -1.</summary>
    private static int FindRoot(string text)
    {
        var position = 0;
        while (true)
        {
            while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
                position++;
            var end = StartsWith(text, position, "<?") ? After(text, position, "?>")
                : StartsWith(text, position, "<!--") ? After(text, position, "-->")
                : StartsWith(text, position, "<!DOCTYPE") ? AfterDocType(text, position)
                : -1;
            if (end < 0)
                break;
            position = end;
        }

        if (!StartsWith(text, position, "<"))
            return -1;
        var name = position + 1;
        var stop = name;
        while (stop < text.Length && text[stop] is not (' ' or '\t' or '\r' or '\n' or '>' or '/'))
            stop++;
        var element = text.Substring(name, stop - name);
        return element == "svg" || element.EndsWith(":svg", StringComparison.Ordinal) ? position : -1;
    }

    private static bool StartsWith(string text, int position, string start) => string.CompareOrdinal(text, position, start, 0, start.Length) == 0;

    private static int After(string text, int position, string end)
    {
        var found = text.IndexOf(end, position, StringComparison.Ordinal);
        return found < 0 ? -1 : found + end.Length;
    }

    private static int AfterDocType(string text, int position)
    {
        var end = text.IndexOfAny(new[] { '>', '[' }, position);
        return end >= 0 && text[end] == '[' ? After(text, end, "]>") : end < 0 ? -1 : end + 1;
    }

    private static string Attribute(string tag, string name)
    {
        for (var found = tag.IndexOf(name, StringComparison.Ordinal); found > 0; found = tag.IndexOf(name, found + 1, StringComparison.Ordinal))
        {
            var position = found + name.Length;
            while (position < tag.Length && char.IsWhiteSpace(tag[position]))
                position++;
            if (!char.IsWhiteSpace(tag[found - 1]) || position >= tag.Length || tag[position] != '=')
                continue;
            position++;
            while (position < tag.Length && char.IsWhiteSpace(tag[position]))
                position++;
            if (position >= tag.Length || tag[position] is not ('"' or '\''))
                return "";
            var end = tag.IndexOf(tag[position], position + 1);
            return end < 0 ? "" : tag.Substring(position + 1, end - position - 1);
        }

        return "";
    }

    private static long Pixels(string value)
    {
        value = value.Trim();
        if (value.EndsWith("px", StringComparison.Ordinal))
            value = value.Substring(0, value.Length - 2);
        return decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pixels) && pixels <= int.MaxValue
            ? (long)Math.Ceiling(pixels)
            : 0;
    }
}
