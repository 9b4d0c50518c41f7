using System;

namespace DataverseReadiness.Rules;

/// <summary>One active row of a team's own requirements, or of its changes to built-in ones.</summary>
public sealed class TeamRequirementFact
{
    public Guid Id;

    /// <summary>The title.</summary>
    public string? Name;

    /// <summary>TEAM-... for an own requirement, the key of a built-in one to change that.</summary>
    public string? Key;

    /// <summary>All rule sets where it is null.</summary>
    public RequirementScope? Scope;

    /// <summary>Advice where it is null.</summary>
    public Severity? Severity;

    public string? Guidance;

    /// <summary>A person judges where it is null.</summary>
    public RequirementTest? Test;

    public string? Table;

    public string? Column;

    /// <summary>What the column is compared with; for one of several, one a line.</summary>
    public string? Value;

    public DateTime? AnnouncedOn;

    public DateTime? AppliesFrom;

    public DateTime? EndsOn;
}
