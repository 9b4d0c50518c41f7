using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>A requirement on what the inspection read in the package. Without a package that was read nothing is decided.</summary>
internal abstract class PackageRequirement(CatalogLine line, params Column[] columns) : Requirement(line)
{
    public sealed override IReadOnlyList<string> Reads { get; } = [PackageReading.Name, .. columns.Select(column => Tables.Offer + "." + column.Name)];

    public sealed override Verdict Evaluate(OfferFacts offer) => PackageReading.NotReadable(offer) ?? Evaluate(offer, offer.Package!);

    /// <summary>Decides on a package that could be read.</summary>
    protected abstract Verdict Evaluate(OfferFacts offer, PackageFacts package);

    protected Verdict Passed(OfferFacts offer, Message reason, params string?[] more) => Passed(reason, PackageReading.Target(offer), BasisOf(offer, more));

    protected Verdict NotMet(OfferFacts offer, Message reason, params string?[] more) => NotMet(offer, reason, Fix(), more);

    protected Verdict NotMet(OfferFacts offer, Message reason, Message fix, params string?[] more) =>
        Verdict.NotMet(reason, fix, PackageReading.Target(offer), BasisOf(offer, more));

    protected Verdict NotApplicable(OfferFacts offer, Message reason, params string?[] more) =>
        Verdict.NotApplicable(reason, PackageReading.Target(offer), BasisOf(offer, more));

    protected Verdict Undecided(OfferFacts offer, Message reason, Message fix, params string?[] more) =>
        Verdict.Undecided(reason, fix, PackageReading.Target(offer), BasisOf(offer, more));

    /// <summary>What a solution is called in a sentence.</summary>
    protected static string NameOf(PackageSolution solution) => Shown.Text(solution.UniqueName.Length > 0 ? solution.UniqueName : solution.File);

    private string?[] BasisOf(OfferFacts offer, string?[] more)
    {
        var basis = new string?[2 + columns.Length + more.Length];
        basis[0] = Basis.Of(offer.PackageInspection);
        basis[1] = offer.Package!.Sha256;
        for (var i = 0; i < columns.Length; i++)
            basis[2 + i] = columns[i].BasisIn(offer);
        more.CopyTo(basis, 2 + columns.Length);
        return basis;
    }
}
