using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The inspection found nothing wrong with parts of the package.</summary>
internal sealed class PackageComplete : Requirement
{
    private const string Column = "rdy_package";
    private static readonly string Label = Tables.Label(Tables.Offer, Column);

    private readonly PackagePart[] _parts;
    private readonly bool _asksForZip;

    public PackageComplete(CatalogLine line, params PackagePart[] parts)
        : this(line, asksForZip: false, parts)
    {
    }

    /// <param name="asksForZip">A zip that cannot be read does not meet it, and leaves open what else is asked of the package.</param>
    public PackageComplete(CatalogLine line, bool asksForZip, params PackagePart[] parts)
        : base(line)
    {
        _asksForZip = asksForZip;
        _parts = parts;
    }

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

        if (package.Damage is { } damage)
            return _asksForZip ? Verdict.NotMet(damage, new Message("zip.damaged.fix"), target, inspection, package.Sha256) : PackageReading.Unreadable(offer);

        var found = package.Findings.Where(finding => _parts.Contains(finding.Part)).ToList();
        return found.Count == 0
            ? Passed(new Message("zip.complete"), target, inspection, package.Sha256)
            : Verdict.NotMet(found[0].Message, found.Count == 1 ? Fix() : new Message("zip.findings.fix", Shown.Number(found.Count)), target, inspection, package.Sha256);
    }
}
