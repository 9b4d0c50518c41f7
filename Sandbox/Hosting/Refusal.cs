namespace Sandbox.Hosting;

/// <summary>Refusals of the sandbox's own addresses, in the shape that the Web API's have.</summary>
internal static class Refusal
{
    public static IResult Of(int status, string message) => Results.Json(
        new { error = new { code = FormattableString.Invariant($"0x{ErrorCodes.InvalidArgument:x8}"), message } }, statusCode: status);
}
