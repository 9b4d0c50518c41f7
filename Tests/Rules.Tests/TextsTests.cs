using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataverseReadiness.Rules.Tests.Cases;

namespace DataverseReadiness.Rules.Tests;

/// <summary>The sentences: complete in both languages, and written as our style asks for.</summary>
public sealed partial class TextsTests
{
    /// <summary>Titles, groups, labels and what stands as an argument are no sentences.</summary>
    private static readonly string[] NotSentences = ["title.", "group.", "column.rdy_", "choice.", "package.outer", "script.syntax.", "table.", "team.advice"];

    private static readonly string[] Forbidden =
        ["please", "invalid", "error occurred", "oops", "sorry", "failed to", "vänligen", "ogiltig", "var god", "tyvärr", "misslyckades"];

    public static TheoryData<string> Keys => [.. Texts.Keys(Texts.English)];

    [Fact]
    public void Both_languages_have_the_same_keys_each_once()
    {
        var english = Texts.Keys(Texts.English);

        Assert.Equal(english, Texts.Keys(Texts.Swedish));
        Assert.Equal(english.Count, english.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Both_languages_have_the_same_placeholders_counted_from_0(string key)
    {
        var english = Placeholders(Texts.Find(key, Texts.English)!);

        Assert.Equal(english, Placeholders(Texts.Find(key, Texts.Swedish)!));
        Assert.Equal(Enumerable.Range(0, english.Count), english);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_blames_nobody_and_is_a_whole_sentence(string key)
    {
        foreach (var language in new[] { Texts.English, Texts.Swedish })
        {
            var text = Texts.Find(key, language)!;
            Assert.Equal(text.Trim(), text);
            Assert.DoesNotContain("!", text.Replace("<!", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.All(Forbidden, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
            if (key != "text" && !NotSentences.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
                Assert.EndsWith(".", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_fix_starts_with_a_verb()
    {
        string[] english =
        [
            "Activate", "Add", "Answer", "Ask", "Bring", "Build", "Change", "Check", "Choose", "Commit", "Compare", "Compile", "Complete", "Convert",
            "Correct", "Create", "Describe", "Enter", "Export", "Fill", "Fix", "Get", "Give", "Hold", "Install", "Judge", "Keep", "Let", "List", "Move",
            "Open", "Put", "Raise", "Read", "Register", "Remove", "Replace", "Review", "Run", "Set", "Sign", "Split", "Submit", "Take", "Test", "Upload", "Use",
            "Wait", "Write",
        ];
        var fixes = Texts.Keys(Texts.English).Where(key =>
            key.StartsWith("fix.", StringComparison.Ordinal) || key.StartsWith("settle.", StringComparison.Ordinal) || key.EndsWith(".fix", StringComparison.Ordinal));

        foreach (var key in fixes)
            Assert.Contains(Texts.Find(key, Texts.English)!.Split(' ')[0], english);
    }

    [Theory]
    [InlineData(Texts.English)]
    [InlineData(Texts.Swedish)]
    public void What_a_fix_tells_to_choose_is_named_as_on_the_form(int language)
    {
        var keys = Texts.Keys(language);
        var labels = keys
            .Where(key => key.StartsWith("column.rdy_", StringComparison.Ordinal) || key.StartsWith("choice.", StringComparison.Ordinal))
            .Select(key => Texts.Find(key, language)!)
            .ToHashSet();
        var fixes = keys.Where(key => key.StartsWith("fix.", StringComparison.Ordinal) || key.EndsWith(".fix", StringComparison.Ordinal));

        foreach (var quoted in fixes.SelectMany(key => Quoted().Matches(Texts.Find(key, language)!)).Select(match => match.Groups[1].Value))
            Assert.Contains(quoted, labels);
    }

    [Fact]
    public void Every_sentence_of_the_rules_occurs_in_a_case()
    {
        var said = RuleCases.Table().Select(item => item.Evaluate())
            .SelectMany(verdict => new[] { verdict.Reason.Key, verdict.Fix?.Key })
            .ToHashSet();
        var written = XDocument.Load(Path.Combine(Repository.Root, "Plugins/DataverseReadiness.Rules/Texts.resx"))
            .Descendants("data").Select(data => (string)data.Attribute("name")!)
            .Where(key => !NotSentences.Append("unchecked.").Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Empty(written.Except(said));
    }

    [Fact]
    public void The_sentences_of_all_cases_read_as_approved()
    {
        var sentences = new StringBuilder();
        var messages = RuleCases.Table().Select(item => item.Evaluate())
            .SelectMany(verdict => new[] { verdict.Reason, verdict.Fix })
            .OfType<Message>()
            .DistinctBy(message => message.ToString());
        foreach (var message in messages.OrderBy(message => message.ToString(), StringComparer.Ordinal))
        {
            sentences.Append(message).Append("\n  en ").Append(Texts.Render(message, Texts.English));
            sentences.Append("\n  sv ").Append(Texts.Render(message, Texts.Swedish)).Append('\n');
        }

        Repository.AssertCurrent("Tests/Rules.Tests/Sentences.approved.txt", sentences.ToString());
    }

    [Fact]
    public void No_sentence_of_a_case_is_left_unrendered()
    {
        foreach (var message in RuleCases.Table().Select(item => item.Evaluate()).SelectMany(verdict => new[] { verdict.Reason, verdict.Fix }).OfType<Message>())
        {
            foreach (var language in new[] { Texts.English, Texts.Swedish })
            {
                var text = Texts.Render(message, language);
                Assert.NotEqual(message.ToString(), text);
                Assert.DoesNotContain("$", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\{\d\}", message.Arguments.Any(argument => argument.Contains('{')) ? "" : text);
                Assert.InRange(text.Length, 1, 2000);
            }
        }
    }

    [Theory]
    [InlineData(Texts.English, "The column 'Name' is empty.")]
    [InlineData(Texts.Swedish, "Kolumnen 'Namn' är tom.")]
    [InlineData(1031, "The column 'Name' is empty.")]
    public void A_label_is_rendered_in_the_language_of_the_sentence(int language, string expected) =>
        Assert.Equal(expected, Texts.Render(new Message("column.empty", "$column.rdy_offer.rdy_name"), language));

    [Theory]
    [InlineData("$", "The column '$' is empty.")]
    [InlineData("$5 a month", "The column '$5 a month' is empty.")]
    [InlineData("{0} {1}", "The column '{0} {1}' is empty.")]
    [InlineData("", "The column '' is empty.")]
    public void A_value_that_looks_like_markup_of_ours_stands_as_it_is(string value, string expected) =>
        Assert.Equal(expected, Texts.Render(new Message("column.empty", value), Texts.English));

    [Fact]
    public void An_unknown_key_and_a_missing_argument_still_render()
    {
        Assert.Equal("no.such.key(a, b)", Texts.Render(new Message("no.such.key", "a", "b"), Texts.English));
        Assert.Equal("The column '' is empty.", Texts.Render(new Message("column.empty"), Texts.English));
    }

    [Fact]
    public void Several_labels_are_joined_by_commas() =>
        Assert.Equal(
            "De här kolumnerna är tomma: Namn, Apptyp.",
            Texts.Render(new Message("columns.empty", "$column.rdy_offer.rdy_name $column.rdy_offer.rdy_apptype"), Texts.Swedish));

    private static List<int> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value[0] - '0').Distinct().Order()];

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<=^|[ (])'([^'{]+)'")]
    private static partial Regex Quoted();
}
