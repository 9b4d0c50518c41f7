using System.Text;
using System.Xml;
using Microsoft.OData.Edm.Csdl;

namespace Sandbox.WebApi;

/// <summary><c>$metadata</c>: the entity data model as CSDL.</summary>
internal static class MetadataDocument
{
    public static WebApiResponse Write(WebApiRequest request)
    {
        var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            if (!CsdlWriter.TryWriteCsdl(request.Schema.Model, writer, CsdlTarget.OData, out var errors))
                throw new InvalidOperationException("The model cannot be written: " + string.Join(" ", errors.Select(error => error.ErrorMessage)));
        }

        return new() { Status = StatusCodes.Status200OK, ContentType = "application/xml", Body = buffer.ToArray() };
    }
}
