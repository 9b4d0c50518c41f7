using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>What has to be the same on every runtime: the sums of an evaluation, fingerprints, and the texts of both languages.</summary>
public static class EvaluationCases
{
    public static IEnumerable<(string Name, Action Run)> All() => new (string, Action)[]
    {
        ("evaluation of a complete offer", () => Same("NeedsReview 30 50", Sums(OfferEvaluation.Of(Offers.Complete())))),
        ("evaluation of an empty offer", () => Same("NotReady 61 0", Sums(OfferEvaluation.Of(new OfferFacts())))),
        ("fingerprint of an item", () => Same("111622a5d64bef96cbb03c6af09b6d75ff420c5979ce742feca712e9b9a603c2", Item("D365-18-T-01").Fingerprint)),
        ("a sentence in English", () => Same("The measured uptime is 99.95 %; the measuring window in days is 30.", Texts.Render(Item("D365-18-T-07").Verdict.Reason, 1033))),
        ("a sentence in Swedish", () => Same("Den uppmätta drifttiden är 99.95 %; mätperioden i dagar är 30.", Texts.Render(Item("D365-18-T-07").Verdict.Reason, 1053))),
    };

    private static EvaluatedItem Item(string key) =>
        OfferEvaluation.Of(Offers.Complete()).Items.Single(item => item.Requirement.Key == key);

    private static string Sums(OfferEvaluation evaluation) =>
        evaluation.Readiness + " " + evaluation.OpenItems + " " + evaluation.Score;

    private static void Same(string expected, string actual)
    {
        if (expected != actual)
            throw new InvalidOperationException("expected " + expected + "\nactual   " + actual);
    }
}
