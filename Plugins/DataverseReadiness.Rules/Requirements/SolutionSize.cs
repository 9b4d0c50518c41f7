using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>No solution is larger than the platform takes, and none has a name that the platform keeps for upgrades.</summary>
internal sealed class SolutionSize(CatalogLine line, int maxMegabytes) : SolutionRequirement(line)
{
    private const int Megabyte = 1024 * 1024;
    private const string Reserved = "_upgrade";

    protected override Message? Problem(OfferFacts offer, PackageSolution solution)
    {
        if (solution.Bytes > (long)maxMegabytes * Megabyte)
            return new Message("solution.large", NameOf(solution), Shown.Number(Math.Ceiling(solution.Bytes * 1000m / Megabyte) / 1000m), Shown.Number(maxMegabytes));
        return solution.UniqueName.IndexOf(Reserved, StringComparison.OrdinalIgnoreCase) >= 0 ? new Message("solution.upgrade", NameOf(solution), Reserved) : null;
    }

    protected override Verdict Right(OfferFacts offer, IReadOnlyList<PackageSolution> solutions) =>
        Passed(offer, new Message("solution.size", Shown.Number((decimal)solutions.Max(solution => solution.Bytes) / Megabyte), Shown.Number(maxMegabytes)));
}
