using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>A built-in requirement as a team weighs it: never lighter than it is, and with the team's guidance beside its own.</summary>
internal sealed class TeamOverride(Requirement inner, TeamRequirementFact row)
    : Requirement(inner, row.Severity == Severity.Blocking ? Severity.Blocking : inner.Severity)
{
    public override IReadOnlyList<string> Reads => inner.Reads;

    public override Verdict Evaluate(OfferFacts offer) => Advise(inner.Evaluate(offer));

    /// <summary>Adds the guidance to what is to be done.</summary>
    public Verdict Advise(Verdict verdict) =>
        verdict.Fix is null || string.IsNullOrWhiteSpace(row.Guidance)
            ? verdict
            : verdict.Advise(new Message("team.advice", Shown.Nested(verdict.Fix), Shown.Long(row.Guidance, 1500)));

    internal override IEnumerable<ProbedAddress> Addresses(OfferFacts offer) => inner.Addresses(offer);

    internal override IEnumerable<Guid>? RowsRead(OfferFacts offer) => inner.RowsRead(offer);

    internal override IEnumerable<Moment> Ages(OfferFacts offer) => inner.Ages(offer);
}
