using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Writes and reads JSON of strings, numbers, booleans, null, arrays and objects: the same text on every machine.</summary>
public static class Json
{
    private const int MaxDepth = 16;

    /// <summary>Writes a string, long, decimal, bool, null, <see cref="IEnumerable{T}"/> of object, or <see cref="IDictionary{TKey,TValue}"/> of string and object.</summary>
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write(object)"/> writes; false for anything else. A number with a point is a decimal, without one a long.</summary>
    public static bool TryRead(string text, out object? value)
    {
        var position = 0;
        return TryRead(text, ref position, 0, out value) && Skip(text, ref position) == -1;
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                WriteString(text, s);
                break;
            case bool b:
                text.Append(b ? "true" : "false");
                break;
            case long n:
                text.Append(n.ToString(CultureInfo.InvariantCulture));
                break;
            case decimal n:
                text.Append(n.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            case IDictionary<string, object?> members:
                WriteAll(text, '{', members, '}', member =>
                {
                    WriteString(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case IEnumerable<object?> items:
                WriteAll(text, '[', items, ']', item => Write(text, item));
                break;
            default:
                throw new ArgumentException("JSON cannot hold a " + value.GetType().Name + ".", nameof(value));
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            write(item);
        }

        text.Append(close);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u007F' or >= '\uFFFE')
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        text.Append('"');
    }

    private static bool TryRead(string text, ref int position, int depth, out object? value)
    {
        value = null;
        var next = Skip(text, ref position);
        if (depth > MaxDepth)
            return false;
        switch (next)
        {
            case '"':
                value = ReadString(text, ref position);
                return value is not null;
            case '{':
                return TryReadObject(text, ref position, depth, out value);
            case '[':
                return TryReadArray(text, ref position, depth, out value);
            case 't':
                value = true;
                return TryReadWord(text, ref position, "true");
            case 'f':
                value = false;
                return TryReadWord(text, ref position, "false");
            case 'n':
                return TryReadWord(text, ref position, "null");
        }

        var start = position;
        while (position < text.Length && text[position] is '-' or '.' or >= '0' and <= '9')
            position++;
        var digits = text.Substring(start, position - start);
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            value = whole;
            return true;
        }

        var isNumber = decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber && digits.IndexOf('.') > 0;
    }

    private static bool TryReadObject(string text, ref int position, int depth, out object? value)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        value = members;
        position++;
        while (Skip(text, ref position) != '}')
        {
            if (members.Count > 0 && !TryReadWord(text, ref position, ","))
                return false;
            if (Skip(text, ref position) != '"' || ReadString(text, ref position) is not { } name)
                return false;
            Skip(text, ref position);
            if (!TryReadWord(text, ref position, ":") || !TryRead(text, ref position, depth + 1, out var member))
                return false;
            members[name] = member;
        }

        position++;
        return true;
    }

    private static bool TryReadArray(string text, ref int position, int depth, out object? value)
    {
        var items = new List<object?>();
        value = items;
        position++;
        while (Skip(text, ref position) != ']')
        {
            if (items.Count > 0 && !TryReadWord(text, ref position, ","))
                return false;
            if (!TryRead(text, ref position, depth + 1, out var item))
                return false;
            items.Add(item);
        }

        position++;
        return true;
    }

    private static string? ReadString(string text, ref int position)
    {
        var value = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '"')
            {
                position++;
                return value.ToString();
            }

            if (c != '\\')
            {
                value.Append(c);
                continue;
            }

            if (++position >= text.Length)
                return null;
            switch (text[position])
            {
                case 'u' when position + 4 < text.Length
                    && ushort.TryParse(text.Substring(position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                    value.Append((char)code);
                    position += 4;
                    break;
                case 'n':
                    value.Append('\n');
                    break;
                case 'r':
                    value.Append('\r');
                    break;
                case 't':
                    value.Append('\t');
                    break;
                case '"' or '\\' or '/':
                    value.Append(text[position]);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool TryReadWord(string text, ref int position, string word)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
            return false;
        position += word.Length;
        return true;
    }

    /// <summary>Passes over white space and returns the next character, or -1 at the end.</summary>
    private static int Skip(string text, ref int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
            position++;
        return position < text.Length ? text[position] : -1;
    }
}
