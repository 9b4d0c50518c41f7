using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Wording;

/// <summary>The command's own sentences in both languages.</summary>
internal static class CliTexts
{
    private static readonly TextTable All = new(typeof(CliTexts).Assembly, "DataverseReadiness.Cli.Texts");

    /// <summary>Keys of all texts of one language, sorted.</summary>
    public static IReadOnlyList<string> Keys(int language) => All.Keys(language);

    /// <summary>The text with its placeholders filled; the arguments are already in the language.</summary>
    public static string Say(string key, int language, params string[] arguments) => TextTable.Fill(All.Find(key, language)!, arguments);
}
