using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Samples;

/// <summary>The two samples under both rule sets, from their files to the checklist.</summary>
public sealed class SampleTests
{
    private static readonly DateTime Now = new(2026, 2, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(RuleSetChoice.December2018)]
    [InlineData(RuleSetChoice.Current)]
    public void Own_listing_fails_nowhere_and_leaves_only_what_people_and_probes_settle(RuleSetChoice ruleSet)
    {
        var items = OfferEvaluation.Of(SampleOffer.Read("dataverse-readiness", ruleSet, Now)).Items;

        None(items.Where(item => item.Verdict.Kind == VerdictKind.NotMet));
        None(items.Where(item => item.Verdict.Kind == VerdictKind.Undecided && item.Requirement.DecidedBy == DecidedBy.Software));
    }

    [Theory]
    [InlineData(RuleSetChoice.December2018, "first-submission")]
    [InlineData(RuleSetChoice.Current, "first-submission.current")]
    public void First_submission_fails_where_real_ones_do(RuleSetChoice ruleSet, string approved)
    {
        var offer = SampleOffer.Read("first-submission", ruleSet, Now);

        var items = OfferEvaluation.Of(offer).Items;

        var findings = offer.Package!.Findings.Select(finding => $"{finding.Part}: {Texts.Render(finding.Message, Texts.English)}");
        Repository.AssertCurrent(
            $"Tests/Rules.Tests/Samples/{approved}.approved.txt",
            $"Not met\n{Report(items.Where(item => item.Verdict.Kind == VerdictKind.NotMet))}\n\nThe rest\n" +
            $"{Report(items.Where(item => item.Verdict.Kind != VerdictKind.NotMet))}\n\nFindings in the package\n{string.Join("\n", findings)}\n");
    }

    [Theory]
    [InlineData("dataverse-readiness")]
    [InlineData("first-submission")]
    public void Pictures_are_intact_whatever_their_size(string sample)
    {
        var pictures = Directory.EnumerateFiles(SampleOffer.PathOf(sample), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".png" or ".jpg").ToList();

        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(ImageInspector.Inspect(File.ReadAllBytes(picture)).IsIntact, picture));
    }

    private static void None(IEnumerable<EvaluatedItem> items)
    {
        var report = Report(items);
        Assert.True(report.Length == 0, report);
    }

    private static string Report(IEnumerable<EvaluatedItem> items) =>
        string.Join("\n", items.Select(item => $"{item.Requirement.Key} {item.Verdict.Kind}: {Texts.Render(item.Verdict.Reason, Texts.English)}"));
}
