using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Every model-driven app of the package is one of the Unified Interface.</summary>
internal sealed class UnifiedInterface(CatalogLine line) : PackageRequirement(line)
{
    private const int Unified = 4;

    protected override Verdict Evaluate(OfferFacts offer, PackageFacts package)
    {
        var apps = package.Solutions.SelectMany(solution => solution.AppModules).ToList();
        var other = apps.FirstOrDefault(app => app.ClientType is not null and not Unified);
        if (other is not null)
            return NotMet(offer, new Message("client.other", Shown.Text(other.UniqueName), Shown.Number(other.ClientType!.Value)));
        if (package.Solutions.FirstOrDefault(solution => !solution.IsRead) is { } unread)
            return Undecided(offer, new Message("solution.unread", NameOf(unread)), new Message("solution.unread.fix"));
        if (apps.Count == 0)
            return NotApplicable(offer, new Message("client.none"));
        return apps.FirstOrDefault(app => app.ClientType is null) is { } unknown
            ? Undecided(offer, new Message("client.unknown", Shown.Text(unknown.UniqueName)), new Message("settle." + Key))
            : Passed(offer, new Message("client.unified", Shown.Some(apps.Select(app => app.UniqueName).ToList())));
    }
}
