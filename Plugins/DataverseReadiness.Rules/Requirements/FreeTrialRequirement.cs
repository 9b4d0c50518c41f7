using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>A requirement on every free trial of the offer. It applies while the listing option is a trial, or there is one.</summary>
internal abstract class FreeTrialRequirement : Requirement
{
    protected FreeTrialRequirement(CatalogLine line, params string[] columns)
        : base(line) =>
        Reads = [.. Trials.Reads(columns), Trials.Table + "." + Trials.Kind, Tables.Offer + "." + Columns.AppType.Name];

    public sealed override IReadOnlyList<string> Reads { get; }

    public sealed override Verdict Evaluate(OfferFacts offer)
    {
        var trials = In(offer);
        var type = Basis.Of(offer.AppType);
        if (offer.AppType != AppType.Trial && trials.Count == 0)
        {
            return Verdict.NotApplicable(
                offer.AppType is null
                    ? new Message("condition.trial.unknown", Columns.AppType.Label)
                    : new Message("condition.trial", Columns.AppType.ShownIn(offer)),
                Columns.AppType.In(offer),
                type);
        }

        string?[] basis = [type, .. trials.SelectMany(BasisIn)];
        return trials.Count == 0
            ? Verdict.NotMet(new Message("freetrial.missing"), new Message("freetrial.missing.fix"), Trials.Missing, basis)
            : Evaluate(offer, trials, basis);
    }

    protected abstract Verdict Evaluate(OfferFacts offer, IReadOnlyList<TrialFact> trials, string?[] basis);

    /// <summary>The values it reads, in a fixed order.</summary>
    protected abstract IEnumerable<string?> BasisIn(TrialFact trial);

    protected static List<TrialFact> In(OfferFacts offer) => offer.Trials.Where(trial => trial.Kind == TrialKind.FreeTrial).ToList();
}
