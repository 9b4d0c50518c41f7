using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A canvas app without Dataverse comes as a valid package of its own.</summary>
internal sealed class StandaloneCanvas(CatalogLine line) : OfferRequirement(line, Columns.StandaloneCanvas, Columns.PackageInspection)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (Missing(offer, Columns.StandaloneCanvas) is { } missing)
            return missing;
        if (offer.StandaloneCanvas != YesNo.Yes)
            return NotApplicable(offer, new Message("answer.no", Columns.StandaloneCanvas.Label));
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        string?[] basis = [.. BasisIn(offer), offer.Package!.Sha256];
        return offer.Package.Solutions.Any(solution => solution.HasCanvasApp)
            ? Verdict.Met(new Message("canvas.there"), Columns.StandaloneCanvas.In(offer), basis)
            : Verdict.NotMet(new Message("canvas.missing"), Fix(), PackageReading.Target(offer), basis);
    }
}
