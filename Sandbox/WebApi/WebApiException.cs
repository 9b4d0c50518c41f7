namespace Sandbox.WebApi;

/// <summary>A request that is refused before it reaches the organization.</summary>
internal sealed class WebApiException(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    /// <summary>400 for a URL that makes no sense.</summary>
    public static WebApiException BadQuery(string message) =>
        new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidODataQuery, message);

    /// <summary>400 for a body that makes no sense.</summary>
    public static WebApiException BadPayload(string? set, string message) => new(
        StatusCodes.Status400BadRequest,
        ErrorCodes.InvalidODataPayload,
        set is null ? message : $"Error identified in Payload provided by the user for Entity :'{set}': {message}");

    /// <summary>501 for what Dataverse does and the sandbox does not.</summary>
    public static WebApiException NotSupported(string what) =>
        new(StatusCodes.Status501NotImplemented, ErrorCodes.NotSupported, $"{what} is not supported by the sandbox.");

    /// <summary>404 for a path that leads nowhere.</summary>
    public static WebApiException NoResource(string segment) =>
        new(StatusCodes.Status404NotFound, ErrorCodes.ResourceNotFound, $"Resource not found for the segment '{segment}'.");

    /// <summary>405.</summary>
    public static WebApiException NoMethod(string method, string resource) => new(
        StatusCodes.Status405MethodNotAllowed, ErrorCodes.InvalidODataQuery, $"The method '{method}' is not allowed for {resource}.");
}
