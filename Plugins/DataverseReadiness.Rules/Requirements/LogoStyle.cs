using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>How a logo should look; only that it is square can be measured.</summary>
internal sealed class LogoStyle(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [Assets.Table + "." + Assets.Image, Assets.Table + "." + Assets.Kind];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var logos = SquareLogo.In(offer);
        if (logos.Count == 0)
            return Verdict.NotApplicable(new Message("asset.none", Shown.Choice(AssetKind.LargeLogo)), Assets.Missing);

        var basis = Assets.BasisOf(logos);
        var logo = logos[0];
        var target = Assets.In(logo, Assets.Image);
        if (logo.Inspection != InspectionState.Inspected)
            return Verdict.Undecided(new Message("asset.uninspected", Shown.Text(logo.Name)), new Message("asset.uninspected.fix"), target, basis);

        var size = new[] { Shown.Text(logo.Name), Shown.Number(logo.Width ?? 0), Shown.Number(logo.Height ?? 0) };
        return logo.Width == logo.Height
            ? Passed(new Message("logo.style", size), target, basis)
            : Verdict.NotMet(new Message("png.size", size), Fix(), target, basis);
    }
}
