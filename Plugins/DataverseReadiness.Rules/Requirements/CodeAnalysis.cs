using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>The code analysis has run and found no errors.</summary>
internal sealed class CodeAnalysis(CatalogLine line) : OfferRequirement(line, Columns.CheckerRunOn, Columns.CheckerErrors)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (offer.CheckerErrors > 0)
            return NotMet(offer, new Message("checker.errors", Shown.Number(offer.CheckerErrors.Value)), Fix(), Columns.CheckerErrors);

        if (offer.CheckerRunOn is not { } runOn)
            return Passed(offer, new Message("checker.unknown"));

        if (runOn.Date > offer.Now.Date)
            return NotMet(offer, new Message("date.future", Columns.CheckerRunOn.Label, Shown.Date(runOn)), new Message("date.future.fix", Columns.CheckerRunOn.Label));

        return Missing(offer, Columns.CheckerErrors)
            ?? Passed(offer, new Message("checker.clean", Shown.Date(runOn)));
    }

    internal override IEnumerable<Moment> Ages(OfferFacts offer) =>
        offer.CheckerRunOn is { } date ? [new Moment(date.Date, MomentCause.DateComes)] : [];
}
