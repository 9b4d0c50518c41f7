using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>One requirement of a rule set. Holds no state, reads only the facts, never throws for bad data.</summary>
public abstract class Requirement
{
    /// <param name="line">What the catalogue says about it.</param>
    private protected Requirement(CatalogLine line)
    {
        Key = line.Key;
        Title = new Message("title." + line.Key);
        Group = line.Group;
        Severity = line.Severity;
        DecidedBy = line.DecidedBy;
        Source = line.Source;
    }

    /// <summary>Stored and sent to clients: never renamed, never reused.</summary>
    public string Key { get; }

    public Message Title { get; }

    public RequirementGroup Group { get; }

    public Severity Severity { get; }

    public DecidedBy DecidedBy { get; }

    /// <summary>The page it comes from, with its date.</summary>
    public string Source { get; }

    /// <summary>The columns it reads, as table.column, the one to fix first.</summary>
    public abstract IReadOnlyList<string> Reads { get; }

    public abstract Verdict Evaluate(OfferFacts offer);
}
