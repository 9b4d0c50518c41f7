using System.Globalization;
using System.Xml;
using System.Xml.Linq;
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
            using var reader = XmlReader.Create(
                new StringReader(token), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 32768 });
            var cookie = XElement.Load(reader);
            page.PageNumber = (int)cookie.Attribute("pagenumber")!;
            page.Count = (int?)cookie.Attribute("pagesize") ?? page.Count;
            page.PagingCookie = (string?)cookie.Attribute("pagingcookie");
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
        var token = new XElement(
            "cookie",
            new XAttribute("pagenumber", page.PageNumber + 1),
            new XAttribute("pagesize", page.Count),
            new XAttribute("pagingcookie", cookie ?? ""),
            new XAttribute("istracking", "False"));
        var kept = request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(option => !option.StartsWith("$skiptoken=", StringComparison.Ordinal) && !option.StartsWith("%24skiptoken=", StringComparison.OrdinalIgnoreCase))
            .Append("$skiptoken=" + Uri.EscapeDataString(token.ToString(SaveOptions.DisableFormatting)));
        return string.Create(CultureInfo.InvariantCulture, $"{request.ServiceRoot}{request.Path}?{string.Join('&', kept)}");
    }
}
