using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sandbox.WebApi;

/// <summary>One answer, complete before its first byte is sent: to HTTP, or into a part of a batch.</summary>
internal sealed class WebApiResponse
{
    private const string Json = "application/json; odata.metadata=minimal";

    private static readonly JsonWriterOptions JsonOptions = new()
    {
        // Answers are application/json with nosniff, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public static WebApiResponse Empty(int status = StatusCodes.Status204NoContent) => new() { Status = status };

    public static WebApiResponse OfJson(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, JsonOptions))
            write(writer);
        return new() { Status = status, ContentType = Json, Body = buffer.WrittenMemory };
    }

    public static WebApiResponse Of(WebApiException refusal) => OfError(refusal.Status, refusal.Code, refusal.Message);

    /// <param name="fault">The fault.</param>
    /// <param name="preferences">Which details and traces are wanted.</param>
    /// <param name="dataFolder">Folder of the organization, which no answer names.</param>
    public static WebApiResponse Of(OrganizationFault fault, Preferences preferences, string dataFolder = "")
    {
        return OfError(StatusOf(fault.Code), fault.Code, Shown(fault.Message), WriteDetails);

        string Shown(string text) => MachinePaths.Hide(text, dataFolder);

        void WriteDetails(Utf8JsonWriter writer)
        {
            foreach (var (name, value) in fault.Details)
                Write("ErrorDetails." + name, value);
            Write("HelpLink", $"http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a{fault.HexCode[2..]}&client=platform");
            if (fault.TraceText.Length > 0)
                Write("TraceText", fault.TraceText);
            Write("InnerError.Message", fault.InnerException?.Message ?? fault.Message);

            void Write(string name, string? value)
            {
                if (preferences.Wants("@Microsoft.PowerApps.CDS." + name))
                    writer.WriteString("@Microsoft.PowerApps.CDS." + name, value is null ? null : Shown(value));
            }
        }
    }

    public static WebApiResponse OfError(int status, int? code, string message, Action<Utf8JsonWriter>? details = null) => OfJson(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", code switch { null => "", ErrorCodes.None => "0x0", { } hex => "0x" + hex.ToString("x8", CultureInfo.InvariantCulture) });
        writer.WriteString("message", WellFormed(message));
        details?.Invoke(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public WebApiResponse With(string header, string? value)
    {
        if (value is not null)
            Headers.Add(new(header, value));
        return this;
    }

    private static string WellFormed(string text)
    {
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsHighSurrogate(chars[i]) && i + 1 < chars.Length && char.IsLowSurrogate(chars[i + 1]))
                i++;
            else if (char.IsSurrogate(chars[i]))
                chars[i] = '\uFFFD';
        }

        return new string(chars);
    }

    private static int StatusOf(int code) => code switch
    {
        ErrorCodes.ObjectDoesNotExist or ErrorCodes.RecordNotFoundByEntityKey => StatusCodes.Status404NotFound,
        ErrorCodes.CannotDeleteDueToAssociation => StatusCodes.Status405MethodNotAllowed,
        ErrorCodes.PrivilegeDenied or ErrorCodes.AccessDenied or ErrorCodes.UserNotEnabled
            or ErrorCodes.SecuredReadDenied or ErrorCodes.SecuredCreateDenied or ErrorCodes.SecuredUpdateDenied => StatusCodes.Status403Forbidden,
        ErrorCodes.ConcurrencyVersionMismatch or ErrorCodes.DuplicateRecord or ErrorCodes.DuplicateRecordEntityKey
            => StatusCodes.Status412PreconditionFailed,
        ErrorCodes.Unexpected or ErrorCodes.IsvUnexpected => StatusCodes.Status500InternalServerError,
        ErrorCodes.NotSupported => StatusCodes.Status501NotImplemented,
        _ => StatusCodes.Status400BadRequest,
    };
}
