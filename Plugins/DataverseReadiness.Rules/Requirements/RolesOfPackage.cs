using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Security roles that people name are in the package, or are the platform's.</summary>
internal sealed class RolesOfPackage(CatalogLine line) : Requirement(line)
{
    private static readonly HashSet<string> Platform = new(
        ["Basic User", "Common Data Service User", "Delegate", "Environment Maker", "Service Reader", "Service Writer", "Support User", "System Administrator", "System Customizer"],
        StringComparer.OrdinalIgnoreCase);

    public override IReadOnlyList<string> Reads { get; } =
    [
        Trials.Table + "." + Trials.RoleName,
        Tables.Offer + "." + Columns.ServiceAccountRoles.Name,
        PackageReading.Name,
    ];

    public override Verdict Evaluate(OfferFacts offer)
    {
        var named = new List<KeyValuePair<string, FixTarget>>();
        foreach (var trial in Trials.TestDrives(offer))
        {
            if (!string.IsNullOrWhiteSpace(trial.RoleName))
                named.Add(new KeyValuePair<string, FixTarget>(trial.RoleName!.Trim(), Trials.In(trial, Trials.RoleName)));
        }

        if (offer.AddsServiceAccount == YesNo.Yes)
        {
            foreach (var role in Lines.Of(offer.ServiceAccountRoles).Take(TextSearch.MostEntries))
                named.Add(new KeyValuePair<string, FixTarget>(role, Columns.ServiceAccountRoles.In(offer)));
        }

        if (named.Count == 0)
            return Verdict.NotApplicable(new Message("agree.role.none"), Columns.ServiceAccountRoles.In(offer));
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        string?[] basis = [.. named.Select(pair => pair.Key), offer.Package!.Sha256];
        foreach (var pair in named)
        {
            if (!Platform.Contains(pair.Key) && !offer.Package.Solutions.Any(solution => solution.Roles.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)))
                return Verdict.NotMet(new Message("agree.role.missing", Shown.Text(pair.Key)), Fix(), pair.Value, basis);
        }

        return Passed(new Message("agree.role", Shown.Some(named.Select(pair => pair.Key).ToList())), named[0].Value, basis);
    }
}
