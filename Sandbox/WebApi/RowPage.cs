using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>Pages of rows, and the <c>$skiptoken</c> that leads to the next one.</summary>
internal static class RowPage
{
    /// <summary>Most rows in one answer.</summary>
    public const int Largest = 5000;

    /// <summary>The page a request asks for.</summary>
    public static PagingInfo Of(ODataQuery query, Preferences preferences)
    {
        var page = new PagingInfo { Count = preferences.PageSize ?? Largest, PageNumber = 1 };
        if (!query.Options.TryGetValue("$skiptoken", out var token))
            return page;
        try
        {
            // Clients append a slash to the whole address.
            using var reader = XmlReader.Create(
                new StringReader(token[..(token.LastIndexOf('>') + 1)]), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 32768 });
            var cookie = XElement.Load(reader);
            page.PageNumber = (int)cookie.Attribute("pagenumber")!;
            page.Count = (int?)cookie.Attribute("pagesize") ?? page.Count;
            page.PagingCookie = Uri.UnescapeDataString(Uri.UnescapeDataString((string?)cookie.Attribute("pagingcookie") ?? ""));
        }
        catch (Exception problem) when (problem is XmlException or FormatException or ArgumentNullException or OverflowException)
        {
            throw WebApiException.BadQuery("The $skiptoken is not one of ours. Follow @odata.nextLink as it is.");
        }

        return page is { PageNumber: > 1, Count: > 0 and <= Largest }
            ? page
            : throw WebApiException.BadQuery("The $skiptoken is not one of ours. Follow @odata.nextLink as it is.");
    }

    /// <summary>The address of the page after this one.</summary>
    public static string NextLink(WebApiRequest request, PagingInfo page, string? cookie)
    {
        var kept = request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(option => !option.StartsWith("$skiptoken=", StringComparison.Ordinal) && !option.StartsWith("%24skiptoken=", StringComparison.OrdinalIgnoreCase))
            .Append(SkipToken(page, cookie));
        return $"{request.ServiceRoot}{request.Path}?{string.Join('&', kept)}";
    }

    /// <summary>
    /// The address of an expanded collection: with the options it was expanded with, and where the expansion itself was paged, of the page
    /// after it (DP/webapi/query/join-tables).
    /// </summary>
    public static string NextLinkOf(WebApiRequest request, EntitySchema entity, Entity row, CollectionExpansion expansion)
    {
        var options = expansion.Options
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(option => Uri.EscapeDataString(option).Replace("%24", "$", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal));
        if (expansion.PageSize is { } size)
            options = options.Append(SkipToken(new PagingInfo { PageNumber = 1, Count = size }, cookie: null));
        var query = string.Join('&', options);
        return $"{request.AddressOf(entity, row.Id)}/{expansion.Navigation.Name}{(query.Length == 0 ? "" : "?" + query)}";
    }

    /// <summary>The cookie with the number of the page after this one, as an annotation carries it: the query's own cookie within is escaped twice.</summary>
    public static string CookieOf(PagingInfo page, string? cookie) => new XElement(
        "cookie",
        new XAttribute("pagenumber", page.PageNumber + 1),
        new XAttribute("pagingcookie", Uri.EscapeDataString(Uri.EscapeDataString(cookie ?? ""))),
        new XAttribute("istracking", "False")).ToString(SaveOptions.DisableFormatting);

    private static string SkipToken(PagingInfo page, string? cookie)
    {
        var token = XElement.Parse(CookieOf(page, cookie));
        token.Add(new XAttribute("pagesize", page.Count));
        return "$skiptoken=" + Uri.EscapeDataString(token.ToString(SaveOptions.DisableFormatting));
    }
}
