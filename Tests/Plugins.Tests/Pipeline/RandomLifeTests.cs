using System.Globalization;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;
using Sandbox;

namespace Plugins.Tests.Pipeline;

/// <summary>Whatever is saved, judged, waited for or switched, in whatever order: what is stored is what a fresh evaluation says.</summary>
public sealed class RandomLifeTests
{
    private const int Steps = 45;

    private static readonly string?[] Addresses = [null, "https://contoso.com/help", "https://fabrikam.com/a", "https://contoso.com/terms?x=1"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stored_items_equal_a_fresh_evaluation_after_every_step(int seed)
    {
        var life = new Life(seed);
        using (life.Organization)
        {
            for (var number = 1; number <= Steps; number++)
            {
                var what = await life.Step();
                life.Check($"seed {seed}, step {number}: {what}");
            }

            Assert.True(life.Turned > 20, $"Only {life.Turned} items turned: the steps do not do much.");
        }
    }

    private sealed class Life
    {
        private readonly Random _random;
        private readonly MovableClock _clock = MovableClock.StandingAt(new DateTimeOffset(2027, 3, 3, 8, 0, 0, TimeSpan.Zero));
        private readonly List<Guid> _offers = [];
        private readonly List<(string Table, Guid Id)> _children = [];
        private readonly List<Guid> _requirements = [];

        public Life(int seed)
        {
            _random = new Random(seed);
            Organization = new TestOrganization(options => options with { Clock = _clock });
            _offers.Add(Organization.CreateOffer());
            _offers.Add(Organization.CreateOffer((Offer.RuleSet, Option(RuleSetChoice.Current))));
        }

        public TestOrganization Organization { get; }

        public int Turned => Organization.Query(StoredChange.Table).Count;

        public async Task<string> Step()
        {
            _clock.Move(TimeSpan.FromSeconds(1 + _random.Next(3600)));
            Sweep();
            var offer = Pick(_offers);
            try
            {
                switch (_random.Next(12))
                {
                    case 0 or 1 or 2:
                        Organization.Update(Offer.Table, offer, Value(), Value(), Value());
                        return "save of the offer";
                    case 3 or 4:
                        var table = Pick([Trial.Table, SupportLink.Table, Plan.Table, MarketingAsset.Table]);
                        _children.Add((table, Organization.CreateChild(table, offer, [.. ChildValues(table)])));
                        return "new " + table;
                    case 5 when _children.Count > 0:
                        var changed = Pick(_children);
                        Organization.Update(changed.Table, changed.Id, [.. ChildValues(changed.Table)]);
                        return "save of " + changed.Table;
                    case 6 when _children.Count > 0:
                        var gone = Pick(_children);
                        _children.Remove(gone);
                        if (_random.Next(2) == 0)
                            Organization.Delete(gone.Table, gone.Id);
                        else
                            Organization.Update(gone.Table, gone.Id, ("statecode", new OptionSetValue(1)), ("statuscode", new OptionSetValue(2)));
                        return "end of " + gone.Table;
                    case 7 or 8:
                        return Judge(offer);
                    case 9:
                        _clock.Move(TimeSpan.FromHours(_random.Next(1, 24 * 60)));
                        Sweep();
                        return "passing of time";
                    case 10:
                        Organization.Update(Offer.Table, offer, (Offer.RuleSet, Option(Pick([RuleSetChoice.December2018, RuleSetChoice.Current]))));
                        return "switch of the rule set";
                    default:
                        ChangeRequirements();
                        await Organization.Organization.Async.DrainAsync();
                        Sweep();
                        return "own requirements";
                }
            }
            catch (OrganizationFault fault)
            {
                return "refusal: " + fault.Message;
            }
        }

        public void Check(string after)
        {
            foreach (var offer in _offers)
            {
                var fresh = FreshEvaluation.Of(Organization.Organization, offer);
                var stored = Organization.Items(offer).Values.Where(item => item.GetAttributeValue<OptionSetValue>(ChecklistItem.StateCode).Value == 0).Select(Describe).Order();
                Assert.True(fresh.Items.Select(Describe).Order().SequenceEqual(stored), after + Environment.NewLine
                    + string.Join(Environment.NewLine, fresh.Items.Select(Describe).Except(stored).Concat(stored.Except(fresh.Items.Select(Describe)))));
                var row = Organization.Read(Offer.Table, offer);
                Assert.Equal(
                    (after, fresh.Score, fresh.OpenItems, (int)fresh.Readiness, fresh.RuleSetVersion),
                    (after, (int)row[Offer.Score], (int)row[Offer.OpenItems], row.GetAttributeValue<OptionSetValue>(Offer.Readiness).Value, (string)row[Offer.RuleSetVersion]));
            }
        }

        private static string Describe(EvaluatedItem item) => string.Join(
            "|", item.Requirement.Key, (int)item.Verdict.Kind, (int)item.Status, item.IsOpen, item.Verdict.Reason.Key, item.Judgement?.Id, item.IsJudgementVoid,
            item.WaivedUntil?.ToString("d", CultureInfo.InvariantCulture), item.RuleSetVersion, item.Sequence, (int)item.Requirement.Severity, (int)item.Requirement.Group,
            Texts.Render(item.Requirement.Title, Texts.English), Texts.Render(item.Verdict.Reason, Texts.English), item.Verdict.Fix == null ? null : Texts.Render(item.Verdict.Fix, Texts.English),
            item.Verdict.Target.Table, item.Verdict.Target.RecordId, item.Verdict.Target.Column, item.Judgement?.Note, item.AppliesFrom);

        private static string Describe(Entity item) => string.Join(
            "|", item[ChecklistItem.Key], Option(item, ChecklistItem.Verdict), Option(item, ChecklistItem.Status), item[ChecklistItem.IsOpen],
            item[ChecklistItem.ReasonKey], item.GetAttributeValue<string>(ChecklistItem.JudgementId), item[ChecklistItem.JudgementVoid],
            item.GetAttributeValue<DateTime?>(ChecklistItem.WaivedUntil)?.ToString("d", CultureInfo.InvariantCulture), item[ChecklistItem.RuleSetVersion], item[ChecklistItem.Sequence], Option(item, ChecklistItem.Severity), Option(item, ChecklistItem.Group),
            item[ChecklistItem.Name], item[ChecklistItem.Reason], item.GetAttributeValue<string>(ChecklistItem.Fix),
            item[ChecklistItem.TargetTable], item.GetAttributeValue<string>(ChecklistItem.TargetId), item.GetAttributeValue<string>(ChecklistItem.TargetColumn),
            item.GetAttributeValue<string>(ChecklistItem.JudgedNote), item.GetAttributeValue<DateTime?>(ChecklistItem.AppliesFrom));

        private static int Option(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column).Value;

        private static OptionSetValue Option(Enum value) => new(Convert.ToInt32(value, CultureInfo.InvariantCulture));

        private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

        private OptionSetValue? YesOrNo() => _random.Next(3) switch { 0 => null, 1 => Option(YesNo.Yes), _ => Option(YesNo.No) };

        private (string, object?) Value() => _random.Next(14) switch
        {
            0 => (Offer.PrivacyUrl, Pick(Addresses)),
            1 => (Offer.Summary, Pick([null, "Fleet management for everybody", new string('x', 120)])),
            2 => (Offer.BusinessProcess, Pick([null, "Fleet management"])),
            3 => (Offer.TargetAudience, Pick([null, "Fleet managers"])),
            4 => (Offer.SignInMethod, Option(Pick([SignInMethod.WorkAccount, SignInMethod.PersonalAccount]))),
            5 => (Offer.UptimeMeasured, Pick(new object?[] { null, 99.95m, 98m })),
            6 => (Offer.UptimeWindow, Pick(new object?[] { null, 30 })),
            7 => (Offer.InstallTestedOn, Pick(new object?[] { null, _clock.GetUtcNow().UtcDateTime.Date.AddDays(-_random.Next(400)) })),
            8 => (Offer.IsvAgreement, YesOrNo()),
            9 => (Offer.AppType, Option(Pick([AppType.Free, AppType.Trial, AppType.ContactMe]))),
            10 => (Offer.Description, Pick([null, "<p>Fleet</p>", "<script>x</script>"])),
            11 => (Offer.UsesThirdParty, YesOrNo()),
            12 => (Offer.ReleaseDate, _clock.GetUtcNow().UtcDateTime.Date.AddDays(_random.Next(-30, 60))),
            _ => (Offer.Keywords, Pick([null, "fleet\ncars", "a\nb\nc\nd"])),
        };

        private IEnumerable<(string, object?)> ChildValues(string table)
        {
            switch (table)
            {
                case Trial.Table:
                    yield return (Trial.Kind, Option(Pick([TrialKind.FreeTrial, TrialKind.TestDrive, TrialKind.GetItNow])));
                    yield return (Trial.Url, Pick(Addresses));
                    yield return (Trial.Period, _random.Next(1, 60));
                    yield return (Trial.PeriodUnit, Option(PeriodUnit.Days));
                    yield return (Trial.AppKeyExpires, _clock.GetUtcNow().UtcDateTime.Date.AddDays(_random.Next(-5, 40)));
                    break;
                case SupportLink.Table:
                    yield return (SupportLink.Purpose, Option(Pick([LinkPurpose.Support, LinkPurpose.Help])));
                    yield return (SupportLink.Url, Pick(Addresses));
                    break;
                case Plan.Table:
                    yield return (Plan.MarketplaceId, Pick([null, "basic", "premium"]));
                    yield return (Plan.PriceMonthly, (decimal)_random.Next(0, 50));
                    break;
                default:
                    yield return (MarketingAsset.Kind, Option(Pick([AssetKind.Screenshot, AssetKind.Video])));
                    yield return (MarketingAsset.Url, Pick(Addresses));
                    break;
            }
        }

        private string Judge(Guid offer)
        {
            var items = Organization.Items(offer).Values.Where(item => Option(item, ChecklistItem.Verdict) is (int)VerdictKind.Undecided or (int)VerdictKind.NotMet).ToArray();
            var key = (string)Pick(items)[ChecklistItem.Key];
            var verdict = Pick([JudgementVerdict.Confirmed, JudgementVerdict.Rejected, JudgementVerdict.Waived, JudgementVerdict.Waived]);
            Organization.Create(
                Judgement.Table,
                (Judgement.OfferId, new EntityReference(Offer.Table, offer)),
                (Judgement.Key, key),
                (Judgement.Verdict, Option(verdict)),
                (Judgement.Note, "Looked at it."),
                (Judgement.EndsOn, verdict == JudgementVerdict.Waived ? _clock.GetUtcNow().UtcDateTime.Date.AddDays(_random.Next(0, 60)) : null));
            return $"{verdict} of {key}";
        }

        private void ChangeRequirements()
        {
            if (_requirements.Count > 1)
            {
                Organization.Delete(OwnRequirement.Table, _requirements[0]);
                _requirements.RemoveAt(0);
                return;
            }

            _requirements.Add(Organization.Create(
                OwnRequirement.Table,
                (OwnRequirement.Key, "TEAM-" + _random.Next(100000).ToString(CultureInfo.InvariantCulture)),
                (OwnRequirement.Name, "A rule of ours"),
                (OwnRequirement.Scope, Option(Pick([RequirementScope.All, RequirementScope.December2018, RequirementScope.Current]))),
                (OwnRequirement.Severity, Option(Pick([Severity.Blocking, Severity.Advice]))),
                (OwnRequirement.Test, Option(Pick([RequirementTest.Person, RequirementTest.Required]))),
                (OwnRequirement.TestedTable, Offer.Table),
                (OwnRequirement.TestedColumn, Offer.Summary),
                (OwnRequirement.AppliesFrom, Pick(new object?[] { null, _clock.GetUtcNow().UtcDateTime.Date.AddDays(_random.Next(40)) }))));
        }

        private void Sweep()
        {
            while ((bool)Organization.Execute(new OrganizationRequest(CustomApi.SweepOffers))[CustomApi.Remaining])
            {
            }
        }
    }
}
