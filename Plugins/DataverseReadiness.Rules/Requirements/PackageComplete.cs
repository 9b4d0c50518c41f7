using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The inspection found nothing wrong with parts of the package. Damage of the zip as such concerns every part.</summary>
internal sealed class PackageComplete(CatalogLine line, params PackagePart[] parts) : Requirement(line)
{
    private const string Column = "rdy_package";
    private static readonly string Label = Tables.Label(Tables.Offer, Column);

    public override IReadOnlyList<string> Reads { get; } = [Tables.Offer + "." + Column];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var target = new FixTarget(Tables.Offer, offer.Id, Column);
        var package = offer.Package;
        var inspection = Basis.Of(offer.PackageInspection);
        if (offer.PackageInspection is null && package is null)
            return Verdict.NotMet(new Message("zip.none"), new Message("zip.none.fix", Label), target, inspection);

        if (package is null || offer.PackageInspection == InspectionState.NotInspected)
            return Verdict.Undecided(new Message("zip.uninspected"), new Message("zip.uninspected.fix"), target, inspection);

        var found = package.Findings.Where(finding => finding.Part == PackagePart.Archive || parts.Contains(finding.Part)).ToList();
        if (package.Damage is { } damage && found.All(finding => !finding.Message.Equals(damage)))
            found.Insert(0, new PackageFinding(PackagePart.Archive, damage));
        return found.Count == 0
            ? Passed(new Message("zip.complete"), target, inspection, package.Sha256)
            : Verdict.NotMet(found[0].Message, found.Count == 1 ? Fix() : new Message("zip.findings.fix", Shown.Number(found.Count)), target, inspection, package.Sha256);
    }
}
