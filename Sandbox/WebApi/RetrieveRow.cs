using Microsoft.Xrm.Sdk;

namespace Sandbox.WebApi;

/// <summary>GET of a row.</summary>
internal static class RetrieveRow
{
    public static WebApiResponse Run(WebApiRequest request, ODataQuery query, EntitySchema entity)
    {
        query.AllowOnly("$select", "$expand");
        return request.IsGet
            ? Answer(request, RowPath.TargetOf(query)!, RowQuery.CompileShape(query, entity, request.Preferences.PageSize), StatusCodes.Status200OK)
            : throw WebApiException.NoMethod(request.Method, "a row");
    }

    /// <summary>Retrieves a row and writes it.</summary>
    public static WebApiResponse Answer(WebApiRequest request, EntityReference target, RowQuery query, int status)
    {
        var row = RowLoader.Retrieve(request, target, query);
        if (request.IsGet && request.Header("If-None-Match") is { } known && known == RowWriter.EtagOf(row.Entity))
            return WebApiResponse.Empty(StatusCodes.Status304NotModified);
        return WebApiResponse.OfJson(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfRow(request, query.Shape));
            new RowWriter(request).WriteMembers(writer, row, query.Shape);
            writer.WriteEndObject();
        });
    }
}
