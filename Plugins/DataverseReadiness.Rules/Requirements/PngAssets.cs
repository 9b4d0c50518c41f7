using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Listing images of one kind: at least one, no more than the store shows, each a PNG of exactly its size.</summary>
/// <param name="or">Another kind that serves as well where there is none of the first.</param>
/// <param name="optional">There may be none.</param>
/// <param name="captioned">Each needs a caption. What it says is not what a judgement rests on.</param>
internal sealed class PngAssets(
    CatalogLine line, AssetKind kind, int width, int height, int max = 1, AssetKind? or = null, bool optional = false, bool captioned = false) : Requirement(line)
{
    private readonly string _kind = Shown.Choice(kind);
    private readonly string _max = Shown.Number(max);
    private readonly Message _fix = PngImage.Fix(width, height);

    public override IReadOnlyList<string> Reads { get; } =
        [Assets.Table + "." + Assets.Image, Assets.Table + "." + Assets.Kind, .. captioned ? new[] { Assets.Table + "." + Assets.Caption } : []];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var assets = In(offer);
        if (assets.Count == 0 && optional)
            return Verdict.NotApplicable(new Message("asset.optional", _kind), Assets.Missing);
        if (assets.Count == 0)
            return Verdict.NotMet(new Message("asset.none", _kind), new Message("png.add", _kind, Shown.Number(width), Shown.Number(height)), Assets.Missing);

        var basis = Assets.BasisOf(assets);
        if (assets.Count > max)
        {
            return Verdict.NotMet(
                new Message("asset.many", Shown.Number(assets.Count), _kind, _max),
                new Message("asset.many.fix", _max, _kind),
                Assets.In(assets[max], Assets.Kind),
                basis);
        }

        Verdict? uninspected = null;
        foreach (var asset in assets)
        {
            var verdict = PngImage.Problem(asset, width, height, _fix, basis);
            if (verdict?.Kind == VerdictKind.NotMet)
                return verdict;
            uninspected ??= verdict;
            if (captioned && string.IsNullOrWhiteSpace(asset.Caption))
            {
                return Verdict.NotMet(
                    new Message("asset.uncaptioned", Shown.Text(asset.Name)),
                    new Message("column.fill", Assets.Label(Assets.Caption)),
                    Assets.In(asset, Assets.Caption),
                    [.. basis, asset.Caption]);
            }
        }

        return uninspected ?? Passed(
            assets.Count == 1
                ? new Message("png.right", Shown.Number(width), Shown.Number(height))
                : new Message("png.all", Shown.Number(assets.Count), Shown.Number(width), Shown.Number(height)),
            Assets.In(assets[0], Assets.Image),
            basis);
    }

    internal override IEnumerable<Guid>? RowsRead(OfferFacts offer) => In(offer).Select(asset => asset.Id);

    private List<AssetFact> In(OfferFacts offer)
    {
        var assets = Assets.Of(offer, kind);
        return assets.Count == 0 && or is { } other ? Assets.Of(offer, other) : assets;
    }
}
