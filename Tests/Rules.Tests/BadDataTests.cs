using System.Collections;
using System.Diagnostics;
using System.Reflection;
using CsCheck;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests;

/// <summary>Whatever the rows hold, an evaluation ends with a verdict for every requirement, and soon.</summary>
public sealed class BadDataTests
{
    private static readonly string?[] BadTexts =
    [
        null, "", " ", "\r\n\n", "a", "0", "-1", "<p>", "</p>", "<", "<!--", "&amp;&#x110000;&", "javascript:alert(1)", "https://", "https://user:pw@host/",
        "https://contoso.com/x", "http://127.0.0.1:99999/", "https://xn--/", "@", "a@b", "a@b.c", "{00000000-0000-0000-0000-000000000000}", "$", "$choice.AppType.Free",
        "{0}", "\uD800", "\uDC00\uD800", "x\0y", "name; licence\n;\nname;", "https://x.blob.core.windows.net/?sp=r&se=9999-99-99&sig=&sr=b", "1.2.3.4.5", "\uFEFF", "å\u0301\u202E",
    ];

    [Fact]
    public void No_offer_makes_a_rule_throw() =>
        Gen.Int.Sample(
            seed =>
            {
                var offer = (OfferFacts)Fill(typeof(OfferFacts), new Random(seed));
                offer.RuleSet = seed % 2 == 0 ? RuleSetChoice.Current : RuleSetChoice.December2018;
                var evaluation = OfferEvaluation.Of(offer);
                foreach (var item in evaluation.Items)
                {
                    Assert.Equal(item.Verdict.Kind is VerdictKind.Undecided or VerdictKind.NotMet ? 64 : 0, item.Fingerprint.Length);
                    foreach (var message in new[] { item.Verdict.Reason, item.Verdict.Fix }.OfType<Message>())
                    {
                        Assert.InRange(Texts.Render(message, Texts.English).Length, 1, 4000);
                        Assert.All(message.Arguments, argument => Assert.InRange(argument.Length, 0, 2000));
                    }
                }

                Assert.InRange(evaluation.Score, 0, 100);
            },
            iter: 2000);

    [Theory]
    [InlineData("<p>")]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("</")]
    [InlineData("<!--")]
    [InlineData("&")]
    [InlineData("a@")]
    [InlineData("\n;x")]
    [InlineData("\uD800")]
    [InlineData(" ")]
    [InlineData("9.")]
    [InlineData("aaaaaaaaab")]
    public void A_megabyte_in_every_column_is_read_in_linear_time(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, (1 << 20) / pattern.Length));
        var offer = TextIn(
            new OfferFacts
            {
                TestDrive = YesNo.Yes,
                SellThroughMicrosoft = YesNo.Yes,
                AddsServiceAccount = YesNo.Yes,
                PackageInspection = InspectionState.Inspected,
                Package = new PackageFacts { Solutions = [new PackageSolution { Version = "1.0", ServicePlans = { "a" } }], Input = new Dictionary<string, string> { ["SupportedCountries"] = text } },
                Plans = [TextIn(new PlanFact { Visibility = PlanVisibility.Private }, text)],
                Trials = [TextIn(new TrialFact { Kind = TrialKind.TestDrive }, text)],
                Assets = [TextIn(new AssetFact { Kind = AssetKind.Video }, text)],
                SupportLinks = [TextIn(new SupportLinkFact { Purpose = LinkPurpose.Support }, text)],
            },
            text);

        var watch = Stopwatch.StartNew();
        foreach (var ruleSet in RuleSet.Every)
        {
            offer.RuleSet = ruleSet.Choice;
            Assert.All(OfferEvaluation.Of(offer).Items, item => Assert.All(item.Verdict.Reason.Arguments, argument => Assert.InRange(argument.Length, 0, 2000)));
        }

        // Anything quadratic would take hours; the bound leaves room for a busy machine.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 120);
    }

    [Fact]
    public void Five_hundred_children_are_evaluated_in_linear_time()
    {
        var random = new Random(1);
        var offer = new OfferFacts
        {
            Trials = [.. Enumerable.Range(0, 500).Select(_ => (TrialFact)Fill(typeof(TrialFact), random))],
            Assets = [.. Enumerable.Range(0, 500).Select(_ => (AssetFact)Fill(typeof(AssetFact), random))],
            SupportLinks = [.. Enumerable.Range(0, 500).Select(_ => (SupportLinkFact)Fill(typeof(SupportLinkFact), random))],
            Plans = [.. Enumerable.Range(0, 500).Select(_ => (PlanFact)Fill(typeof(PlanFact), random))],
        };

        var watch = Stopwatch.StartNew();
        foreach (var ruleSet in RuleSet.Every)
        {
            offer.RuleSet = ruleSet.Choice;
            OfferEvaluation.Of(offer);
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 40);
    }

    private static T TextIn<T>(T facts, string text)
    {
        foreach (var field in FieldsOf(typeof(T)).Where(field => field.FieldType == typeof(string)))
            field.SetValue(facts, text);
        return facts;
    }

    private static object Fill(Type type, Random random)
    {
        var facts = Activator.CreateInstance(type)!;
        foreach (var field in FieldsOf(type))
        {
            var value = Value(field.FieldType, random);
            if (value is not null)
                field.SetValue(facts, value);
        }

        return facts;
    }

    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance);
        Assert.NotEmpty(fields);
        return fields;
    }

    private static object? Value(Type type, Random random)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain != type && random.Next(4) == 0)
            return null;
        if (plain == typeof(string))
            return BadTexts[random.Next(BadTexts.Length)];
        if (plain.IsEnum)
            return Enum.ToObject(plain, 847360000 + random.Next(-1, 14));
        if (plain == typeof(int))
            return new[] { int.MinValue, -1, 0, 1, 2, 25, 1280, int.MaxValue }[random.Next(8)];
        if (plain == typeof(long))
            return (long)random.Next();
        if (plain == typeof(decimal))
            return new[] { decimal.MinValue, -0.001m, 0m, 99.899m, 99.9m, 100.0000001m, decimal.MaxValue }[random.Next(7)];
        if (plain == typeof(DateTime))
            return new[] { DateTime.MinValue, new DateTime(2019, 7, 12), DateTime.MaxValue }[random.Next(3)];
        if (plain == typeof(Guid))
            return Guid.Empty;
        if (plain == typeof(Message))
            return random.Next(2) == 0 ? null : new Message("no.such.key", "{0}");
        if (type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            for (var count = random.Next(6); count > 0; count--)
                list.Add(item.IsEnum ? Value(item, random) : Fill(item, random));
            return list;
        }

        return null;
    }
}
