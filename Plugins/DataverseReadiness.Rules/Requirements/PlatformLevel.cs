using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The declared platform version, and the one that wrote the solutions, are not below the lowest that is accepted.</summary>
internal sealed class PlatformLevel(CatalogLine line, string lowest) : SolutionRequirement(line, Columns.PlatformVersion)
{
    private readonly Version _lowest = PackageVersion.Read(lowest)!;

    protected override Message? Problem(OfferFacts offer, PackageSolution solution) =>
        PackageVersion.Read(solution.PlatformVersion) is { } version && version < _lowest ? new Message("platform.solution", NameOf(solution), Shown.Text(solution.PlatformVersion), lowest) : null;

    protected override bool IsKnown(PackageSolution solution) => PackageVersion.Read(solution.PlatformVersion) is not null;

    protected override Verdict Right(OfferFacts offer, IReadOnlyList<PackageSolution> solutions)
    {
        var target = Columns.PlatformVersion.In(offer);
        string?[] basis = [Basis.Of(offer.PackageInspection), offer.Package!.Sha256, offer.PlatformVersion];
        if (string.IsNullOrWhiteSpace(offer.PlatformVersion))
            return Verdict.NotMet(new Message("column.empty", Columns.PlatformVersion.Label), new Message("column.fill", Columns.PlatformVersion.Label), target, basis);
        if (PackageVersion.Read(offer.PlatformVersion!.TrimStart('v', 'V', ' ')) is not { } declared)
            return Verdict.NotMet(new Message("platform.none", Shown.Text(offer.PlatformVersion)), Fix(lowest), target, basis);
        return declared < _lowest
            ? Verdict.NotMet(new Message("platform.declared", Shown.Text(offer.PlatformVersion), lowest), Fix(lowest), target, basis)
            : Passed(new Message("platform.right", Shown.Text(offer.PlatformVersion), Shown.Text(solutions.First().PlatformVersion)), target, basis);
    }
}
