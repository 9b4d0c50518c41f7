using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A web address of the right form. Whether it answers is for a probe to tell.</summary>
internal sealed class UrlGiven(CatalogLine line, Column<string?> column, bool optional = false) : OfferRequirement(line, column)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        if (column.IsEmptyIn(offer))
            return optional ? NotGiven(offer, column) : NotMet(offer, new Message("column.empty", column.Label), Fix());

        return UrlReader.Read(column.Of(offer)).Problem is { } problem
            ? NotMet(offer, problem, Fix())
            : PassedAddress(offer, Given(offer, column), column, column.Of(offer));
    }

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => AddressOf(column.Of(offer), column.In(offer));
}
