using System;

namespace DataverseReadiness.Rules;

/// <summary>One requirement of one offer: what the software decided, and how it stands once the people's judgement is applied.</summary>
public sealed class EvaluatedItem
{
    private readonly bool _applies;
    private string? _fingerprint;

    internal EvaluatedItem(Requirement requirement, int sequence, Verdict verdict, JudgementFact? judgement, DateTime now, string version)
    {
        Requirement = requirement;
        Sequence = sequence;
        Verdict = verdict;
        RuleSetVersion = version;
        Judgement = judgement;
        Status = (ItemStatus)verdict.Kind;
        _applies = requirement.AppliesAt(now);
        if (judgement is null)
            return;

        WaivedUntil = judgement.Verdict == JudgementVerdict.Waived ? judgement.EndsOn?.Date : null;
        IsJudgementVoid = !Fits(judgement);
        IsWaiverEnded = !IsJudgementVoid && WaivedUntil is { } last && now.Date > last;
        if (!IsJudgementVoid && !IsWaiverEnded)
        {
            Status = judgement.Verdict switch
            {
                JudgementVerdict.Confirmed => ItemStatus.Confirmed,
                JudgementVerdict.Rejected => ItemStatus.Rejected,
                _ => ItemStatus.Waived,
            };
        }
    }

    public Requirement Requirement { get; }

    /// <summary>Place in the rule set, counted from 1.</summary>
    public int Sequence { get; }

    public Verdict Verdict { get; }

    /// <summary>What decided it: the rule set's version, or the version of a team's own row.</summary>
    public string RuleSetVersion { get; }

    /// <summary>SHA-256 of key, kind, target record and values of a verdict that people may judge, lower-case hexadecimal.</summary>
    /// <remarks>Empty for what is met or not applicable: there is nothing to judge, and nothing to write when only a value changes.</remarks>
    public string Fingerprint => _fingerprint ??= CanBeJudged(Verdict) ? Rules.Fingerprint.Of(Requirement.Key, Verdict) : "";

    /// <summary>The latest judgement about this requirement, whether it still counts or not.</summary>
    public JudgementFact? Judgement { get; }

    /// <summary>There is a judgement, but something changed since, or the software has decided by itself.</summary>
    public bool IsJudgementVoid { get; }

    /// <summary>The waiver would still fit, but its last day is over.</summary>
    public bool IsWaiverEnded { get; }

    /// <summary>Last day (UTC) of the latest judgement when that is a waiver, whether it still counts or not.</summary>
    public DateTime? WaivedUntil { get; }

    public DateTime? AnnouncedOn => Requirement.AnnouncedOn;

    public DateTime? AppliesFrom => Requirement.AppliesFrom;

    public DateTime? EndsOn => Requirement.EndsOn;

    public ItemStatus Status { get; }

    /// <summary>A mandatory requirement that applies to the offer, and does so already.</summary>
    public bool Counts => _applies && Requirement.Severity == Severity.Blocking && Status != ItemStatus.NotApplicable;

    /// <summary>Keeps the offer from being submitted.</summary>
    public bool IsOpen => Counts && Status is not (ItemStatus.Met or ItemStatus.Confirmed or ItemStatus.Waived);

    internal static bool CanBeJudged(Verdict verdict) => verdict.Kind is VerdictKind.Undecided or VerdictKind.NotMet;

    /// <summary>Until when the waiver counts, at the moment it stops; null when it does not count now.</summary>
    internal Moment? WaiverEnds => Status == ItemStatus.Waived ? Moment.After(WaivedUntil, MomentCause.WaiverEnds) : null;

    // A judgement of the predecessor was made under its own key.
    private bool Fits(JudgementFact judgement)
    {
        if (Fingerprint.Length == 0 || string.IsNullOrEmpty(judgement.Fingerprint))
            return false;
        if (judgement.Verdict == JudgementVerdict.Waived ? Requirement.NeverWaived || WaivedUntil is null : Verdict.Kind != VerdictKind.Undecided)
            return false;

        return judgement.Fingerprint == (judgement.Key == Requirement.Key ? Fingerprint : Rules.Fingerprint.Of(judgement.Key!, Verdict));
    }
}
