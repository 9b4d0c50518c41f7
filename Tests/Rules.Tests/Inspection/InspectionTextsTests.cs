using System.Text.RegularExpressions;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Inspection;

/// <summary>Every message of an inspection has a sentence in both languages.</summary>
public sealed partial class InspectionTextsTests
{
    private static readonly string[] Groups = ["image.", "file.", "html.", "url.", "sas.", "email.", "phone.", "guid.", "package.", "script.", "sarif."];

    public static TheoryData<string> Keys => [.. Texts.Keys(Texts.English).Where(key => Groups.Any(group => key.StartsWith(group, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Is_a_whole_sentence_in_both_languages_with_the_same_arguments(string key)
    {
        var english = Texts.Find(key, Texts.English)!;

        var swedish = Texts.Find(key, Texts.Swedish)!;

        // The texts that are a part of a sentence.
        var end = key == "package.outer" || key.StartsWith("script.syntax.", StringComparison.Ordinal) ? "" : ".";
        Assert.Contains(key, Texts.Keys(Texts.Swedish));
        Assert.Equal(Arguments(english), Arguments(swedish));
        Assert.EndsWith(end, english, StringComparison.Ordinal);
        Assert.EndsWith(end, swedish, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_no_assembly_beside_its_own() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.GetDirectoryName(typeof(ImageInspector).Assembly.Location)!, "DataverseReadiness.Rules.resources.dll", SearchOption.AllDirectories),
            _ => true);

    private static IEnumerable<string> Arguments(string text) => Argument().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Argument();
}
