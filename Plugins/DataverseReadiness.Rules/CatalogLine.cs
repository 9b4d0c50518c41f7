using System;

namespace DataverseReadiness.Rules;

/// <summary>What a line of the catalogue says about a requirement of any kind.</summary>
/// <param name="probe">What is asked of the addresses the requirement reads; null where no probe tells.</param>
/// <param name="shelfDays">How long the result of a probe counts.</param>
/// <param name="announced">When the rule was announced.</param>
/// <param name="appliesFrom">First day on which it blocks.</param>
/// <param name="ends">Last day on which it is asked for.</param>
/// <param name="predecessor">Key of the other rule set whose judgements it shares.</param>
/// <param name="neverWaived">The store or the platform itself refuses an offer without it: to accept it as open would be no use.</param>
/// <param name="secondHand">Its source only reports what Microsoft wrote.</param>
/// <param name="unsourced">No source was found; it is advice.</param>
internal sealed class CatalogLine(
    string key,
    RequirementGroup group,
    Severity severity,
    DecidedBy decidedBy,
    string source,
    ProbeKind? probe = null,
    int shelfDays = 7,
    DateTime? announced = null,
    DateTime? appliesFrom = null,
    DateTime? ends = null,
    string? predecessor = null,
    bool neverWaived = false,
    bool secondHand = false,
    bool unsourced = false)
{
    /// <summary>Key of the row in the requirements.</summary>
    public string Key => key;

    public RequirementGroup Group => group;

    /// <summary>Blocking for mandatory and conditional rows, advice for optional and recommended ones.</summary>
    public Severity Severity => severity;

    /// <summary>Who settles it.</summary>
    public DecidedBy DecidedBy => decidedBy;

    /// <summary>The page it comes from, with its date.</summary>
    public string Source => source;

    public ProbeKind? Probe => probe;

    public int ShelfDays => shelfDays;

    public DateTime? Announced => announced;

    public DateTime? AppliesFrom => appliesFrom;

    public DateTime? Ends => ends;

    public string? Predecessor => predecessor;

    public bool NeverWaived => neverWaived;

    public bool SecondHand => secondHand;

    public bool Unsourced => unsourced;
}
