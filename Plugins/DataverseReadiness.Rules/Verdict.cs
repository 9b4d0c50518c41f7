using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>What the software decided about one requirement of one offer, why, and how to fix it.</summary>
public sealed class Verdict
{
    private Verdict(VerdictKind kind, Message reason, Message? fix, FixTarget target, IReadOnlyList<string?> basis)
    {
        Kind = kind;
        Reason = reason;
        Fix = fix;
        Target = target;
        Basis = basis;
    }

    public VerdictKind Kind { get; }

    /// <summary>States what is, with the actual value and unit.</summary>
    public Message Reason { get; }

    /// <summary>What to do; for an undecided verdict who settles it and how. Null when there is nothing to do.</summary>
    public Message? Fix { get; }

    public FixTarget Target { get; }

    /// <summary>Every value the verdict rests on, in a fixed order; a judgement is void when one of them changes.</summary>
    public IReadOnlyList<string?> Basis { get; }

    public static Verdict Met(Message reason, FixTarget target, params string?[] basis) =>
        new Verdict(VerdictKind.Met, reason, null, target, basis);

    public static Verdict NotMet(Message reason, Message fix, FixTarget target, params string?[] basis) =>
        new Verdict(VerdictKind.NotMet, reason, fix, target, basis);

    /// <summary>The condition of the requirement does not hold; the reason says which.</summary>
    public static Verdict NotApplicable(Message reason, FixTarget target, params string?[] basis) =>
        new Verdict(VerdictKind.NotApplicable, reason, null, target, basis);

    /// <summary>Only a person, a probe or an inspection can tell; the fix says who settles it and how.</summary>
    public static Verdict Undecided(Message reason, Message fix, FixTarget target, params string?[] basis) =>
        new Verdict(VerdictKind.Undecided, reason, fix, target, basis);

    public override string ToString() => Kind + ": " + Reason;

    /// <summary>The same verdict with another advice on what to do.</summary>
    internal Verdict Advise(Message? fix) => new(Kind, Reason, fix, Target, Basis);
}
