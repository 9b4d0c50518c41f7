using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Offers that made earlier pages of a sweep fault, as whoever calls hands them back: ids, in whatever text.</summary>
internal sealed class PassedOffers(string? text)
{
    private static readonly Regex Id = new("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.CultureInvariant);

    private readonly Dictionary<Guid, int> _times = In(text).GroupBy(id => id).ToDictionary(named => named.Key, named => named.Count());

    public int Count => _times.Count;

    public bool Contains(Guid offerId) => _times.ContainsKey(offerId);

    /// <summary>Whether it faulted again where it was only to be put off.</summary>
    public bool IsLeftAlone(Guid offerId) => _times.TryGetValue(offerId, out var times) && times > 1;

    /// <summary>The ids that a text names, each as often as it does.</summary>
    public static IEnumerable<Guid> In(string? text) => Id.Matches(text ?? string.Empty).Cast<Match>().Select(match => Guid.Parse(match.Value));
}
