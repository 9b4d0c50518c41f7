using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A requirement on columns of the offer itself. What it reads is what its verdicts rest on.</summary>
internal abstract class OfferRequirement : Requirement
{
    private readonly Column[] _columns;

    protected OfferRequirement(CatalogLine line, params Column[] columns)
        : base(line)
    {
        _columns = columns;
        Reads = Array.ConvertAll(columns, column => Tables.Offer + "." + column.Name);
    }

    public sealed override IReadOnlyList<string> Reads { get; }

    protected Verdict Passed(OfferFacts offer, Message reason, Column? at = null) =>
        Passed(reason, (at ?? _columns[0]).In(offer), BasisIn(offer));

    /// <summary>The data are right; whether the address in the column answers is for a probe to tell, where the line names one.</summary>
    protected Verdict PassedAddress(OfferFacts offer, Message reason, Column column, string? url)
    {
        var target = _columns[0].In(offer);
        return Probe is null
            ? Passed(reason, target, BasisIn(offer))
            : Passed(offer, reason, target, [new ProbedAddress(Probe.Value, column.In(offer), url!)], BasisIn(offer));
    }

    protected Verdict NotMet(OfferFacts offer, Message reason, Message fix, Column? at = null) =>
        Verdict.NotMet(reason, fix, (at ?? _columns[0]).In(offer), BasisIn(offer));

    protected Verdict NotApplicable(OfferFacts offer, Message reason, Column? at = null) =>
        Verdict.NotApplicable(reason, (at ?? _columns[0]).In(offer), BasisIn(offer));

    /// <summary>An optional column that is not filled in.</summary>
    protected Verdict NotGiven(OfferFacts offer, Column column) =>
        NotApplicable(offer, new Message("optional.empty", column.Label), column);

    /// <summary>Not met, naming every required column that is empty; null when all are filled in.</summary>
    protected Verdict? Missing(OfferFacts offer, params Column[] required)
    {
        if (Array.TrueForAll(required, column => !column.IsEmptyIn(offer)))
            return null;

        var missing = required.Where(column => column.IsEmptyIn(offer)).ToList();
        return missing.Count == 1
            ? NotMet(offer, new Message("column.empty", missing[0].Label), new Message("column.fill", missing[0].Label), missing[0])
            : NotMet(offer, new Message("columns.empty", Shown.Labels(missing)), new Message("columns.fill", Shown.Labels(missing)), missing[0]);
    }

    /// <summary>States the value of a column that is filled in; of a long text its length.</summary>
    protected static Message Given(OfferFacts offer, Column column)
    {
        var length = column is Column<string?> text ? text.Of(offer)!.Length : 0;
        return length > 80
            ? new Message("column.long", column.Label, Shown.Number(length))
            : new Message("column.value", column.Label, column.ShownIn(offer));
    }

    protected string?[] BasisIn(OfferFacts offer)
    {
        var basis = new string?[_columns.Length];
        for (var i = 0; i < basis.Length; i++)
            basis[i] = _columns[i].BasisIn(offer);
        return basis;
    }
}
