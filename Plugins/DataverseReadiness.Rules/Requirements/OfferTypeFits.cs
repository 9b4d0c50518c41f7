using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A test offer says so in its name and is seen by nobody but its own testers; whether the offer type fits is for a person to judge.</summary>
internal sealed class OfferTypeFits(CatalogLine line) : Requirement(line)
{
    private const string TestName = "MS Test Offer";

    public override IReadOnlyList<string> Reads { get; } =
    [
        Tables.Offer + "." + Columns.TestOffer.Name,
        Tables.Offer + "." + Columns.Name.Name,
        PlanColumns.Table + "." + PlanColumns.Visibility,
    ];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var named = (offer.Name ?? "").IndexOf(TestName, StringComparison.OrdinalIgnoreCase) >= 0;
        var open = offer.Plans.FirstOrDefault(plan => plan.Visibility != PlanVisibility.Private);
        string?[] basis = [Basis.Of(offer.TestOffer), offer.Name, Shown.Number(offer.Plans.Count), open is null ? null : Basis.Of(open.Visibility)];
        var target = Columns.TestOffer.In(offer);
        if (offer.TestOffer != YesNo.Yes)
        {
            return named
                ? Verdict.NotMet(new Message("testoffer.named", TestName), new Message("testoffer.named.fix"), target, basis)
                : Passed(new Message("testoffer.no"), target, basis);
        }

        if (!named)
            return Verdict.NotMet(new Message("testoffer.unnamed", Shown.Text(offer.Name), TestName), new Message("testoffer.unnamed.fix", TestName), Columns.Name.In(offer), basis);
        return open is not null
            ? Verdict.NotMet(new Message("testoffer.public", Shown.Text(open.Name)), Fix(), PlanColumns.In(open, PlanColumns.Visibility), basis)
            : Passed(new Message("testoffer.yes"), target, basis);
    }
}
