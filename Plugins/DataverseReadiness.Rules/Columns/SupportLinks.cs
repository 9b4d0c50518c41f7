using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>The columns of a support link, and where a missing one is added.</summary>
internal static class SupportLinks
{
    public const string Table = Tables.SupportLink;
    public const string Purpose = "rdy_purpose";
    public const string Url = "rdy_url";
    public const string Model = "rdy_model";
    public const string Channel = "rdy_channel";
    public const string Hours = "rdy_hours";

    /// <summary>A support link that has to be created.</summary>
    public static FixTarget Missing { get; } = new(Table, null, Purpose);

    public static FixTarget In(SupportLinkFact link, string column) => new(Table, link.Id, column);

    public static string Label(string column) => Tables.Label(Table, column);

    /// <summary>The first of some links whose address is also one of others, but for case and a slash at the end; null when none is.</summary>
    public static SupportLinkFact? Same(List<SupportLinkFact> links, List<SupportLinkFact> others) =>
        links.FirstOrDefault(link => Plain(link.Url) is { Length: > 0 } url && others.Exists(other => string.Equals(Plain(other.Url), url, StringComparison.OrdinalIgnoreCase)));

    private static string Plain(string? url)
    {
        var text = (url ?? "").Trim();
        return text.EndsWith("/", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
    }

    public static List<SupportLinkFact> For(OfferFacts offer, LinkPurpose purpose) =>
        offer.SupportLinks.Where(link => link.Purpose == purpose).ToList();
}
