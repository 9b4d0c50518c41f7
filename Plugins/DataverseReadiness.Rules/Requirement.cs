using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>One requirement of a rule set. Holds no state, reads only the facts, never throws for bad data.</summary>
public abstract class Requirement
{
    private readonly string _fix;
    private readonly Message _settle;

    private protected Requirement(CatalogLine line)
    {
        Key = line.Key;
        Title = new Message("title." + line.Key);
        Group = line.Group;
        Severity = line.Severity;
        DecidedBy = line.DecidedBy;
        Source = line.Source;
        _fix = "fix." + line.Key;
        _settle = new Message("settle." + line.Key);
    }

    /// <summary>Stored and sent to clients: never renamed, never reused.</summary>
    public string Key { get; }

    public Message Title { get; }

    public RequirementGroup Group { get; }

    public Severity Severity { get; }

    public DecidedBy DecidedBy { get; }

    /// <summary>The page it comes from, with its date.</summary>
    public string Source { get; }

    /// <summary>The columns it reads, as table.column.</summary>
    public abstract IReadOnlyList<string> Reads { get; }

    public abstract Verdict Evaluate(OfferFacts offer);

    /// <summary>The requirement's own sentence on what to do, with its limits as arguments.</summary>
    private protected Message Fix(params string[] arguments) => new(_fix, arguments);

    /// <summary>The data are right: met where the software decides alone, else undecided, with who settles it and how.</summary>
    private protected Verdict Passed(Message reason, FixTarget target, params string?[] basis) =>
        DecidedBy == DecidedBy.Software
            ? Verdict.Met(reason, target, basis)
            : Verdict.Undecided(reason, _settle, target, basis);
}
