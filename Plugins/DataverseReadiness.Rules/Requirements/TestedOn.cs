using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A test that people run; its date tells when.</summary>
internal sealed class TestedOn(CatalogLine line, Column<DateTime?> column) : OfferRequirement(line, column)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (column.Of(offer) is not { } testedOn)
            return Passed(offer, new Message("test.unknown", column.Label));

        return testedOn.Date > offer.Now.Date
            ? NotMet(offer, new Message("date.future", column.Label, Shown.Date(testedOn)), new Message("date.future.fix", column.Label))
            : Passed(offer, new Message("test.done", Shown.Date(testedOn)));
    }

    internal override IEnumerable<Moment> Ages(OfferFacts offer) =>
        column.Of(offer) is { } date ? [new Moment(date.Date, MomentCause.DateComes)] : [];
}
