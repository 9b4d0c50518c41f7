using System.Collections.Generic;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Plugins.Wording;

/// <summary>Sentences of the plug-ins in both languages.</summary>
internal static class PluginTexts
{
    private static readonly TextTable All = new(typeof(PluginTexts).Assembly, "DataverseReadiness.Plugins.Texts");

    /// <summary>Keys of all texts of one language, sorted.</summary>
    public static IReadOnlyList<string> Keys(int language) => All.Keys(language);

    /// <summary>The text as it is written; null when there is none.</summary>
    public static string? Find(string key, int language) => All.Find(key, language);

    /// <summary>The text with its placeholders filled; the arguments are already in the language.</summary>
    public static string Render(string key, int language, params string[] arguments) => TextTable.Fill(All.Find(key, language)!, arguments);
}
