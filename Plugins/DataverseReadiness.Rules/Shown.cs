using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Values as arguments of messages: culture-free, short, on one line, and never broken text.</summary>
internal static class Shown
{
    private const int Longest = 100;

    /// <summary>A text somebody typed, cut after 100 characters.</summary>
    public static string Text(string? value) => Long(value, Longest);

    /// <summary>A text somebody typed, cut after some characters.</summary>
    public static string Long(string? value, int longest)
    {
        if (value is null)
            return "";

        var length = Math.Min(value.Length, longest);
        if (length < value.Length && char.IsHighSurrogate(value[length - 1]))
            length--;
        var text = value.ToCharArray(0, length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = '\uFFFD';
            else if (char.IsControl(text[i]))
                text[i] = ' ';
        }

        var shown = new string(text).Trim();
        return length < value.Length ? shown + "…" : shown;
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>At most three decimals, no trailing zeros: 99.9 for 99.900.</summary>
    public static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Date(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC, to the minute.</summary>
    public static string Moment(DateTime value) => value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>A moment in UTC as ISO 8601, to the second.</summary>
    public static string Iso(DateTime value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Rendered as the option's label.</summary>
    public static string Choice<T>(T value)
        where T : struct, Enum => "$choice." + typeof(T).Name + "." + value;

    /// <summary>Rendered as the option's label.</summary>
    public static string Option(Enum value) => "$choice." + value.GetType().Name + "." + value;

    /// <summary>A whole message as an argument of another one, rendered in the same language.</summary>
    public static string Nested(Message message) => "$" + string.Join(Texts.Nested.ToString(), new[] { message.Key }.Concat(message.Arguments));

    /// <summary>Rendered as the display names, joined by commas.</summary>
    public static string Labels(IEnumerable<Column> columns) => string.Join(" ", columns.Select(column => column.Label));

    /// <summary>The first entries, cut after a few: a reason is read, not studied.</summary>
    public static string Some(IReadOnlyList<string> values)
    {
        const int most = 5;
        var some = string.Join(", ", values.Take(most).Select(Text));
        return values.Count > most ? some + ", …" : some;
    }
}
