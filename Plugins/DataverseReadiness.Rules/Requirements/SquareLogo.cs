using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>One large logo: a square PNG between two sizes. Either kind of asset may carry it.</summary>
internal sealed class SquareLogo(CatalogLine line, int min, int max) : Requirement(line)
{
    private readonly Message _add = new("logo.square.add", Shown.Number(min), Shown.Number(max));

    public override IReadOnlyList<string> Reads { get; } = [Assets.Table + "." + Assets.Image, Assets.Table + "." + Assets.Kind];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var logos = In(offer);
        if (logos.Count == 0)
            return Verdict.NotMet(new Message("asset.none", Shown.Choice(AssetKind.LargeLogo)), _add, Assets.Missing);

        var basis = Assets.BasisOf(logos);
        var fix = Fix(Shown.Number(min), Shown.Number(max));
        Verdict? worst = null;
        foreach (var logo in logos)
        {
            var verdict = Problem(logo, fix, basis);
            if (verdict is null)
                return Passed(new Message("logo.square", Shown.Number(logo.Width!.Value)), Assets.In(logo, Assets.Image), basis);
            if (worst is null || (worst.Kind == VerdictKind.Undecided && verdict.Kind == VerdictKind.NotMet))
                worst = verdict;
        }

        return worst!;
    }

    /// <summary>What may be the large logo: the kind of its own first, else the detail logo of 2018, whose size fits.</summary>
    public static List<AssetFact> In(OfferFacts offer)
    {
        var logos = Assets.Of(offer, AssetKind.LargeLogo);
        return logos.Count > 0 ? logos : Assets.Of(offer, AssetKind.DetailLogo216);
    }

    private Verdict? Problem(AssetFact logo, Message fix, string?[] basis)
    {
        if (Assets.NotReadable(logo, Assets.Image, fix, basis) is { } unreadable)
            return unreadable;

        var target = Assets.In(logo, Assets.Image);
        if (logo.Format != "PNG")
            return Verdict.NotMet(new Message("png.format", Shown.Text(logo.Name), Shown.Text(logo.Format)), fix, target, basis);
        return logo.Width == logo.Height && logo.Width >= min && logo.Width <= max
            ? null
            : Verdict.NotMet(
                new Message("png.size", Shown.Text(logo.Name), Shown.Number(logo.Width ?? 0), Shown.Number(logo.Height ?? 0)), fix, target, basis);
    }
}
