using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A named list of requirements, as its sources had them at one time.</summary>
public sealed class RuleSet
{
    private static readonly Lazy<Dictionary<string, IReadOnlyList<string>>> Aliases = new(FindAliases);

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private RuleSet(RuleSetChoice choice, string name, string version, IReadOnlyList<Requirement> all, IReadOnlyList<UncheckedClause> notChecked)
    {
        Choice = choice;
        NotChecked = notChecked;
        Name = name;
        Version = version;
        All = all;
        for (var i = 0; i < all.Count; i++)
            _places.Add(all[i].Key, i);
    }

    /// <summary>The founding document and its sibling pages of December 2018.</summary>
    public static RuleSet December2018 { get; } =
        new(RuleSetChoice.December2018, "2018-12", "2018-12.1", RequirementCatalog.December2018, RequirementCatalog.NotChecked2018);

    /// <summary>Partner Center and the certification policies, as far as their copies reach.</summary>
    public static RuleSet Current { get; } =
        new(RuleSetChoice.Current, "current", "current.1", RequirementCatalog.Current, RequirementCatalog.NotChecked);

    /// <summary>Every rule set, the oldest first.</summary>
    public static IReadOnlyList<RuleSet> Every { get; } = [December2018, Current];

    public RuleSetChoice Choice { get; }

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

    /// <summary>The version that decides while these own requirements are active: the rule set's, and a mark of those that concern it.</summary>
    public static string VersionOf(RuleSetChoice? choice, IReadOnlyList<TeamRequirementFact> teamRequirements)
    {
        var ruleSet = Of(choice);
        return ruleSet.Version + TeamRequirements.MarkOf(teamRequirements, ruleSet.Choice);
    }

    /// <summary>The requirement of this key; null when the rule set has none.</summary>
    public Requirement? Find(string? key) => PlaceOf(key) is var place && place < 0 ? null : All[place];

    /// <summary>The keys under which a judgement counts for a requirement: its own, and those of the same requirement in other rule sets.</summary>
    internal static IReadOnlyList<string> KeysOf(Requirement requirement) =>
        Aliases.Value.TryGetValue(requirement.Key, out var keys) ? keys : [requirement.Key];

    internal int PlaceOf(string? key) => key is not null && _places.TryGetValue(key, out var place) ? place : -1;

    // Both ways: what was judged under the successor counts again when an offer goes back.
    private static Dictionary<string, IReadOnlyList<string>> FindAliases()
    {
        var aliases = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var family in Every.SelectMany(ruleSet => ruleSet.All).GroupBy(requirement => requirement.Predecessor ?? requirement.Key, requirement => requirement.Key))
        {
            var keys = family.Concat([family.Key]).Distinct().ToList();
            if (keys.Count < 2)
                continue;
            foreach (var key in keys)
                aliases[key] = keys;
        }

        return aliases;
    }
}
