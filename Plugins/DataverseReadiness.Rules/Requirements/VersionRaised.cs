using System;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Against the last accepted package no solution's version falls, and the one that the package is known by rises.</summary>
internal sealed class VersionRaised(CatalogLine line) : PackageRequirement(line, Columns.LastPublishedOn)
{
    protected override Verdict Evaluate(OfferFacts offer, PackageFacts package)
    {
        if (offer.AcceptedPackage is not { } accepted)
        {
            return offer.LastPublishedOn is null
                ? NotApplicable(offer, new Message("raised.first"))
                : Undecided(offer, new Message("raised.unknown", Shown.Date(offer.LastPublishedOn.Value)), new Message("raised.unknown.fix"));
        }

        var basis = accepted.Sha256;
        if (accepted.Sha256 == package.Sha256)
            return NotApplicable(offer, new Message("raised.same"), basis);
        var anchor = package.Anchor() ?? package.Solutions.FirstOrDefault();
        foreach (var solution in package.Solutions)
        {
            var before = accepted.Solutions.FirstOrDefault(other => string.Equals(other.UniqueName, solution.UniqueName, StringComparison.OrdinalIgnoreCase));
            if (before is null || PackageVersion.Read(before.Version) is not { } old)
                continue;
            if (PackageVersion.Read(solution.Version) is not { } version || version < old || (version == old && solution == anchor))
                return NotMet(offer, new Message("raised.not", NameOf(solution), Shown.Text(solution.Version), Shown.Text(before.Version)), basis);
        }

        return anchor is null
            ? NotMet(offer, new Message("package.solution.none"), basis)
            : Passed(offer, new Message("raised", NameOf(anchor), Shown.Text(anchor.Version)), basis);
    }
}
