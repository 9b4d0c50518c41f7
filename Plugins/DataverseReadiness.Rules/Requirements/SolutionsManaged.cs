using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Every solution is a managed export that can be read.</summary>
internal sealed class SolutionsManaged(CatalogLine line) : SolutionRequirement(line)
{
    protected override Message? Problem(OfferFacts offer, PackageSolution solution) =>
        solution.UniqueName.Length > 0 && !solution.IsManaged ? new Message("solution.unmanaged", NameOf(solution)) : null;

    protected override Verdict Right(OfferFacts offer, IReadOnlyList<PackageSolution> solutions) => Passed(offer, new Message("solution.managed", Names(solutions)));
}
