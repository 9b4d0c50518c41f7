using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>No solution brings the site map of the platform or of one of Microsoft's apps.</summary>
internal sealed class SiteMapUntouched(CatalogLine line) : SolutionRequirement(line)
{
    protected override Message? Problem(OfferFacts offer, PackageSolution solution) =>
        solution.HasSiteMapChange ? new Message("sitemap.changed", NameOf(solution)) : null;

    protected override bool IsKnown(PackageSolution solution) => solution.IsRead;

    protected override Verdict Right(OfferFacts offer, IReadOnlyList<PackageSolution> solutions) => Passed(offer, new Message("sitemap.untouched", Names(solutions)));
}
