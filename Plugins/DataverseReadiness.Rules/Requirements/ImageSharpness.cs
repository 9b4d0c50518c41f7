using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Pictures are sharp enough. Measured sharpness is a hint; people look.</summary>
internal sealed class ImageSharpness(CatalogLine line, decimal suspicious) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [Assets.Table + "." + Assets.Image, Assets.Table + "." + Assets.Kind];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var pictures = offer.Assets.Where(asset => asset.Width is not null && asset.Inspection == InspectionState.Inspected).ToList();
        if (pictures.Count == 0)
            return Verdict.NotApplicable(new Message("picture.none"), Assets.Missing);

        var basis = pictures.ConvertAll(picture => picture.Sha256).ToArray();
        AssetFact? softest = null;
        foreach (var picture in pictures)
        {
            if (picture.Sharpness is not null && (softest is null || picture.Sharpness < softest.Sharpness))
                softest = picture;
        }

        var count = Shown.Number(pictures.Count);
        if (softest is null)
            return Passed(new Message("picture.unmeasured", count), Assets.In(pictures[0], Assets.Image), basis);
        return Passed(
            new Message(
                softest.Sharpness < suspicious ? "picture.blurry" : "picture.sharp", count, Shown.Text(softest.Name), Shown.Number(softest.Sharpness!.Value)),
            Assets.In(softest, Assets.Image),
            basis);
    }
}
