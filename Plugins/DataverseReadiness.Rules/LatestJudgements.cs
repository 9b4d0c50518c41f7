using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>The judgements of an offer: of each requirement only the latest counts, whichever rule set it was made under.</summary>
internal sealed class LatestJudgements
{
    private readonly Dictionary<string, JudgementFact>? _latest;

    public LatestJudgements(IReadOnlyList<JudgementFact> judgements)
    {
        if (judgements.Count == 0)
            return;
        _latest = new Dictionary<string, JudgementFact>(StringComparer.Ordinal);
        foreach (var judgement in judgements)
        {
            if (judgement.Key is null || judgement.Verdict is null)
                continue;
            if (!_latest.TryGetValue(judgement.Key, out var other) || IsLater(judgement, other))
                _latest[judgement.Key] = judgement;
        }
    }

    /// <summary>The latest one about a requirement or the same requirement of another rule set; null when there is none.</summary>
    public JudgementFact? About(Requirement requirement)
    {
        if (_latest is null)
            return null;

        JudgementFact? latest = null;
        foreach (var key in RuleSet.KeysOf(requirement))
        {
            if (_latest.TryGetValue(key, out var judgement) && (latest is null || IsLater(judgement, latest)))
                latest = judgement;
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
