using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Solutions come from a publisher of their own, not from one that every environment has.</summary>
internal sealed class OwnSolutionPublisher(CatalogLine line) : SolutionRequirement(line)
{
    protected override Message? Problem(OfferFacts offer, PackageSolution solution)
    {
        if (solution.PublisherUniqueName.StartsWith("DefaultPublisher", StringComparison.OrdinalIgnoreCase) || solution.PublisherUniqueName.Equals("Cr" + solution.Prefix, StringComparison.OrdinalIgnoreCase))
            return new Message("solution.publisher.default", NameOf(solution), Shown.Text(solution.PublisherUniqueName));
        return solution.Prefix == "new" || IsGenerated(solution.Prefix) ? new Message("solution.prefix.default", NameOf(solution), Shown.Text(solution.Prefix)) : null;
    }

    protected override bool IsKnown(PackageSolution solution) => solution.PublisherUniqueName.Length > 0;

    protected override Verdict Right(OfferFacts offer, IReadOnlyList<PackageSolution> solutions) =>
        Passed(offer, new Message("solution.publisher", Shown.Text(solutions[0].PublisherUniqueName), Shown.Text(solutions[0].Prefix)));

    /// <summary>cr and three to five letters and digits, a digit among them: what an environment makes up for its default publisher.</summary>
    private static bool IsGenerated(string prefix)
    {
        if (prefix.Length is < 5 or > 7 || !prefix.StartsWith("cr", StringComparison.Ordinal))
            return false;
        foreach (var c in prefix)
        {
            if (c is >= '0' and <= '9')
                return true;
        }

        return false;
    }
}
