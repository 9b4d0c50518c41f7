using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>What becomes of an offer's checklist when it is checked against another rule set.</summary>
public sealed class RuleSetComparison
{
    private RuleSetComparison(IReadOnlyList<ItemChange> kept, IReadOnlyList<EvaluatedItem> leaves, IReadOnlyList<EvaluatedItem> comes, OfferEvaluation after)
    {
        Kept = kept;
        Leaves = leaves;
        Comes = comes;
        After = after;
    }

    /// <summary>Requirements both rule sets have, under one key or two; their judgements go along.</summary>
    public IReadOnlyList<ItemChange> Kept { get; }

    /// <summary>Requirements that are no longer asked for.</summary>
    public IReadOnlyList<EvaluatedItem> Leaves { get; }

    /// <summary>Requirements that are new.</summary>
    public IReadOnlyList<EvaluatedItem> Comes { get; }

    /// <summary>The checklist under the other rule set.</summary>
    public OfferEvaluation After { get; }

    public static RuleSetComparison Of(OfferFacts offer, RuleSetChoice other)
    {
        var before = OfferEvaluation.Of(offer).Items.ToDictionary(item => item.Requirement.Key);
        var after = OfferEvaluation.Of(offer.Under(other));
        var kept = new List<ItemChange>();
        var comes = new List<EvaluatedItem>();
        var left = new HashSet<string>(before.Keys);
        foreach (var item in after.Items)
        {
            // One requirement of 2018 may have become several; each of them keeps it.
            var keys = RuleSet.KeysOf(item.Requirement).Where(before.ContainsKey).ToList();
            if (keys.Count == 0)
            {
                comes.Add(item);
                continue;
            }

            kept.Add(new ItemChange(before[keys.Contains(item.Requirement.Key) ? item.Requirement.Key : keys[0]], item));
            left.ExceptWith(keys);
        }

        return new RuleSetComparison(kept, [.. before.Values.Where(item => left.Contains(item.Requirement.Key))], comes, after);
    }
}
