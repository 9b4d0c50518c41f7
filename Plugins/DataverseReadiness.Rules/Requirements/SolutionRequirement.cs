using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A requirement on each solution of the package: the first that does not meet it is named.</summary>
internal abstract class SolutionRequirement(CatalogLine line, params Column[] columns) : PackageRequirement(line, columns)
{
    protected sealed override Verdict Evaluate(OfferFacts offer, PackageFacts package)
    {
        if (package.Solutions.Count == 0)
            return NotMet(offer, new Message("package.solution.none"));
        foreach (var solution in package.Solutions)
        {
            if (Problem(offer, solution) is { } problem)
                return NotMet(offer, problem);
        }

        // What was not read is not right.
        var unread = package.Solutions.FirstOrDefault(solution => !IsKnown(solution));
        return unread is null ? Right(offer, package.Solutions) : Undecided(offer, new Message("solution.unread", NameOf(unread)), new Message("solution.unread.fix"));
    }

    /// <summary>What is wrong with a solution; null when nothing is.</summary>
    protected abstract Message? Problem(OfferFacts offer, PackageSolution solution);

    /// <summary>Whether the inspection read what the requirement is about.</summary>
    protected virtual bool IsKnown(PackageSolution solution) => solution.UniqueName.Length > 0;

    /// <summary>The verdict when nothing is wrong with any of them.</summary>
    protected abstract Verdict Right(OfferFacts offer, IReadOnlyList<PackageSolution> solutions);

    protected static string Names(IReadOnlyList<PackageSolution> solutions) => Shown.Some(solutions.Select(NameOf).ToList());
}
