using System.Globalization;
using System.Text;

namespace Sandbox.Network;

/// <summary>What a client asks the proxy for.</summary>
internal sealed record EgressRequest(string Host, int Port, bool IsTunnel, ReadOnlyMemory<byte> Forward)
{
    // They are between client and proxy.
    private static readonly string[] HopByHop = ["Proxy-Connection", "Proxy-Authorization", "Connection", "Keep-Alive"];

    /// <summary>Reads <c>CONNECT host:port</c> or a request with an absolute http address.</summary>
    /// <param name="bytes">The head, and what came of the body with it.</param>
    /// <exception cref="EgressRefusal">It is neither.</exception>
    public static EgressRequest Read(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"]) throw EgressRefusal.Malformed;
        if (method == "CONNECT")
        {
            // What a client says before it is told that there is a tunnel belongs to no one.
            if (end + 4 != bytes.Length) throw EgressRefusal.Malformed;
            var (host, port) = Split(target, null);
            return new(host, port, true, ReadOnlyMemory<byte>.Empty);
        }

        const string Scheme = "http://";
        if (!target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) throw EgressRefusal.Malformed;
        var rest = target[Scheme.Length..];
        var slash = rest.IndexOfAny(['/', '?', '#']);
        var (name, number) = Split(slash < 0 ? rest : rest[..slash], 80);
        var path = slash < 0 ? "/" : rest[slash] == '/' ? rest[slash..] : "/" + rest[slash..];
        var headers = lines.Skip(1).Where(line => !HopByHop.Any(header => line.StartsWith(header + ":", StringComparison.OrdinalIgnoreCase)));
        var head = $"{method} {path} HTTP/1.1\r\n{string.Concat(headers.Select(line => line + "\r\n"))}Connection: close\r\n\r\n";
        return new(name, number, false, (byte[])[.. Encoding.Latin1.GetBytes(head), .. bytes.AsSpan(end + 4)]);
    }

    private static (string Host, int Port) Split(string authority, int? usual)
    {
        if (authority.Contains('@', StringComparison.Ordinal)) throw EgressRefusal.Malformed;
        if (authority.StartsWith('[')) throw EgressRefusal.Literal;
        var colon = authority.LastIndexOf(':');
        if (colon < 0) return usual is { } port ? (authority, port) : throw EgressRefusal.Malformed;
        return int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (authority[..colon], number)
            : throw EgressRefusal.Malformed;
    }
}
