namespace DataverseReadiness.Rules.Inspection;

/// <summary>One result of a solution checker report.</summary>
public sealed class CheckerFinding
{
    /// <summary>Id of the rule as the report spells it, for instance <c>web-avoid-eval</c>.</summary>
    public string Rule = "";

    public CheckerSeverity Severity;

    /// <summary>Path or address from the report; empty when it names none.</summary>
    public string File = "";

    /// <summary>Line in the file; 0 when the report names none.</summary>
    public int Line;

    /// <summary>What the report says, cut.</summary>
    public string Text = "";

    /// <summary>Whether it is of the rule, with or without the prefix that older reports give it.</summary>
    public bool Is(string rule) => Rule == rule || Rule == "web-" + rule || Rule == "il-" + rule;
}
