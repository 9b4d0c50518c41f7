using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Text;

namespace DataverseReadiness.Rules;

/// <summary>Texts in both languages by key, from the one deflated resource of an assembly that Texts.targets writes.</summary>
/// <remarks>Satellite assemblies cannot be deployed with a plug-in.</remarks>
public sealed class TextTable
{
    private readonly Dictionary<string, string> _english = new Dictionary<string, string>(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _swedish = new Dictionary<string, string>(StringComparer.Ordinal);

    public TextTable(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var inflated = new DeflateStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(inflated, Encoding.UTF8);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = reader.ReadString();
            Add(_english, key, reader.ReadString());
            Add(_swedish, key, reader.ReadString());
        }
    }

    /// <summary>Keys of all texts of one language, sorted.</summary>
    public IReadOnlyList<string> Keys(int languageCode) => [.. Of(languageCode).Keys.OrderBy(key => key, StringComparer.Ordinal)];

    /// <summary>The text as it is written, with its placeholders; null when there is none in either language.</summary>
    public string? Find(string key, int languageCode) =>
        Of(languageCode).TryGetValue(key, out var text) || _english.TryGetValue(key, out text) ? text : null;

    /// <summary>Fills the placeholders {0} to {9} of a text. What an argument holds is never taken for a placeholder.</summary>
    public static string Fill(string text, IReadOnlyList<string> arguments)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i + 2 < text.Length && text[i + 2] == '}' && text[i + 1] is >= '0' and <= '9')
            {
                var number = text[i + 1] - '0';
                if (number < arguments.Count)
                    filled.Append(arguments[number]);
                i += 2;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }

    private static void Add(Dictionary<string, string> texts, string key, string text)
    {
        if (text.Length > 0)
            texts.Add(key, text);
    }

    private Dictionary<string, string> Of(int languageCode) => languageCode == Texts.Swedish ? _swedish : _english;
}
