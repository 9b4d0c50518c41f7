using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Every clause of a rule set with who guards it, those that nobody guards included.</summary>
public static class ClauseLedger
{
    public static IReadOnlyList<Clause> Of(RuleSet ruleSet) =>
    [
        .. ruleSet.All.Select(requirement => new Clause(requirement.Key, requirement.Title, requirement.Source, GuardOf(requirement), NoteOf(requirement), !requirement.NeverWaived)),
        .. ruleSet.NotChecked.Select(clause => new Clause(clause.Key, clause.Title, clause.Source, ClauseGuard.Nobody, clause.Why, canBeWaived: false)),
    ];

    // What neither the software alone nor a probe of ours can tell is left to a reviewer, also where its source speaks of a test.
    private static ClauseGuard GuardOf(Requirement requirement) =>
        requirement.DecidedBy == DecidedBy.Software ? ClauseGuard.OnSave
        : (requirement.DecidedBy & DecidedBy.Person) == 0 && requirement.Probe is not null ? ClauseGuard.Probe
        : ClauseGuard.Person;

    private static Message? NoteOf(Requirement requirement) =>
        requirement.IsUnsourced ? new Message("clause.unsourced")
        : requirement.IsSecondHand ? new Message("clause.secondhand")
        : requirement.Severity == Severity.Advice ? new Message("clause.advice")
        : null;
}
