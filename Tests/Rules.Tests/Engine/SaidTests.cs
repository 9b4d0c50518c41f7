using System.Text;
using System.Xml.Linq;

namespace DataverseReadiness.Rules.Tests.Engine;

/// <summary>The sentences of the engine, as they read.</summary>
public sealed class SaidTests
{
    [Fact]
    public void The_sentences_of_the_engine_read_as_approved()
    {
        var sentences = new StringBuilder();
        foreach (var key in Keys())
        {
            foreach (var (language, name) in new[] { (Texts.English, "en"), (Texts.Swedish, "sv") })
            {
                var text = Texts.Render(new Message(key, Arguments(key)), language);
                Assert.DoesNotContain("$", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\{\d\}", text);
                sentences.Append(name == "en" ? key + "\n" : "").Append("  ").Append(name).Append(' ').Append(text).Append('\n');
            }
        }

        Repository.AssertCurrent("Tests/Rules.Tests/Engine/Sentences.approved.txt", sentences.ToString());
    }

    [Fact]
    public void Every_sentence_of_the_engine_is_said_somewhere()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Plugins/DataverseReadiness.Rules"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).ToList();

        Assert.All(Keys().Where(key => !key.StartsWith("table.", StringComparison.Ordinal)), key =>
            Assert.Contains(sources, source => source.Contains('"' + key + '"', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_message_can_be_an_argument_of_another_one()
    {
        var outer = new Message("team.advice", "$column.fill\u001f$column.rdy_offer.rdy_name", "Ask Ada.");

        Assert.Equal("Fill in the column 'Name'. Ask Ada.".Split(' ')[^1], Texts.Render(outer, Texts.English).Split(' ')[^1]);
        Assert.Contains("'Name'", Texts.Render(outer, Texts.English), StringComparison.Ordinal);
        Assert.Contains("'Namn'", Texts.Render(outer, Texts.Swedish), StringComparison.Ordinal);
        Assert.Equal("$no.such\u001fa b", Texts.Render(new Message("team.advice", "$no.such\u001fa", "b"), Texts.English));
    }

    private static IEnumerable<string> Keys() =>
        XDocument.Load(Path.Combine(Repository.Root, "Plugins/DataverseReadiness.Rules/EvaluationTexts.resx")).Descendants("data").Select(data => (string)data.Attribute("name")!);

    private static string[] Arguments(string key) => key switch
    {
        _ when key.StartsWith("uptime.record", StringComparison.Ordinal) => ["99.900", "2019-01-01", "2019-01-31", "43.2", "43.2", "99.9"],
        _ when key.StartsWith("probe.other", StringComparison.Ordinal) => ["https://contoso.com/new", "2019-02-28", "https://contoso.com/old"],
        _ when key.StartsWith("probe.", StringComparison.Ordinal) => ["https://contoso.com", "2019-02-28", "7"],
        "judgement.settled" => ["D365-18-T-01", "$choice.VerdictKind.Met"],
        _ when key.StartsWith("judgement.past", StringComparison.Ordinal) || key == "judgement.long" => ["2020-03-01", "365", "2020-02-29"],
        _ when key.StartsWith("judgement.", StringComparison.Ordinal) => ["D365-18-T-01"],
        "team.advice" => ["$column.fill\u001f$column.rdy_offer.rdy_name", "Ask Ada."],
        "team.none" => ["$table.rdy_plan"],
        _ when key.StartsWith("team.", StringComparison.Ordinal) && Texts.Find(key, Texts.English)!.Contains("'{1}'", StringComparison.Ordinal) => ["$column.rdy_offer.rdy_name", "Contoso", "Fabrikam"],
        _ => ["$column.rdy_offer.rdy_name", "3", "5"],
    };
}
