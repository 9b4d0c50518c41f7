using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A named list of requirements, as its sources had them at one time.</summary>
public sealed class RuleSet
{
    private RuleSet(string name, string version, IReadOnlyList<Requirement> all)
    {
        Name = name;
        Version = version;
        All = all;
    }

    /// <summary>The founding document and its sibling pages of December 2018.</summary>
    public static RuleSet December2018 { get; } = new RuleSet("2018-12", "2018-12.1", RequirementCatalog.December2018);

    public string Name { get; }

    /// <summary>Name and revision; rises whenever a requirement decides differently.</summary>
    public string Version { get; }

    /// <summary>In the order of the checklist.</summary>
    public IReadOnlyList<Requirement> All { get; }

    /// <summary>The rule set of an offer; the oldest one where none is chosen.</summary>
    public static RuleSet Of(RuleSetChoice? choice) => choice switch
    {
        null or RuleSetChoice.December2018 => December2018,
        _ => December2018,
    };
}
