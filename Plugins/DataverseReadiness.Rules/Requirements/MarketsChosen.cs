using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>At least one market: of the offer, or of each plan when it is sold through Microsoft.</summary>
internal sealed class MarketsChosen(CatalogLine line) : Requirement(line)
{
    public override IReadOnlyList<string> Reads { get; } =
    [
        Tables.Offer + "." + Columns.Markets.Name,
        Tables.Offer + "." + Columns.SellThroughMicrosoft.Name,
        PlanColumns.Table + "." + PlanColumns.Markets,
    ];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var sold = Basis.Of(offer.SellThroughMicrosoft);
        if (!Sales.IsTransacted(offer))
            return Wrong(offer.Markets, null, Columns.Markets.In(offer), sold, offer.Markets) ?? Right(offer.Markets, Columns.Markets.In(offer), sold, offer.Markets);
        if (offer.Plans.Count == 0)
            return Verdict.NotMet(new Message("plan.none"), new Message("plan.none.fix"), PlanColumns.Missing, sold);

        string?[] basis = [sold, .. offer.Plans.Select(plan => plan.Markets)];
        foreach (var plan in offer.Plans)
        {
            if (Wrong(plan.Markets, plan, PlanColumns.In(plan, PlanColumns.Markets), basis) is { } wrong)
                return wrong;
        }

        return Right(offer.Plans[0].Markets, PlanColumns.In(offer.Plans[0], PlanColumns.Markets), basis);
    }

    private Verdict? Wrong(string? text, PlanFact? plan, FixTarget target, params string?[] basis)
    {
        var codes = Countries.In(text);
        if (codes.Length == 0)
        {
            return Verdict.NotMet(
                plan is null ? new Message("column.empty", Columns.Markets.Label) : new Message("plan.empty", Shown.Text(plan.Name), PlanColumns.Label(PlanColumns.Markets)),
                Fix(),
                target,
                basis);
        }

        return codes.FirstOrDefault(code => !Countries.IsKnown(code)) is { } unknown
            ? Verdict.NotMet(new Message("market.unknown", Shown.Text(unknown)), Fix(), target, basis)
            : null;
    }

    private Verdict Right(string? text, FixTarget target, params string?[] basis)
    {
        var codes = Countries.In(text);
        return Passed(new Message("market.count", Shown.Number(codes.Length), Shown.Some(codes)), target, basis);
    }
}
