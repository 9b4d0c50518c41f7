using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The own requirements of a team, as they concern one rule set. A row that cannot be used harms only itself.</summary>
public sealed class TeamRequirements
{
    /// <summary>What the keys of own requirements begin with.</summary>
    public const string Prefix = "TEAM-";

    internal const int LongestPattern = 500;
    private const int LongestKey = 40;

    private static readonly TeamRequirements None = new([], [], "");

    private readonly Dictionary<string, TeamRequirementFact> _overrides = new(StringComparer.Ordinal);

    private TeamRequirements(IReadOnlyList<TeamRequirement> own, IReadOnlyList<TeamRequirementFact> overrides, string mark)
    {
        Own = own;
        Mark = mark;
        foreach (var row in overrides)
            _overrides[row.Key!] = row;
    }

    /// <summary>By key; those that cannot be used too.</summary>
    internal IReadOnlyList<TeamRequirement> Own { get; }

    /// <summary>A plus and eight digits that change with any row that concerns the rule set; empty where none does.</summary>
    internal string Mark { get; }

    /// <summary>Why this row cannot be used; null when it can.</summary>
    /// <param name="all">All active rows; of several with one key only the first by id is used.</param>
    public static Message? ProblemOf(TeamRequirementFact row, IReadOnlyList<TeamRequirementFact>? all = null)
    {
        var builtIn = RuleSet.Every.Where(ruleSet => Concerns(row, ruleSet.Choice)).Select(ruleSet => ruleSet.Find(row.Key)).FirstOrDefault(found => found is not null);
        if (builtIn is null && !IsOwnKey(row.Key))
            return new Message("team.problem.key", Shown.Text(row.Key));
        if (all?.Any(other => other.Key == row.Key && Overlap(other, row) && other.Id.CompareTo(row.Id) < 0) == true)
            return new Message("team.problem.duplicate", Shown.Text(row.Key));
        if (builtIn is null)
            return TeamRequirement.ProblemOf(row);
        if (row.Severity == Severity.Advice && builtIn.Severity == Severity.Blocking)
            return new Message("team.problem.lowers", builtIn.Key);
        return row.Test is null or RequirementTest.Person ? null : new Message("team.problem.builtin", builtIn.Key);
    }

    internal static TeamRequirements Of(IReadOnlyList<TeamRequirementFact> rows, RuleSet ruleSet)
    {
        if (rows.Count == 0)
            return None;

        var concerned = rows.Where(row => Concerns(row, ruleSet.Choice)).ToList();
        var own = new List<TeamRequirement>();
        var overrides = new List<TeamRequirementFact>();
        foreach (var row in concerned)
        {
            var problem = ProblemOf(row, concerned);
            if (problem is null && ruleSet.Find(row.Key) is not null)
                overrides.Add(row);
            else if (problem is null && !IsOwnKey(row.Key))
                continue; // Changes a requirement of another rule set.
            else
                own.Add(TeamRequirement.Of(problem is null || IsUnique(row, concerned) ? row.Key! : "TEAM~" + row.Id.ToString("N"), row, problem));
        }

        own.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return new TeamRequirements(own, overrides, MarkOf(rows, ruleSet.Choice));
    }

    /// <summary>A plus and eight hexadecimal digits of all values of the rows that concern a rule set; empty where none does.</summary>
    internal static string MarkOf(IReadOnlyList<TeamRequirementFact> rows, RuleSetChoice choice)
    {
        if (rows.Count == 0)
            return "";
        var concerned = rows.Where(row => Concerns(row, choice)).OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Id).ToList();
        return concerned.Count == 0 ? "" : "+" + HashOf(concerned);
    }

    /// <summary>Eight hexadecimal digits of all values of rows.</summary>
    internal static string HashOf(IReadOnlyList<TeamRequirementFact> rows)
    {
        var values = rows.SelectMany(row => new[]
        {
            row.Key, row.Name, Basis.Of(row.Scope), Basis.Of(row.Severity), row.Guidance, Basis.Of(row.Test), row.Table, row.Column, row.Value,
            Basis.Of(row.AnnouncedOn), Basis.Of(row.AppliesFrom), Basis.Of(row.EndsOn),
        });
        return Fingerprint.Of([.. values]).Substring(0, 8);
    }

    /// <summary>A built-in requirement as the team weighs it at this moment.</summary>
    internal Requirement Weigh(Requirement requirement, DateTime now) =>
        _overrides.TryGetValue(requirement.Key, out var row)
        && (row.AppliesFrom is null || now >= row.AppliesFrom.Value.Date)
        && (row.EndsOn is null || now.Date <= row.EndsOn.Value.Date)
            ? new TeamOverride(requirement, row)
            : requirement;

    /// <summary>When a change to a built-in requirement begins and ends.</summary>
    internal IEnumerable<Moment> MomentsOf(Requirement requirement)
    {
        if (!_overrides.TryGetValue(requirement.Key, out var row))
            yield break;
        if (row.AppliesFrom is { } first)
            yield return new Moment(first.Date, MomentCause.RuleStarts);
        if (Moment.After(row.EndsOn, MomentCause.RuleEnds) is { } ended)
            yield return ended;
    }

    private static bool Concerns(TeamRequirementFact row, RuleSetChoice choice) => row.Scope switch
    {
        RequirementScope.December2018 => choice == RuleSetChoice.December2018,
        RequirementScope.Current => choice == RuleSetChoice.Current,
        _ => true,
    };

    private static bool Overlap(TeamRequirementFact one, TeamRequirementFact other) =>
        RuleSet.Every.Any(ruleSet => Concerns(one, ruleSet.Choice) && Concerns(other, ruleSet.Choice));

    private static bool IsUnique(TeamRequirementFact row, List<TeamRequirementFact> all) =>
        IsOwnKey(row.Key) && !all.Any(other => other.Key == row.Key && other.Id.CompareTo(row.Id) < 0);

    private static bool IsOwnKey(string? key) =>
        key is not null
        && key.Length > Prefix.Length
        && key.Length <= LongestKey
        && key.StartsWith(Prefix, StringComparison.Ordinal)
        && key.All(character => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');
}
