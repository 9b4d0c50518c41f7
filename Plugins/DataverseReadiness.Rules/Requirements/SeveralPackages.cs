using System;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Several packages only for several CRM versions, one file each.</summary>
internal sealed class SeveralPackages(CatalogLine line, bool optional = false) : OfferRequirement(line, Columns.MultiplePackages, Columns.PackageFiles)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (optional && offer.MultiplePackages is null && Columns.PackageFiles.IsEmptyIn(offer))
            return NotGiven(offer, Columns.MultiplePackages);
        if (Missing(offer, Columns.MultiplePackages) is { } missing)
            return missing;

        var files = Lines.Of(offer.PackageFiles).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var count = Shown.Number(files.Count);
        if (offer.MultiplePackages != YesNo.Yes)
        {
            return files.Count > 1
                ? NotMet(offer, new Message("packages.contradiction", count), new Message("packages.contradiction.fix"), Columns.PackageFiles)
                : optional ? NotApplicable(offer, new Message("packages.one"))
                : Passed(offer, new Message("packages.one"));
        }

        if (files.Count < 2)
            return NotMet(offer, new Message("packages.few", count), Fix(), Columns.PackageFiles);

        return files.FirstOrDefault(file => !ZipFileName.IsZip(file)) is { } other
            ? NotMet(offer, new Message("packages.nozip", Shown.Text(other)), Fix(), Columns.PackageFiles)
            : Passed(offer, new Message("packages.several", count, Shown.Some(files)));
    }
}
