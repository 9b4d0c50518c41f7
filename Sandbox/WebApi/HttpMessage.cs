using System.Text;

namespace Sandbox.WebApi;

/// <summary>Reads headers and HTTP requests out of the parts of a batch.</summary>
internal static class HttpMessage
{
    /// <summary>A request with its own headers and body.</summary>
    public static (string Method, string Target, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> part)
    {
        var end = part.Span.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(end < 0 ? part.Span : part.Span[..end]).Trim();
        if (line.Split(' ') is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"])
            throw Batch.Malformed($"A part of the batch is no HTTP request: '{line}'.");
        var (headers, body) = ReadHeaders(end < 0 ? default : part[(end + 1)..]);
        return (method, target, headers, body);
    }

    /// <summary>Headers up to the first empty line, and what follows.</summary>
    public static (IHeaderDictionary Headers, ReadOnlyMemory<byte> Body) ReadHeaders(ReadOnlyMemory<byte> text)
    {
        var headers = new HeaderDictionary();
        while (!text.IsEmpty)
        {
            var end = text.Span.IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(end < 0 ? text.Span : text.Span[..end]).Trim();
            text = end < 0 ? default : text[(end + 1)..];
            if (line.Length == 0)
                break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
                throw Batch.Malformed($"A part of the batch has a line that is no header: '{line}'.");
            headers.Append(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return (headers, text);
    }
}
