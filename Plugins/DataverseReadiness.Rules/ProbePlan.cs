using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The addresses of an offer that its rule set wants probed.</summary>
public static class ProbePlan
{
    /// <summary>Each place once, well-formed addresses only.</summary>
    public static IReadOnlyList<ProbedAddress> Of(OfferFacts offer)
    {
        var addresses = new List<ProbedAddress>();
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (var requirement in RuleSet.Of(offer.RuleSet).All.Where(requirement => !requirement.HasEndedAt(offer.Now)))
            addresses.AddRange(requirement.Addresses(offer).Where(address => places.Add(address.Target.ToString())));
        return addresses;
    }

    /// <summary>Those that were never probed, or not lately enough, or at another address.</summary>
    public static IReadOnlyList<ProbedAddress> Due(OfferFacts offer)
    {
        var days = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var requirement in RuleSet.Of(offer.RuleSet).All)
        {
            foreach (var address in requirement.Addresses(offer))
            {
                var place = address.Target.ToString();
                days[place] = days.TryGetValue(place, out var shortest) ? Math.Min(shortest, requirement.ShelfDays) : requirement.ShelfDays;
            }
        }

        return [.. Of(offer).Where(address => ProbeReading.IsDue(offer.ProbeOf(address.Target), address, days[address.Target.ToString()], offer.Now))];
    }
}
