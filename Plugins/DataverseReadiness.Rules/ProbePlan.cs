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
}
