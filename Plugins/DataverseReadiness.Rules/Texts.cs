using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The sentences of the rules in both languages.</summary>
/// <remarks>
/// A text has numbered placeholders, {0} to {9}. An argument that starts with $ names further texts, parted by spaces
/// (<c>$column.rdy_offer.rdy_name $choice.AppType.Free</c>): they are rendered in the same language and joined by commas.
/// That is how a stored message speaks every language. An argument that names no text stands as it is.
/// An argument may also be a whole message: its key behind a $, then its own arguments, each after a unit separator (U+001F).
/// </remarks>
public static class Texts
{
    /// <summary>English, the language of every text that another language lacks.</summary>
    public const int English = 1033;

    public const int Swedish = 1053;

    /// <summary>Stands between key and arguments of a message that is itself an argument.</summary>
    internal const char Nested = '\u001F';

    private static readonly TextTable All = new TextTable(typeof(Texts).Assembly, "DataverseReadiness.Rules.Texts");

    /// <summary>Keys of all texts of one language, sorted.</summary>
    public static IReadOnlyList<string> Keys(int languageCode) => All.Keys(languageCode);

    /// <summary>The text as it is written, with its placeholders; null when there is none in either language.</summary>
    public static string? Find(string key, int languageCode) => All.Find(key, languageCode);

    /// <summary>Renders a message. A key without a text is rendered as the key and the arguments, never as nothing.</summary>
    /// <param name="languageCode">1033 or 1053; any other language gets English.</param>
    public static string Render(Message message, int languageCode) =>
        Find(message.Key, languageCode) is { } text
            ? TextTable.Fill(text, [.. message.Arguments.Select(argument => RenderArgument(argument, languageCode))])
            : message.ToString();

    private static string RenderArgument(string argument, int languageCode)
    {
        if (argument.Length < 2 || argument[0] != '$')
            return argument;

        if (argument.IndexOf(Nested) >= 0)
        {
            var parts = argument.Substring(1).Split(Nested);
            return Find(parts[0], languageCode) is { } nested
                ? TextTable.Fill(nested, [.. parts.Skip(1).Select(part => RenderArgument(part, languageCode))])
                : argument;
        }

        var names = argument.Split(' ');
        for (var i = 0; i < names.Length; i++)
        {
            var text = names[i].Length > 1 && names[i][0] == '$' ? Find(names[i].Substring(1), languageCode) : null;
            if (text is null)
                return argument;
            names[i] = text;
        }

        return string.Join(", ", names);
    }
}
