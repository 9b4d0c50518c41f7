using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Packager.Writing;

/// <summary>What every zip for the platform has in it, so that its bytes depend on the content alone.</summary>
internal static class ZipParts
{
    public const string ContentTypesName = "[Content_Types].xml";

    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The earliest time a zip can hold.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        using var target = entry.Open();
        target.Write(content);
    }

    public static byte[] Bytes(XDocument document, bool declaration)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = Utf8,
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            NamespaceHandling = NamespaceHandling.OmitDuplicates,
            OmitXmlDeclaration = !declaration,
        };
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings))
            document.Root!.Save(writer);
        return bytes.ToArray();
    }

    /// <summary>One default per extension, one override per part without.</summary>
    public static XDocument ContentTypes(IReadOnlyCollection<string> names)
    {
        XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
        var type = new XAttribute("ContentType", "application/octet-stream");
        var extensions = names.Select(Extension).Append("xml").Where(extension => extension != "")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(new XElement(types + "Types",
            extensions.Select(extension => new XElement(types + "Default", new XAttribute("Extension", extension), type)),
            names.Where(name => Extension(name) == "")
                .Select(name => new XElement(types + "Override", new XAttribute("PartName", "/" + name), type))));
    }

    /// <summary>In lower case, without the dot; empty where there is none.</summary>
    public static string Extension(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
}
