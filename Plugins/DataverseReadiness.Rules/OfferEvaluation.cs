using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>The whole checklist of an offer at one moment.</summary>
public sealed class OfferEvaluation
{
    private OfferEvaluation(RuleSet ruleSet, IReadOnlyList<EvaluatedItem> items)
    {
        RuleSet = ruleSet;
        Items = items;

        int applicable = 0, failed = 0;
        foreach (var item in items)
        {
            if (item.Requirement.Severity == Severity.Blocking && item.Status != ItemStatus.NotApplicable)
                applicable++;
            if (!item.IsOpen)
                continue;
            OpenItems++;
            if (item.Status != ItemStatus.Undecided)
                failed++;
        }

        Score = applicable == 0 ? 100 : 100 * (applicable - OpenItems) / applicable;
        Readiness = failed > 0 ? Readiness.NotReady : OpenItems > 0 ? Readiness.NeedsReview : Readiness.Ready;
    }

    public RuleSet RuleSet { get; }

    /// <summary>Every requirement of the rule set, in its order.</summary>
    public IReadOnlyList<EvaluatedItem> Items { get; }

    /// <summary>Mandatory requirements that keep the offer from being submitted.</summary>
    public int OpenItems { get; }

    /// <summary>Closed ones in a hundred of the mandatory requirements that apply, rounded down.</summary>
    public int Score { get; }

    /// <summary>Not ready when something failed, in need of review when only undecided ones are open.</summary>
    public Readiness Readiness { get; }

    /// <summary>Evaluates every requirement of the offer's rule set.</summary>
    public static OfferEvaluation Of(OfferFacts offer)
    {
        var ruleSet = RuleSet.Of(offer.RuleSet);
        var judgements = Latest(offer.Judgements);
        var items = new EvaluatedItem[ruleSet.All.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var requirement = ruleSet.All[i];
            JudgementFact? judgement = null;
            judgements?.TryGetValue(requirement.Key, out judgement);
            var verdict = requirement is RollUp sum
                ? sum.SumUp(offer, part => Find(items, part)?.Verdict ?? part.Evaluate(offer))
                : requirement.Evaluate(offer);
            items[i] = new EvaluatedItem(requirement, i + 1, verdict, judgement);
        }

        return new OfferEvaluation(ruleSet, items);
    }

    private static EvaluatedItem? Find(EvaluatedItem?[] items, Requirement requirement)
    {
        foreach (var item in items)
        {
            if (item is null || item.Requirement == requirement)
                return item;
        }

        return null;
    }

    private static Dictionary<string, JudgementFact>? Latest(IReadOnlyList<JudgementFact> judgements)
    {
        if (judgements.Count == 0)
            return null;
        var latest = new Dictionary<string, JudgementFact>(StringComparer.Ordinal);
        foreach (var judgement in judgements)
        {
            if (judgement.Key is null || judgement.Verdict is null)
                continue;
            if (!latest.TryGetValue(judgement.Key, out var other) || IsLater(judgement, other))
                latest[judgement.Key] = judgement;
        }

        return latest;
    }

    // Two judgements of the same moment: the id decides, so that the order in which rows are read does not.
    private static bool IsLater(JudgementFact judgement, JudgementFact other)
    {
        var order = Nullable.Compare(judgement.JudgedOn, other.JudgedOn);
        return order != 0 ? order > 0 : judgement.Id.CompareTo(other.Id) > 0;
    }
}
