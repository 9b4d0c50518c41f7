using System;
using System.Collections.Generic;
using System.Globalization;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The package ends after it starts, and has not ended.</summary>
internal sealed class PackageDates(CatalogLine line) : PackageRequirement(line)
{
    internal override IEnumerable<Moment> Ages(OfferFacts offer) =>
        offer.Package is { } package && Date(package, "EndDate") is { } end ? [new Moment(end, MomentCause.DateComes)] : [];

    protected override Verdict Evaluate(OfferFacts offer, PackageFacts package)
    {
        if (Date(package, "StartDate") is not { } start || Date(package, "EndDate") is not { } end)
            return NotMet(offer, new Message("package.dates.missing"));
        if (end <= start)
            return NotMet(offer, new Message("package.dates.order", Shown.Date(start), Shown.Date(end)));
        return end <= offer.Now
            ? NotMet(offer, new Message("package.dates.past", Shown.Date(end)))
            : Passed(offer, new Message("package.dates.right", Shown.Date(start), Shown.Date(end)));
    }

    private static DateTime? Date(PackageFacts package, string element) =>
        package.Input.TryGetValue(element, out var value) && DateTime.TryParseExact(value, "MM'/'dd'/'yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? DateTime.SpecifyKind(date, DateTimeKind.Utc)
            : null;
}
