namespace DataverseReadiness.Rules;

/// <summary>One requirement of one offer: what the software decided, and how it stands once the people's judgement is applied.</summary>
public sealed class EvaluatedItem
{
    internal EvaluatedItem(Requirement requirement, int sequence, Verdict verdict, JudgementFact? judgement)
    {
        Requirement = requirement;
        Sequence = sequence;
        Verdict = verdict;
        Fingerprint = verdict.Kind == VerdictKind.Undecided ? Rules.Fingerprint.Of(requirement.Key, verdict.Basis) : "";
        Judgement = judgement;
        IsJudgementVoid = judgement is not null && (Fingerprint.Length == 0 || judgement.Fingerprint != Fingerprint);
        Status = judgement is null || IsJudgementVoid
            ? (ItemStatus)verdict.Kind
            : judgement.Verdict == JudgementVerdict.Confirmed ? ItemStatus.Confirmed : ItemStatus.Rejected;
    }

    public Requirement Requirement { get; }

    /// <summary>Place in the rule set, counted from 1.</summary>
    public int Sequence { get; }

    public Verdict Verdict { get; }

    /// <summary>SHA-256 of the key and of the values an undecided verdict rests on, lower-case hexadecimal.</summary>
    /// <remarks>Empty where the software has decided: there is nothing to judge, and nothing to write when only a value changes.</remarks>
    public string Fingerprint { get; }

    /// <summary>The latest judgement about this requirement, whether it still counts or not.</summary>
    public JudgementFact? Judgement { get; }

    /// <summary>There is a judgement, but values changed since, or the software has decided by itself.</summary>
    public bool IsJudgementVoid { get; }

    public ItemStatus Status { get; }

    /// <summary>Keeps the offer from being submitted.</summary>
    public bool IsOpen =>
        Requirement.Severity == Severity.Blocking
        && Status is not (ItemStatus.Met or ItemStatus.NotApplicable or ItemStatus.Confirmed);
}
