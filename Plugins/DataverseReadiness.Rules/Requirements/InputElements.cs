using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The input file has every element. The old spelling of its name is pointed out: packages with it have passed.</summary>
internal sealed class InputElements(CatalogLine line, string name) : PackageRequirement(line)
{
    protected override Verdict Evaluate(OfferFacts offer, PackageFacts package)
    {
        var findings = package.FindingsOf(PackagePart.Input);
        if (findings.Count > 0)
            return NotMet(offer, findings[0].Message);
        return Passed(offer, package.InputFile == name ? new Message("zip.complete") : new Message("zip.input.other", Shown.Text(package.InputFile), name));
    }
}
