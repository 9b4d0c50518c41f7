using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The inner zip is whole. Another name than the documented one is pointed out: whether it passes is stated nowhere.</summary>
internal sealed class InnerPackageFiles(CatalogLine line, string usualName) : PackageRequirement(line)
{
    protected override Verdict Evaluate(OfferFacts offer, PackageFacts package)
    {
        var findings = package.FindingsOf(PackagePart.Inner);
        if (findings.Count > 0)
            return NotMet(offer, findings[0].Message);
        return Passed(offer, package.InnerFile == usualName ? new Message("zip.complete") : new Message("zip.inner.other", Shown.Text(package.InnerFile), usualName));
    }
}
