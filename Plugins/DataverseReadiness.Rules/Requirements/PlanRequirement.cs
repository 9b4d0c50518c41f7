using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A requirement on every plan of the offer. It applies while Microsoft manages the licences.</summary>
internal abstract class PlanRequirement : Requirement
{
    private readonly string[] _columns;

    protected PlanRequirement(CatalogLine line, params string[] columns)
        : base(line)
    {
        _columns = columns;
        Reads =
        [
            .. PlanColumns.Reads(columns),
            Tables.Offer + "." + Rules.Columns.LicenseManagement.Name,
            Tables.Offer + "." + Rules.Columns.SellThroughMicrosoft.Name,
        ];
    }

    public sealed override IReadOnlyList<string> Reads { get; }

    public sealed override Verdict Evaluate(OfferFacts offer)
    {
        string?[] sale = [Basis.Of(offer.LicenseManagement), Basis.Of(offer.SellThroughMicrosoft)];
        if (NotAsked(offer) is { } reason)
            return Verdict.NotApplicable(reason, Rules.Columns.LicenseManagement.In(offer), sale);
        if (offer.Plans.Count == 0)
            return Verdict.NotMet(new Message("plan.none"), new Message("plan.none.fix"), PlanColumns.Missing, sale);

        string?[] basis = [.. sale, .. offer.Plans.SelectMany(BasisIn)];
        Verdict? open = null;
        foreach (var plan in offer.Plans)
        {
            var verdict = Evaluate(offer, plan, basis);
            if (verdict?.Kind == VerdictKind.NotMet)
                return verdict;
            open ??= verdict;
        }

        return open ?? Summary(offer, basis);
    }

    /// <summary>Why it is not asked of this offer; null when it is.</summary>
    protected virtual Message? NotAsked(OfferFacts offer) => Sales.IsManaged(offer) ? null : Sales.Unmanaged(offer);

    /// <summary>What is wrong with one plan, or not known of it; null when it is right.</summary>
    protected abstract Verdict? Evaluate(OfferFacts offer, PlanFact plan, string?[] basis);

    /// <summary>All plans are right.</summary>
    protected abstract Verdict Summary(OfferFacts offer, string?[] basis);

    /// <summary>The values it reads, in a fixed order.</summary>
    protected abstract IEnumerable<string?> BasisIn(PlanFact plan);

    protected Verdict Passed(OfferFacts offer, Message reason, string?[] basis) =>
        Passed(reason, PlanColumns.In(offer.Plans[0], _columns[0]), basis);

    protected Verdict NotMet(PlanFact plan, Message reason, Message fix, string?[] basis, string? column = null) =>
        Verdict.NotMet(reason, fix, PlanColumns.In(plan, column ?? _columns[0]), basis);

    protected Verdict Empty(PlanFact plan, string column, Message fix, string?[] basis) =>
        NotMet(plan, new Message("plan.empty", Shown.Text(plan.Name), PlanColumns.Label(column)), fix, basis, column);
}
