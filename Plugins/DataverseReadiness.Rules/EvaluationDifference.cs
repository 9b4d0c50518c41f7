using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>What turned between two evaluations of an offer.</summary>
public static class EvaluationDifference
{
    /// <summary>Items whose status differs, or that block on one side only; those that come or leave too. In the order of the checklist afterwards.</summary>
    public static IReadOnlyList<ItemChange> Between(OfferEvaluation before, OfferEvaluation after)
    {
        var old = new Dictionary<string, EvaluatedItem>(StringComparer.Ordinal);
        foreach (var item in before.Items)
            old[item.Requirement.Key] = item;

        var changes = new List<ItemChange>();
        foreach (var item in after.Items)
        {
            if (!old.TryGetValue(item.Requirement.Key, out var was))
                changes.Add(new ItemChange(null, item));
            else if (was.Status != item.Status || was.IsOpen != item.IsOpen)
                changes.Add(new ItemChange(was, item));
            old.Remove(item.Requirement.Key);
        }

        foreach (var item in before.Items)
        {
            if (old.ContainsKey(item.Requirement.Key))
                changes.Add(new ItemChange(item, null));
        }

        return changes;
    }
}
