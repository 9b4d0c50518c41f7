using System.Collections.Generic;

namespace DataverseReadiness.Rules;

internal static partial class RequirementCatalog
{
    public static IReadOnlyList<Requirement> Current { get; } = [];
}
