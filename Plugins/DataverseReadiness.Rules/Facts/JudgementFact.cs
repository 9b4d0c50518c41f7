using System;

namespace DataverseReadiness.Rules;

/// <summary>One judgement of a person about one requirement of the offer.</summary>
public sealed class JudgementFact
{
    public Guid Id;

    /// <summary>Key of the requirement.</summary>
    public string? Key;

    public JudgementVerdict? Verdict;

    public string? Note;

    /// <summary>The item's fingerprint when it was judged.</summary>
    public string? Fingerprint;

    /// <summary>Name of the person.</summary>
    public string? JudgedBy;

    public DateTime? JudgedOn;

    public string? EvidenceUrl;

    /// <summary>Last day of a waiver, in UTC.</summary>
    public DateTime? EndsOn;
}
