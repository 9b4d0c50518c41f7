using DataverseReadiness.Cli.Input;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>How one offer, or one package, stands.</summary>
internal sealed class OfferReport
{
    public OfferReport(SubmittedOffer offer, OfferEvaluation evaluation, int language)
    {
        Offer = offer;
        Evaluation = evaluation;
        Items = [.. evaluation.Items.Where(item => !offer.IsPackageAlone || IsAboutPackage(item.Requirement)).Select(item => new ReportItem(item, offer, language))];
        var counted = Items.Count(item => item.Item.Counts);
        OpenItems = Items.Count(item => item.IsOpen);
        Score = counted == 0 ? 100 : 100 * (counted - OpenItems) / counted;
        Readiness = Items.Any(item => item.IsOpen && item.Item.Status != ItemStatus.Undecided) ? Readiness.NotReady
            : OpenItems > 0 ? Readiness.NeedsReview : Readiness.Ready;
    }

    public SubmittedOffer Offer { get; }

    public OfferEvaluation Evaluation { get; }

    /// <summary>What was asked, in the order of the checklist.</summary>
    public IReadOnlyList<ReportItem> Items { get; }

    public int OpenItems { get; }

    public int Score { get; }

    public Readiness Readiness { get; }

    /// <summary>Clauses of the rule set that nobody looks at.</summary>
    public IReadOnlyList<Clause> Nobody => [.. ClauseLedger.Of(Evaluation.RuleSet).Where(clause => clause.Guard == ClauseGuard.Nobody)];

    public int Count(ItemStatus status) => Items.Count(item => item.Item.Status == status);

    // Whether the package alone decides it, so that it can be asked where nothing else of the offer is known.
    private static bool IsAboutPackage(Requirement requirement) =>
        requirement.Reads.Count > 0 && requirement.Reads.All(read => read is "rdy_offer.rdy_package" or "rdy_offer.rdy_packageinspection");
}
