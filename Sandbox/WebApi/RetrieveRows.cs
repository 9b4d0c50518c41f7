using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>GET of a table: a query by options, by FetchXML or by a saved view.</summary>
internal static class RetrieveRows
{
    public static WebApiResponse Run(WebApiRequest request, ODataQuery query, EntitySchema entity)
    {
        if (!request.IsGet)
            throw WebApiException.NoMethod(request.Method, "a collection of rows");
        if (query.Options.TryGetValue("fetchXml", out var fetch))
        {
            query.AllowOnly("fetchXml");
            return FetchRows.Run(request, entity, fetch);
        }

        if (query.Options.TryGetValue("savedQuery", out var view))
        {
            query.AllowOnly("savedQuery");
            return FetchRows.RunView(request, entity, view);
        }

        if (query.Options.ContainsKey("$apply"))
            return AggregateRows.Run(request, query, entity);
        return Answer(request, query, RowQuery.Compile(query, entity, request.Preferences.PageSize));
    }

    /// <summary>Runs a query and writes its page.</summary>
    public static WebApiResponse Answer(WebApiRequest request, ODataQuery query, RowQuery rows)
    {
        var expression = rows.Expression;
        var page = RowPage.Of(query, request.Preferences);
        var isPaged = expression.TopCount is null || request.Preferences.PageSize is not null;
        var wantsCount = query.Count();
        if (isPaged)
        {
            // The platform ignores $top where a page size is asked for.
            expression.TopCount = null;
            expression.PageInfo = page;
            page.ReturnTotalRecordCount = wantsCount;
        }

        var found = RowLoader.Run(request, expression);
        var total = wantsCount && !isPaged ? CountOf(request, expression) : found;
        var gathered = RowLoader.Gather(request, found.Entities, rows.Shape);
        return WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            var row = new RowWriter(request);
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfRows(request, rows.Shape));
            if (wantsCount)
                writer.WriteNumber("@odata.count", total.TotalRecordCount);
            if (request.Preferences.Wants(Annotations.TotalRecordCount))
                writer.WriteNumber(Annotations.TotalRecordCount, wantsCount ? total.TotalRecordCount : -1);
            if (request.Preferences.Wants(Annotations.TotalRecordCountLimitExceeded))
                writer.WriteBoolean(Annotations.TotalRecordCountLimitExceeded, wantsCount && total.TotalRecordCountLimitExceeded);

            writer.WriteStartArray("value");
            foreach (var each in gathered)
                row.Write(writer, each, rows.Shape);
            writer.WriteEndArray();
            if (isPaged && found.MoreRecords)
                writer.WriteString("@odata.nextLink", RowPage.NextLink(request, page, found.PagingCookie));
            writer.WriteEndObject();
        });
    }

    /// <summary>GET of <c>/$count</c>: the number alone, as text.</summary>
    public static WebApiResponse Count(WebApiRequest request, ODataQuery query, EntitySchema entity)
    {
        if (!request.IsGet)
            throw WebApiException.NoMethod(request.Method, "a count");
        query.AllowOnly("$filter");
        return Count(request, RowQuery.Compile(query, entity).Expression);
    }

    /// <summary>How many rows a query finds.</summary>
    public static WebApiResponse Count(WebApiRequest request, QueryExpression query)
    {
        var count = CountOf(request, query).TotalRecordCount;
        return new()
        {
            Status = StatusCodes.Status200OK,
            ContentType = "text/plain",
            Body = Encoding.ASCII.GetBytes(count.ToString(CultureInfo.InvariantCulture)),
        };
    }

    private static EntityCollection CountOf(WebApiRequest request, QueryExpression query)
    {
        query.TopCount = null;
        query.ColumnSet = new ColumnSet(false);
        query.PageInfo = new PagingInfo { Count = 1, PageNumber = 1, ReturnTotalRecordCount = true };
        return RowLoader.Run(request, query);
    }
}
