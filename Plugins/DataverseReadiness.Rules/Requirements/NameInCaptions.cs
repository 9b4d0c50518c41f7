using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Every caption names the offer, spelt as its name is.</summary>
internal sealed class NameInCaptions(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } = [Tables.Offer + "." + Columns.Name.Name, Assets.Table + "." + Assets.Caption];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var captioned = offer.Assets.Where(asset => !string.IsNullOrWhiteSpace(asset.Caption)).ToList();
        if (captioned.Count == 0 || Columns.Name.IsEmptyIn(offer))
            return Verdict.NotApplicable(new Message("agree.caption.none"), Assets.Missing);

        var name = Columns.Name.ShownIn(offer);
        string?[] basis = [offer.Name, .. captioned.Select(asset => asset.Caption)];
        return captioned.FirstOrDefault(asset => !TextSearch.Has(asset.Caption, offer.Name!)) is { } other
            ? Verdict.NotMet(new Message("agree.caption.missing", Shown.Text(other.Caption), name), Fix(name), Assets.In(other, Assets.Caption), basis)
            : Passed(new Message("agree.caption", Shown.Number(captioned.Count), name), Assets.In(captioned[0], Assets.Caption), basis);
    }
}
