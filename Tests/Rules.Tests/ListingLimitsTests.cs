using System.Text.Json;

namespace DataverseReadiness.Rules.Tests;

/// <summary>The listing twin marks texts at the very lengths at which the rules refuse them, and leaves out the tags that they refuse.</summary>
public sealed class ListingLimitsTests
{
    private static readonly JsonElement Limits = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "WebResources", "src", "listing", "limits.json"))).RootElement;

    public static TheoryData<RuleSetChoice, string> Fields()
    {
        var all = new TheoryData<RuleSetChoice, string>();
        foreach (var ruleSet in Enum.GetValues<RuleSetChoice>())
        {
            foreach (var field in new[] { "name", "summary", "description" })
                all.Add(ruleSet, field);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_text_of_the_twins_limit_passes_and_a_longer_one_does_not(RuleSetChoice ruleSet, string field)
    {
        var limit = Limits.GetProperty(((int)ruleSet).ToString(System.Globalization.CultureInfo.InvariantCulture)).GetProperty(field);
        var key = limit.GetProperty("key").GetString();
        var max = limit.GetProperty("max").GetInt32();
        var requirement = Assert.Single(RuleSet.Of(ruleSet).All, each => each.Key == key);

        Assert.NotEqual(VerdictKind.NotMet, requirement.Evaluate(Offer(field, new string('a', max))).Kind);
        Assert.Equal(VerdictKind.NotMet, requirement.Evaluate(Offer(field, new string('a', max + 1))).Kind);
    }

    [Theory]
    [InlineData(RuleSetChoice.December2018)]
    [InlineData(RuleSetChoice.Current)]
    public void The_twin_draws_exactly_the_tags_that_the_rules_let_pass(RuleSetChoice ruleSet)
    {
        string[] tags = ["a", "b", "blockquote", "br", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "img", "li", "ol", "p", "span", "strong", "table", "u", "ul"];
        var allowed = Limits.GetProperty(((int)ruleSet).ToString(System.Globalization.CultureInfo.InvariantCulture)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!).ToHashSet();
        var requirements = RuleSet.Of(ruleSet).All;

        var passed = tags.Where(tag =>
        {
            var offer = Offer("description", tag is "br" or "img" ? $"<p>x</p><{tag}>" : $"<p>x</p><{tag}>y</{tag}>");
            return requirements.All(requirement => !requirement.Reads.Contains("rdy_offer.rdy_description")
                || requirement.Evaluate(offer).Reason.Key != "markup.tags");
        });

        Assert.Equal(allowed.Order(StringComparer.Ordinal), passed.Order(StringComparer.Ordinal));
    }

    private static OfferFacts Offer(string field, string text) => field switch
    {
        "name" => new OfferFacts { Name = text },
        "summary" => new OfferFacts { Summary = text },
        _ => new OfferFacts { Description = text },
    };
}
