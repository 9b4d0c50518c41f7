using System.Collections.Generic;

namespace DataverseReadiness.Rules;

internal static partial class RequirementCatalog
{
    /// <summary>Clauses of 2018-12 in no checklist.</summary>
    public static IReadOnlyList<UncheckedClause> NotChecked2018 { get; } =
    [
        new("GUIDELINES-V5", A9),
        new("D365-18-P-01", A7),
        new("D365-F-02", C1),
        new("D365-F-15", B17),
        new("D365-F-20", C6),
        new("D365-F-21", B12),
    ];

    /// <summary>Clauses of today's rule set in no checklist.</summary>
    public static IReadOnlyList<UncheckedClause> NotChecked { get; } =
    [
        new("POLICY-1420", $"{P1}; {V1}"),
        new("POLICY-100", $"{P1}; {P2}; {V2}; {V3}; {V4}"),
        new("D365-CU-R-06", $"{B1}; {B26}"),
        new("D365-CU-Q-17", B19),
        new("D365-CU-V-18", B12),
        new("D365-F-20", C6),
        new("D365-F-21", B12),
    ];
}
