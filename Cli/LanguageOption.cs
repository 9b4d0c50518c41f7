using System.CommandLine;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli;

/// <summary>The language of what is reported.</summary>
internal static class LanguageOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--language", "-l") { Description = "Language of the report: en or sv.", DefaultValueFactory = _ => "en", HelpName = "en|sv" };
        return option.AcceptOnlyFromAmong("en", "sv");
    }

    public static int CodeOf(string name) => name == "sv" ? Texts.Swedish : Texts.English;

    public static string NameOf(int code) => code == Texts.Swedish ? "sv" : "en";
}
