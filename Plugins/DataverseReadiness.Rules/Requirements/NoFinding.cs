using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The inspection of the package found no problem of one kind.</summary>
/// <param name="isOne">Tells the kind.</param>
internal sealed class NoFinding(CatalogLine line, Func<PackageFinding, bool> isOne) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [PackageReading.Name];

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        var package = offer.Package!;
        string?[] basis = [Basis.Of(offer.PackageInspection), package.Sha256];
        PackageFinding? first = null;
        var count = 0;
        foreach (var finding in package.Findings)
        {
            if (!isOne(finding))
                continue;
            first ??= finding;
            count++;
        }

        var target = PackageReading.Target(offer);
        return first is null
            ? Passed(new Message("zip.nofinding"), target, basis)
            : Verdict.NotMet(first.Message, Fix(Shown.Number(count)), target, basis);
    }
}
