using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules;

/// <summary>The sentences of the rules in both languages.</summary>
/// <remarks>
/// A text has numbered placeholders, {0} to {9}. An argument that starts with $ names further texts, parted by spaces
/// (<c>$column.rdy_offer.rdy_name $choice.AppType.Free</c>): they are rendered in the same language and joined by commas.
/// That is how a stored message speaks every language. An argument that names no text stands as it is.
/// </remarks>
public static class Texts
{
    /// <summary>English, the language of every text that another language lacks.</summary>
    public const int English = 1033;

    public const int Swedish = 1053;

    private static readonly Dictionary<string, string> EnglishTexts = new(System.StringComparer.Ordinal);
    private static readonly Dictionary<string, string> SwedishTexts = new(System.StringComparer.Ordinal);

    // One deflated resource of the one assembly holds every key with its text in both languages (Texts.targets):
    // satellite assemblies cannot be deployed with it.
    static Texts()
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream("DataverseReadiness.Rules.Texts")!;
        using var inflated = new DeflateStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(inflated, Encoding.UTF8);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = reader.ReadString();
            Add(EnglishTexts, key, reader.ReadString());
            Add(SwedishTexts, key, reader.ReadString());
        }
    }

    /// <summary>Keys of all texts of one language, sorted.</summary>
    public static IReadOnlyList<string> Keys(int languageCode) =>
        [.. Of(languageCode).Keys.OrderBy(key => key, System.StringComparer.Ordinal)];

    /// <summary>The text as it is written, with its placeholders; null when there is none in either language.</summary>
    public static string? Find(string key, int languageCode) =>
        Of(languageCode).TryGetValue(key, out var text) || EnglishTexts.TryGetValue(key, out text) ? text : null;

    /// <summary>Renders a message. A key without a text is rendered as the key and the arguments, never as nothing.</summary>
    /// <param name="languageCode">1033 or 1053; any other language gets English.</param>
    public static string Render(Message message, int languageCode)
    {
        var text = Find(message.Key, languageCode);
        if (text is null)
            return message.ToString();

        var rendered = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i + 2 < text.Length && text[i + 2] == '}' && text[i + 1] is >= '0' and <= '9')
            {
                var number = text[i + 1] - '0';
                if (number < message.Arguments.Count)
                    rendered.Append(RenderArgument(message.Arguments[number], languageCode));
                i += 2;
            }
            else
            {
                rendered.Append(text[i]);
            }
        }

        return rendered.ToString();
    }

    private static string RenderArgument(string argument, int languageCode)
    {
        if (argument.Length < 2 || argument[0] != '$')
            return argument;

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

    private static Dictionary<string, string> Of(int languageCode) =>
        languageCode == Swedish ? SwedishTexts : EnglishTexts;

    private static void Add(Dictionary<string, string> texts, string key, string text)
    {
        if (text.Length > 0)
            texts.Add(key, text);
    }
}
