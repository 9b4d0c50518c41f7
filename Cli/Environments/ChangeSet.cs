using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace DataverseReadiness.Cli.Environments;

/// <summary>Rows written together, as a <c>$batch</c> with one change set.</summary>
/// <remarks>The form: learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api.</remarks>
internal static partial class ChangeSet
{
    private const string Break = "\r\n";

    /// <param name="root">Path of the Web API, with a slash at the end.</param>
    public static HttpRequestMessage Request(IReadOnlyList<RowWrite> rows, string root)
    {
        var (batch, set) = ("batch_" + Guid.NewGuid(), "changeset_" + Guid.NewGuid());
        var body = new StringBuilder().Append($"--{batch}{Break}Content-Type: multipart/mixed; boundary={set}{Break}{Break}");
        foreach (var (index, row) in rows.Index())
        {
            body.Append(CultureInfo.InvariantCulture, $"--{set}{Break}Content-Type: application/http{Break}Content-Transfer-Encoding: binary{Break}Content-ID: {index + 1}{Break}{Break}")
                .Append($"PATCH {root}{row.Path} HTTP/1.1{Break}Content-Type: application/json{Break}")
                .Append(row.Etag is { } etag ? $"If-Match: {etag}" : "If-None-Match: *")
                .Append(Break + Break).Append(row.Values.ToJsonString()).Append(Break);
        }

        body.Append($"--{set}--{Break}--{batch}--{Break}");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToString()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={batch}");
        return new HttpRequestMessage(HttpMethod.Post, "$batch") { Content = content };
    }

    /// <summary>Status and body of the part that was refused; null when none was.</summary>
    public static (int Status, string Body)? Refusal(string answer)
    {
        foreach (Match part in Status().Matches(answer))
        {
            var status = int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture);
            if (status >= 400)
            {
                var begin = answer.IndexOf('{', part.Index);
                var end = answer.IndexOf("\n--", part.Index, StringComparison.Ordinal);
                return (status, begin < 0 ? "" : answer[begin..(end > begin ? end : answer.Length)]);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^HTTP/1\.1 (\d{3})", RegexOptions.Multiline)]
    private static partial Regex Status();
}
