using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DataverseReadiness.Rules.Tests;

/// <summary>The offer's form shows sections by rule set; none hides a column that the other rule set reads.</summary>
public sealed class FormSectionsTests
{
    private static readonly ILookup<string, string> ColumnsBySection = Sections().ToLookup(pair => pair.Section, pair => pair.Column);

    [Theory]
    [InlineData(RuleSetChoice.December2018, "_current")]
    [InlineData(RuleSetChoice.Current, "_2018")]
    public void A_section_of_one_rule_set_holds_nothing_the_other_reads(RuleSetChoice ruleSet, string hidden)
    {
        var read = RuleSet.Of(ruleSet).All.SelectMany(requirement => requirement.Reads).Select(column => column.Replace("rdy_offer.", "", StringComparison.Ordinal)).ToHashSet();
        var sections = ColumnsBySection.Where(section => section.Key.EndsWith(hidden, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sections);
        Assert.Empty(sections.SelectMany(section => section).Intersect(read));
    }

    private static IEnumerable<(string Section, string Column)> Sections() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "Solution/Entities/rdy_Offer/FormXml/main"))
        from section in XDocument.Load(file).Descendants("section")
        let name = (string)section.Attribute("name")!
        where Regex.IsMatch(name, "_(2018|current)$")
        from control in section.Descendants("control")
        let column = (string?)control.Attribute("datafieldname")
        where column != null
        select (name, column);
}
