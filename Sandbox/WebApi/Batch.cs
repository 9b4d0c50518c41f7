namespace Sandbox.WebApi;

/// <summary><c>$batch</c>.</summary>
internal static class Batch
{
    public static WebApiResponse Run(WebApiRequest request) => throw WebApiException.NotSupported("'$batch'");
}
