namespace Sandbox.WebApi;

/// <summary>Metadata of tables.</summary>
internal static class EntityDefinitions
{
    public static WebApiResponse Write(WebApiRequest request) => throw WebApiException.NotSupported("'EntityDefinitions'");
}
