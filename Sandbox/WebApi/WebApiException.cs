namespace Sandbox.WebApi;

/// <summary>A request that is refused before it reaches the organization.</summary>
internal sealed class WebApiException(int status, int? code, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The code; null for the errors to which the platform gives an empty one.</summary>
    public int? Code { get; } = code;

    /// <summary>400 for a URL that makes no sense; the platform gives no code where a property is not there.</summary>
    public static WebApiException BadQuery(string message) => new(
        StatusCodes.Status400BadRequest,
        message.StartsWith("Could not find a property named ", StringComparison.Ordinal) ? ErrorCodes.None : ErrorCodes.InvalidODataQuery,
        message);

    /// <summary>400 for a property that a body names and its table has not.</summary>
    public static WebApiException UnknownProperty(string name, string type) => new(
        StatusCodes.Status400BadRequest,
        ErrorCodes.None,
        $"An error occurred while validating input parameters: Microsoft.Crm.CrmException: Invalid property '{name}' was found in entity '{type}'. ---> Microsoft.OData.ODataException: Does not support untyped value in non-open type.");

    /// <summary>404 for a function that is posted to, or an action that is read.</summary>
    public static WebApiException NoOperation(Uri address) =>
        new(StatusCodes.Status404NotFound, code: null, $"No HTTP resource was found that matches the request URI '{address}'.");

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
