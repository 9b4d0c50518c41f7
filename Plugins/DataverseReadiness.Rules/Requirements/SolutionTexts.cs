using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Every solution has a display name and a description. Whether customers understand them, a person tells.</summary>
internal sealed class SolutionTexts(CatalogLine line) : SolutionRequirement(line)
{
    protected override Message? Problem(OfferFacts offer, PackageSolution solution)
    {
        if (solution.UniqueName.Length == 0)
            return null;
        if (solution.DisplayName.Length == 0)
            return new Message("solution.unnamed", NameOf(solution));
        return solution.HasDescription ? null : new Message("solution.undescribed", NameOf(solution));
    }

    protected override Verdict Right(OfferFacts offer, IReadOnlyList<PackageSolution> solutions) =>
        Passed(offer, new Message("solution.named", Shown.Text(solutions[0].DisplayName), Shown.Number(solutions.Count)));
}
