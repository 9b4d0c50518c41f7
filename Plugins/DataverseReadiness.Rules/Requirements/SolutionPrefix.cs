using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The publisher's prefix is one that the platform takes.</summary>
internal sealed class SolutionPrefix(CatalogLine line, int min, int max) : SolutionRequirement(line)
{
    protected override Message? Problem(OfferFacts offer, PackageSolution solution)
    {
        var prefix = solution.Prefix;
        if (prefix.Length == 0)
            return null;
        var isRight = prefix.Length >= min && prefix.Length <= max && Array.TrueForAll(prefix.ToCharArray(), c => IsLetter(c) || c is >= '0' and <= '9')
            && IsLetter(prefix[0]) && !prefix.StartsWith("mscrm", StringComparison.OrdinalIgnoreCase);
        return isRight ? null : new Message("solution.prefix.wrong", NameOf(solution), Shown.Text(prefix));
    }

    protected override bool IsKnown(PackageSolution solution) => solution.Prefix.Length > 0;

    protected override Verdict Right(OfferFacts offer, IReadOnlyList<PackageSolution> solutions) => Passed(offer, new Message("solution.prefix", Shown.Text(solutions[0].Prefix)));

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}
