using System.Globalization;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Cli.Tests.Input;

/// <summary>The command decides of a folder what the app decides after loading it: every item, to the letter.</summary>
public sealed class SameVerdictsTests
{
    private static readonly DateTime Now = new(2026, 2, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Of_both_samples_under_both_rule_sets()
    {
        using var sandbox = new LoadedOrganization(Repository.PathOf("Samples"), Now);
        await Settle(sandbox);
        string[] samples = ["dataverse-readiness", "first-submission"];
        var offers = samples.SelectMany(sample => Read(Repository.PathOf("Samples", sample))).ToList();
        Assert.Equal(4, offers.Count);
        foreach (var offer in offers) AssertSame(sandbox, offer);

        foreach (var offer in offers)
        {
            var other = OfferEvaluation.Of(offer.Facts(Now)).RuleSet == RuleSet.Current ? RuleSetChoice.December2018 : RuleSetChoice.Current;
            sandbox.Execute(new UpdateRequest { Target = new Entity(Offer.Table, offer.Id) { [Offer.RuleSet] = new OptionSetValue((int)other) } });
            await Settle(sandbox);
            offer.Row[Offer.RuleSet] = new OptionSetValue((int)other);
            AssertSame(sandbox, offer);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Of_generated_offers(int seed)
    {
        using var root = new TemporaryFolder();
        var folder = Path.Combine(root.Path, "offers");
        new GeneratedFolder(seed, Now).Write(folder);
        using var sandbox = new LoadedOrganization(root.Path, Now);
        await Settle(sandbox);
        var offers = Read(folder);
        Assert.Equal(GeneratedFolder.Offers, offers.Count);
        foreach (var offer in offers) AssertSame(sandbox, offer);
    }

    private static IReadOnlyList<SubmittedOffer> Read(string folder)
    {
        var read = OfferFolder.Read(folder, Now, Texts.English, default);
        Assert.Equal([], read.Problems.Select(problem => problem.ToString()));
        return read.Offers;
    }

    // Nobody answers at the addresses of these offers, and that is not what is compared: what a probe stored is taken away, and the
    // offer evaluated as it would be before anybody was asked.
    private static async Task Settle(LoadedOrganization sandbox)
    {
        await sandbox.Organization.Async.DrainAsync();
        foreach (var probe in sandbox.Query(StoredProbe.Table)) sandbox.Execute(new DeleteRequest { Target = probe.ToEntityReference() });
        foreach (var offer in sandbox.Query(Offer.Table)) sandbox.Execute(new OrganizationRequest("rdy_EvaluateOffer") { ["Target"] = offer.ToEntityReference() });
    }

    private static void AssertSame(LoadedOrganization sandbox, SubmittedOffer offer)
    {
        var evaluation = OfferEvaluation.Of(offer.Facts(Now));
        var stored = sandbox.Query(ChecklistItem.Table, ChecklistItem.OfferId, offer.Id)
            .Where(item => item.GetAttributeValue<OptionSetValue>(ChecklistItem.StateCode).Value == 0).Select(Describe).Order(StringComparer.Ordinal).ToList();
        var decided = evaluation.Items.Select(Describe).Order(StringComparer.Ordinal).ToList();
        Assert.True(stored.SequenceEqual(decided), string.Join("\n", decided.Except(stored).Select(line => "command " + line).Concat(stored.Except(decided).Select(line => "sandbox " + line)).Take(20)));

        var row = sandbox.Query(Offer.Table, Offer.Id, offer.Id).Single();
        Assert.Equal(
            (evaluation.Score, evaluation.OpenItems, (int)evaluation.Readiness, evaluation.RuleSetVersion),
            ((int)row[Offer.Score], (int)row[Offer.OpenItems], row.GetAttributeValue<OptionSetValue>(Offer.Readiness).Value, (string)row[Offer.RuleSetVersion]));
    }

    private static string Describe(EvaluatedItem item) => string.Join(
        "|", item.Requirement.Key, item.Sequence, (int)item.Verdict.Kind, (int)item.Status, item.IsOpen, item.Verdict.Reason.Key,
        Texts.Render(item.Requirement.Title, Texts.English), Texts.Render(item.Verdict.Reason, Texts.English), item.Verdict.Fix is null ? null : Texts.Render(item.Verdict.Fix, Texts.English),
        item.Verdict.Target.Table, item.Verdict.Target.RecordId, item.Verdict.Target.Column, (int)item.Requirement.Severity, (int)item.Requirement.Group,
        item.RuleSetVersion, item.Judgement?.Note, item.IsJudgementVoid, Day(item.WaivedUntil), Day(item.AppliesFrom), Day(item.EndsOn));

    private static string Describe(Entity item) => string.Join(
        "|", item[ChecklistItem.Key], item[ChecklistItem.Sequence], Option(item, ChecklistItem.Verdict), Option(item, ChecklistItem.Status), item[ChecklistItem.IsOpen], item[ChecklistItem.ReasonKey],
        item[ChecklistItem.Name], item[ChecklistItem.Reason], item.GetAttributeValue<string>(ChecklistItem.Fix),
        item[ChecklistItem.TargetTable], item.GetAttributeValue<string>(ChecklistItem.TargetId), item.GetAttributeValue<string>(ChecklistItem.TargetColumn), Option(item, ChecklistItem.Severity), Option(item, ChecklistItem.Group),
        item[ChecklistItem.RuleSetVersion], item.GetAttributeValue<string>(ChecklistItem.JudgedNote), item[ChecklistItem.JudgementVoid],
        Day(item.GetAttributeValue<DateTime?>(ChecklistItem.WaivedUntil)), Day(item.GetAttributeValue<DateTime?>(ChecklistItem.AppliesFrom)), Day(item.GetAttributeValue<DateTime?>(ChecklistItem.EndsOn)));

    private static int Option(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column).Value;

    private static string? Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
