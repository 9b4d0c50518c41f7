using System;

namespace DataverseReadiness.Rules;

/// <summary>One judgement of a person about one requirement of the offer.</summary>
public sealed class JudgementFact
{
    public Guid Id { get; init; }

    /// <summary>Key of the requirement.</summary>
    public string? Key { get; init; }

    public JudgementVerdict? Verdict { get; init; }

    public string? Note { get; init; }

    /// <summary>The item's fingerprint when it was judged.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Name of the person.</summary>
    public string? JudgedBy { get; init; }

    public DateTime? JudgedOn { get; init; }
}
