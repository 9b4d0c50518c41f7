using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Canvas apps have no accessibility errors left: a tool run and a person tell. Asked only where there is one.</summary>
internal sealed class CanvasAccessibility(CatalogLine line) : PackageRequirement(line)
{
    protected override Verdict Evaluate(OfferFacts offer, PackageFacts package)
    {
        if (package.Solutions.FirstOrDefault(solution => solution.HasCanvasApp) is { } canvas)
            return Passed(offer, new Message("canvas.in", NameOf(canvas)));
        return package.Solutions.FirstOrDefault(solution => !solution.IsRead) is { } unread
            ? Undecided(offer, new Message("solution.unread", NameOf(unread)), new Message("solution.unread.fix"))
            : NotApplicable(offer, new Message("canvas.none"));
    }
}
