using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Fuzzing;

/// <summary>A request as the grammar writes it: method and address, header lines, an empty line, the body.</summary>
internal sealed record HttpText(string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    // The server itself turns longer request lines away.
    private const int LongestPath = 30_000;

    public static HttpText Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = (end < 0 ? text : text[..end]).Split("\r\n");
        var space = lines[0].IndexOf(' ', StringComparison.Ordinal);
        return new(lines[0][..space], lines[0][(space + 1)..],
            [.. lines[1..].Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()))],
            end < 0 ? [] : Utf8(text[(end + 4)..]));
    }

    /// <summary>Damages address, a header or the body.</summary>
    public HttpText Damaged(Random random) => random.Next(5) switch
    {
        0 when Headers.Count > 0 => this with { Headers = [.. Headers.Select(header => (header.Name, Mutation.Of(header.Value, random)))] },
        1 or 2 when Body.Length > 0 => this with { Body = Mutation.Of(Body, random) },
        3 when Body.Length > 0 => this with { Body = Utf8(Mutation.Of(Encoding.UTF8.GetString(Body), random)) },
        _ => this with { Path = Mutation.Of(Path, random) },
    };

    public async Task<Answer> SendAsync(WebApiFixture api)
    {
        var path = Encoded(Path);
        var address = new Uri(api.Client.BaseAddress + path[..Math.Min(path.Length, LongestPath)], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(Method), address);
        if (Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in Headers.Where(header => header.Name is "Content-Type"))
        {
            request.Content?.Headers.Remove(name);
            request.Content?.Headers.TryAddWithoutValidation(name, Visible(value));
        }

        return await api.SendAsync(request, [.. Headers.Where(header => header.Name is not "Content-Type" && (request.Content is not null || !header.Name.StartsWith("Content-", StringComparison.Ordinal))).Select(header => (header.Name, Visible(header.Value)))]);
    }

    public override string ToString() =>
        $"{Method} {Path}\n{string.Concat(Headers.Select(header => $"{header.Name}: {header.Value}\n"))}\n{Encoding.UTF8.GetString(Body)}\n({Convert.ToBase64String(Body)})";

    /// <summary>The text with everything percent-encoded that cannot stand in a request line; a lone surrogate as the bytes it would have.</summary>
    public static string Encoded(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (unit is > ' ' and < '\x7f' and not '#') encoded.Append(unit);
            else encoded.Append(string.Concat(Utf8(unit.ToString()).Select(one => "%" + one.ToString("X2", CultureInfo.InvariantCulture))));
        }

        return encoded.ToString();
    }

    private static byte[] Utf8(string text) => text.Any(char.IsSurrogate)
        ? [.. text.SelectMany(unit => unit < 0x800 ? Encoding.UTF8.GetBytes([unit]) : [(byte)(0xe0 | (unit >> 12)), (byte)(0x80 | ((unit >> 6) & 0x3f)), (byte)(0x80 | (unit & 0x3f))])]
        : Encoding.UTF8.GetBytes(text);

    private static string Visible(string value) => string.Concat(value.Select(unit => unit is >= ' ' and < '\x7f' ? unit : '?'));
}
