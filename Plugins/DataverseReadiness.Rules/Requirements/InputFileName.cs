using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>The input file is spelt as today's pages spell it. Packages with the old spelling have passed too.</summary>
internal sealed class InputFileName(CatalogLine line, string name) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [PackageReading.Name];

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        var file = offer.Package!.InputFile;
        string?[] basis = [Basis.Of(offer.PackageInspection), offer.Package.Sha256];
        var target = PackageReading.Target(offer);
        return file == name
            ? Passed(new Message("input.spelt", name), target, basis)
            : Verdict.NotMet(file.Length == 0 ? new Message("input.missing", name) : new Message("input.spelt", Shown.Text(file)), Fix(name), target, basis);
    }
}
