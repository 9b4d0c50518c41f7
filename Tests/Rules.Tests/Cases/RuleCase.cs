using System;
using System.Linq;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>One offer and what one requirement says about it. Plain data: it also runs outside the test framework.</summary>
public sealed class RuleCase
{
    public RuleCase(string key, string name, OfferFacts offer, VerdictKind kind, string reason, string fix, string target)
    {
        Key = Full(key);
        Name = Key + (offer.RuleSet == RuleSetChoice.Current ? " current " : " ") + name;
        Offer = offer;
        Kind = kind;
        Reason = reason;
        Fix = fix;
        Target = target;
    }

    public string Key { get; }

    public string Name { get; }

    public OfferFacts Offer { get; }

    public VerdictKind Kind { get; }

    /// <summary>Key and arguments.</summary>
    public string Reason { get; }

    /// <summary>Key and arguments; empty where nothing is to be done.</summary>
    public string Fix { get; }

    /// <summary>table.column, with "new " in front where the row has to be created.</summary>
    public string Target { get; }

    /// <summary>A row of 2018-12 is named by itself (T-01), one of today's with CU in front; others whole. A rejection is read from the offer's rule set.</summary>
    public static string Full(string row) =>
        row.StartsWith("RDY-", StringComparison.Ordinal) ? row
        : row.StartsWith("CU-", StringComparison.Ordinal) || row.StartsWith("F-", StringComparison.Ordinal) ? "D365-" + row
        : "D365-18-" + row;

    public Verdict Evaluate()
    {
        var ruleSet = Key.StartsWith("D365-CU-", StringComparison.Ordinal) || Key.StartsWith("RDY-", StringComparison.Ordinal) ? RuleSet.Current : RuleSet.Of(Offer.RuleSet);
        return ruleSet.All.Single(requirement => requirement.Key == Key).Evaluate(Offer);
    }

    /// <summary>Throws with both verdicts when they differ.</summary>
    public void Run()
    {
        var verdict = Evaluate();
        var expected = Describe(Kind, Reason, Fix, Target);
        var actual = Describe(verdict.Kind, verdict.Reason.ToString(), verdict.Fix == null ? "" : verdict.Fix.ToString(), TargetOf(verdict));
        if (expected != actual)
            throw new InvalidOperationException(Name + "\nexpected " + expected + "\nactual   " + actual);
    }

    public static string TargetOf(Verdict verdict) =>
        (verdict.Target.RecordId == null ? "new " : "") + verdict.Target.Table + "." + verdict.Target.Column;

    private static string Describe(VerdictKind kind, string reason, string fix, string target) =>
        kind + " | " + reason + " | " + fix + " | " + target;
}
