using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataverseReadiness.Plugins.Names;

namespace Plugins.Tests.Assembly;

/// <summary>The sentences of the plug-ins.</summary>
public sealed partial class WordingTests
{
    private static readonly Dictionary<string, string> English = Read("PluginTexts.resx");
    private static readonly Dictionary<string, string> Swedish = Read("PluginTexts.sv.resx");

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        Assert.Equal(English.Keys.Order(), Swedish.Keys.Order());
        Assert.All(English, text => Assert.Equal(Placeholders(text.Value), Placeholders(Swedish[text.Key])));
    }

    [Fact]
    public void Every_sentence_is_used()
    {
        var code = string.Concat(Directory.GetFiles(RepositoryFolder.PathOf("Plugins", "DataverseReadiness.Plugins"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.DoesNotContain(English.Keys, key => !key.StartsWith("column.", StringComparison.Ordinal) && !code.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_have_the_names_that_forms_show()
    {
        foreach (var text in English.Where(text => text.Key.StartsWith("column.rdy_", StringComparison.Ordinal)))
        {
            var names = text.Key.Split('.');
            var column = SolutionNames.Columns(names[1] switch
            {
                Judgement.Table => "Judgement",
                OwnRequirement.Table => "Requirement",
                _ => "Certification",
            }).Single(column => (string)column.Element("LogicalName")! == names[2]);
            var labels = column.Element("displaynames")!.Elements("displayname").ToDictionary(label => (int)label.Attribute("languagecode")!, label => (string)label.Attribute("description")!);
            Assert.Equal((labels[1033], labels[1053]), (text.Value, Swedish[text.Key]));
        }
    }

    private static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order()];

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(RepositoryFolder.PathOf("Plugins", "DataverseReadiness.Plugins", "Wording", file)).Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
