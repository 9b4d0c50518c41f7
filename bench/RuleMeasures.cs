using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Tests.Cases;

namespace Bench;

/// <summary>The rules on a complete offer and on an empty one.</summary>
internal static class RuleMeasures
{
    public static IEnumerable<Measure> All()
    {
        yield return new("Full evaluation of an offer with 13 children (1 trial, 2 links, 10 assets)", "under 50 µs with 10 children", () => Evaluation(Offers.Complete()));
        yield return new("Full evaluation of an offer with 40 children under today's rules, with probes and 20 own requirements", "under 200 µs", () => Evaluation(Large()));
        yield return new("Full evaluation of the same, each undecided item confirmed", "", () => Evaluation(Confirmed(Large())));
        yield return new("Full evaluation of an empty offer", "", () => Evaluation(new OfferFacts()));
    }

    private static string Evaluation(OfferFacts offer)
    {
        var rules = OfferEvaluation.Of(offer).Items.Count;
        var (median, best) = Clock.Of(() => OfferEvaluation.Of(offer));
        return FormattableString.Invariant(
            $"{median.TotalMicroseconds:0.0} µs (best {best.TotalMicroseconds:0.0} µs), {rules / median.TotalSeconds:#,0} rules/s");
    }

    private static OfferFacts Confirmed(OfferFacts offer)
    {
        offer.Judgements =
        [
            .. OfferEvaluation.Of(offer).Items.Where(item => item.Verdict.Kind == VerdictKind.Undecided).Select(item => new JudgementFact
            {
                Key = item.Requirement.Key, Verdict = JudgementVerdict.Confirmed, Fingerprint = item.Fingerprint, JudgedOn = offer.Now,
            }),
        ];
        return offer;
    }

    private static OfferFacts Large()
    {
        var offer = Offers.Complete().Under(RuleSetChoice.Current);
        offer.SupportLinks = [.. offer.SupportLinks, .. Numbers(8).Select(id => new SupportLinkFact { Id = id, Name = "More", Purpose = LinkPurpose.LearnMore, Url = "https://contoso.com/more" })];
        offer.Assets = [.. offer.Assets, .. Numbers(9).Select(id => new AssetFact { Id = id, Name = "Screen", Kind = AssetKind.Screenshot, Inspection = InspectionState.Inspected, Format = "PNG", Width = 1280, Height = 720, Sha256 = "a" })];
        offer.Trials = [.. offer.Trials, .. Numbers(5).Select(id => new TrialFact { Id = id, Name = "Drive", Kind = TrialKind.TestDrive, Period = 4, PeriodUnit = PeriodUnit.Hours })];
        offer.Plans = [.. Numbers(5).Select(id => new PlanFact { Id = id, Name = "Plan", MarketplaceId = "plan" })];
        offer.TeamRequirements = [.. Numbers(20).Select((id, number) => new TeamRequirementFact { Id = id, Key = "TEAM-" + number, Name = "Ours", Test = RequirementTest.Required, Table = "rdy_offer", Column = "rdy_name" })];
        offer.Probes =
        [
            .. ProbePlan.Of(offer).Select(address => new ProbeFact
            {
                Target = address.Target.ToString(), Kind = address.Kind, Url = address.Url, Outcome = ProbeOutcome.Reached, Status = 200, CheckedOn = offer.Now,
            }),
        ];
        return offer;
    }

    private static IEnumerable<Guid> Numbers(int count) => Enumerable.Range(1, count).Select(number => new Guid(number, 0, 0, new byte[8]));
}
