using System.Text;

namespace DataverseReadiness.Rules.Tests;

/// <summary>Writes the reference page of a rule set from its catalogue.</summary>
internal static class ReferencePage
{
    public static string Of(RuleSet ruleSet)
    {
        var page = new StringBuilder();
        page.Append("# Requirements of rule set ").Append(ruleSet.Name).Append("\n\n");
        page.Append("Written from the catalogue by `CatalogueTests`; run the tests with `UPDATE_DOCS=1` after a change. ");
        page.Append("Version ").Append(ruleSet.Version).Append(", ").Append(ruleSet.All.Count).Append(" requirements.\n\n");
        page.Append("*Who decides*: **software** decides from data and files alone. Where a **probe** (a network call, a monitor, a tool, a test install) or a ");
        page.Append("**reviewer** stands beside it, software only pre-checks: it can find the requirement not met, and leaves the rest undecided.\n");
        page.Append("*Never waived*: the portal or the platform itself refuses an offer without it, so to accept it as open would be no use. The list is closed.\n");

        foreach (var group in ruleSet.All.GroupBy(requirement => requirement.Group))
        {
            page.Append("\n## ").Append(Texts.Find("group." + group.Key, Texts.English)).Append("\n\n");
            page.Append("| Key | Title | Severity | Who decides | Reads | Source |\n|---|---|---|---|---|---|\n");
            foreach (var requirement in group)
            {
                page.Append("| ").AppendJoin(" | ",
                    requirement.Key,
                    Texts.Render(requirement.Title, Texts.English),
                    (requirement.Severity == Severity.Blocking ? "Mandatory" : "Advice") + (requirement.NeverWaived ? ", never waived" : ""),
                    Decides(requirement.DecidedBy),
                    string.Join(", ", requirement.Reads.Select(column => $"`{column}`")),
                    requirement.Source).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string Decides(DecidedBy decidedBy)
    {
        var who = new List<string> { "software" };
        if (decidedBy.HasFlag(DecidedBy.Probe))
            who.Add("probe");
        if (decidedBy.HasFlag(DecidedBy.Person))
            who.Add("reviewer");
        return string.Join(", ", who);
    }
}
