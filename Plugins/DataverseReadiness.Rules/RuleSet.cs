using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A named list of requirements, as its sources had them at one time.</summary>
public sealed class RuleSet
{
    private RuleSet(string name, string version, IReadOnlyList<Requirement> all, IReadOnlyList<UncheckedClause> notChecked)
    {
        NotChecked = notChecked;
        Name = name;
        Version = version;
        All = all;
    }

    /// <summary>The founding document and its sibling pages of December 2018.</summary>
    public static RuleSet December2018 { get; } = new RuleSet("2018-12", "2018-12.1", RequirementCatalog.December2018, RequirementCatalog.NotChecked2018);

    /// <summary>Partner Center and the certification policies, as far as their copies reach.</summary>
    public static RuleSet Current { get; } = new RuleSet("current", "current.1", RequirementCatalog.Current, RequirementCatalog.NotChecked);

    public string Name { get; }

    /// <summary>Name and revision; rises whenever a requirement decides differently.</summary>
    public string Version { get; }

    /// <summary>In the order of the checklist.</summary>
    public IReadOnlyList<Requirement> All { get; }

    /// <summary>Clauses of its sources that stand in no checklist; for the clause ledger.</summary>
    public IReadOnlyList<UncheckedClause> NotChecked { get; }

    /// <summary>The rule set of an offer; the oldest one where none is chosen.</summary>
    public static RuleSet Of(RuleSetChoice? choice) => choice switch
    {
        RuleSetChoice.Current => Current,
        _ => December2018,
    };
}
