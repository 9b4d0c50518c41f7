using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Sandbox.WebApi;

/// <summary>Puts answers together to a multipart body.</summary>
internal sealed class MultipartWriter(string boundary)
{
    private readonly MemoryStream _body = new();

    public string ContentType => $"multipart/mixed; boundary={boundary}";

    public void Add(WebApiResponse answer, string? contentId)
    {
        var text = new StringBuilder();
        text.Append("--").Append(boundary).Append("\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is not null)
            text.Append("Content-ID: ").Append(contentId).Append("\r\n");
        text.Append("\r\nHTTP/1.1 ").Append(answer.Status.ToString(CultureInfo.InvariantCulture)).Append(' ')
            .Append(ReasonPhrases.GetReasonPhrase(answer.Status)).Append("\r\n");
        if (answer.ContentType is not null)
            text.Append("Content-Type: ").Append(answer.ContentType).Append("\r\n");
        text.Append("OData-Version: 4.0\r\n");
        foreach (var (name, value) in answer.Headers)
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        text.Append("\r\n");
        _body.Write(Encoding.UTF8.GetBytes(text.ToString()));
        _body.Write(answer.Body.Span);
        _body.Write("\r\n"u8);
    }

    /// <summary>Adds the answers of a change set.</summary>
    public void Add(MultipartWriter changeSet)
    {
        _body.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: {changeSet.ContentType}\r\n\r\n"));
        _body.Write(changeSet.End().Span);
        _body.Write("\r\n"u8);
    }

    public ReadOnlyMemory<byte> End()
    {
        _body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return _body.ToArray();
    }
}
