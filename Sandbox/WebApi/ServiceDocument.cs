namespace Sandbox.WebApi;

/// <summary>The service document: every collection.</summary>
internal static class ServiceDocument
{
    public static WebApiResponse Write(WebApiRequest request) => WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{request.ServiceRoot}$metadata");
        writer.WriteStartArray("value");
        foreach (var name in request.Schema.Entities.Select(entity => entity.Table.EntitySetName).Order(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("kind", "EntitySet");
            writer.WriteString("url", name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
