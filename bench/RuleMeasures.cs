using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Tests.Cases;

namespace Bench;

/// <summary>The rules on a complete offer and on an empty one.</summary>
internal static class RuleMeasures
{
    public static IEnumerable<Measure> All()
    {
        yield return new("Full evaluation of an offer with 13 children (1 trial, 2 links, 10 assets), fingerprints included", "under 50 µs with 10 children", () => Evaluation(Offers.Complete()));
        yield return new("Full evaluation of an empty offer", "", () => Evaluation(new OfferFacts()));
    }

    private static string Evaluation(OfferFacts offer)
    {
        var rules = RuleSet.December2018.All.Count;
        var (median, best) = Clock.Of(() => OfferEvaluation.Of(offer));
        return FormattableString.Invariant(
            $"{median.TotalMicroseconds:0.0} µs (best {best.TotalMicroseconds:0.0} µs), {rules / median.TotalSeconds:#,0} rules/s");
    }
}
