using System.Text;
using Microsoft.Net.Http.Headers;

namespace Sandbox.WebApi;

/// <summary>Takes a multipart body apart.</summary>
internal static class MultipartReader
{
    public static IReadOnlyList<MultipartPart> Read(string? contentType, ReadOnlyMemory<byte> body, bool nested = false)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !type.MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw new WebApiException(
                StatusCodes.Status415UnsupportedMediaType, ErrorCodes.InvalidArgument, "A batch is sent as multipart/mixed with a boundary.");
        }

        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var parts = new List<MultipartPart>();
        var start = LineStart(body.Span, 0, delimiter);
        while (true)
        {
            if (start < 0)
                throw Batch.Malformed($"The batch ends without its closing boundary '--{boundary}--'.");
            var after = start + delimiter.Length;
            if (body.Span[after..].StartsWith("--"u8))
                return parts;
            var next = LineStart(body.Span, after, delimiter);
            if (next < 0)
                throw Batch.Malformed($"The batch ends without its closing boundary '--{boundary}--'.");
            var lineEnd = body.Span[after..].IndexOf((byte)'\n');
            parts.Add(Part(TrimEnd(body[(after + lineEnd + 1)..next]), nested));
            start = next;
        }
    }

    private static MultipartPart Part(ReadOnlyMemory<byte> bytes, bool nested)
    {
        var (headers, body) = HttpMessage.ReadHeaders(bytes);
        var type = headers.ContentType.ToString();
        var id = headers["Content-ID"].ToString();
        if (!type.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
            return new(id.Length == 0 ? null : id, body, IsMultipart: false, []);
        return nested
            ? throw Batch.Malformed("A change set cannot hold a change set.")
            : new(null, body, IsMultipart: true, Read(type, body, nested: true));
    }

    /// <summary>Where a line begins with the delimiter; -1 for nowhere.</summary>
    private static int LineStart(ReadOnlySpan<byte> text, int from, ReadOnlySpan<byte> delimiter)
    {
        while (true)
        {
            var found = text[from..].IndexOf(delimiter);
            if (found < 0)
                return -1;
            var at = from + found;
            var end = at + delimiter.Length;
            var ends = end == text.Length || text[end] is (byte)'\r' or (byte)'\n' or (byte)'-' or (byte)' ';
            if (ends && (at == 0 || text[at - 1] == (byte)'\n'))
                return at;
            from = end;
        }
    }

    private static ReadOnlyMemory<byte> TrimEnd(ReadOnlyMemory<byte> part)
    {
        if (part.Span.EndsWith("\r\n"u8))
            return part[..^2];
        return part.Span.EndsWith("\n"u8) ? part[..^1] : part;
    }
}
