using System.Collections;
using System.Collections.Generic;
using System.Resources;
using System.Text;

namespace DataverseReadiness.Plugins.Wording;

/// <summary>Sentences of the plug-ins in both languages, embedded in the one DLL.</summary>
internal static class PluginTexts
{
    private static readonly Dictionary<string, string> English = Read("PluginTexts");
    private static readonly Dictionary<string, string> Swedish = Read("PluginTexts.sv");

    /// <summary>Keys of one language.</summary>
    public static IEnumerable<string> Keys(int language) => Of(language).Keys;

    /// <summary>Fills {0}, {1} ... with texts that are already in the language.</summary>
    public static string Render(string key, int language, params string[] arguments)
    {
        var text = Of(language)[key];
        var rendered = new StringBuilder(text.Length + 64);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{')
            {
                rendered.Append(arguments[text[i + 1] - '0']);
                i += 2;
            }
            else
            {
                rendered.Append(text[i]);
            }
        }

        return rendered.ToString();
    }

    private static Dictionary<string, string> Of(int language) => language == Rules.Texts.Swedish ? Swedish : English;

    private static Dictionary<string, string> Read(string name)
    {
        var texts = new Dictionary<string, string>();
        using var reader = new ResourceReader(typeof(PluginTexts).Assembly.GetManifestResourceStream("DataverseReadiness.Plugins." + name + ".resources")!);
        foreach (DictionaryEntry entry in reader)
        {
            texts[(string)entry.Key] = (string)entry.Value!;
        }

        return texts;
    }
}
