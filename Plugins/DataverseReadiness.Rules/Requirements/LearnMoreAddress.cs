using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The package names the page that tells about it. Where the offer has the same address as a link, the probe of that link tells whether it answers.</summary>
internal sealed class LearnMoreAddress(CatalogLine line) : PackageRequirement(line)
{
    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => Links(offer);

    protected override Verdict Evaluate(OfferFacts offer, PackageFacts package)
    {
        var findings = package.FindingsOf(PackagePart.Link);
        if (findings.Count > 0)
            return NotMet(offer, findings[0].Message);
        if (AddressIn(package) is not { Length: > 0 } address)
            return NotMet(offer, new Message("package.link.missing"));
        var reason = new Message("package.link", Shown.Text(address));
        var links = Links(offer).Take(1).ToList();
        return links.Count == 0
            ? Passed(offer, reason)
            : Passed(offer, reason, PackageReading.Target(offer), links, Basis.Of(offer.PackageInspection), package.Sha256);
    }

    private static string AddressIn(PackageFacts? package) => package is not null && package.Input.TryGetValue("LearnMoreLink", out var address) ? address : "";

    private IEnumerable<ProbedAddress> Links(OfferFacts offer)
    {
        var address = AddressIn(offer.Package);
        return address.Length == 0
            ? []
            : offer.SupportLinks.Where(link => string.Equals(link.Url?.Trim(), address, StringComparison.OrdinalIgnoreCase))
                .SelectMany(link => AddressOf(link.Url, new FixTarget(SupportLinks.Table, link.Id, SupportLinks.Url)));
    }
}
