using System.Collections.Generic;

namespace DataverseReadiness.Rules;

internal static partial class RequirementCatalog
{
    /// <summary>Clauses of 2018-12 in no checklist.</summary>
    public static IReadOnlyList<UncheckedClause> NotChecked2018 { get; } = [];

    /// <summary>Clauses of today's rule set in no checklist.</summary>
    public static IReadOnlyList<UncheckedClause> NotChecked { get; } = [];
}
