using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Packager.Writing;

/// <summary>Writes the zip so that its bytes depend on the content alone.</summary>
internal static class ZipWriter
{
    /// <summary>The earliest time a zip can hold.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Stream stream, XDocument solution, XDocument customizations, IEnumerable<PackageFile> files, XDocument? contentTypes)
    {
        var entries = files.OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Utf8);
        Add(zip, "[Content_Types].xml", Bytes(contentTypes is not null && Covers(contentTypes, entries) ? contentTypes : ContentTypes(entries), declaration: true));
        Add(zip, "solution.xml", Bytes(solution, declaration: false));
        Add(zip, "customizations.xml", Bytes(customizations, declaration: false));
        foreach (var file in entries)
            Add(zip, file.Name, file.Content.Span);
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        using var target = entry.Open();
        target.Write(content);
    }

    private static byte[] Bytes(XDocument document, bool declaration)
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
    public static XDocument ContentTypes(IReadOnlyList<PackageFile> files)
    {
        XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
        var type = new XAttribute("ContentType", "application/octet-stream");
        var extensions = files.Select(file => Extension(file.Name)).Append("xml").Where(extension => extension != "")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(new XElement(types + "Types",
            extensions.Select(extension => new XElement(types + "Default", new XAttribute("Extension", extension), type)),
            files.Where(file => Extension(file.Name) == "")
                .Select(file => new XElement(types + "Override", new XAttribute("PartName", "/" + file.Name), type))));
    }

    // A list that came with the package stands as long as it names everything.
    private static bool Covers(XDocument contentTypes, IReadOnlyList<PackageFile> files)
    {
        var types = contentTypes.Root!;
        var extensions = types.Elements(types.Name.Namespace + "Default").Select(type => (string?)type.Attribute("Extension") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parts = types.Elements(types.Name.Namespace + "Override").Select(type => ((string?)type.Attribute("PartName") ?? "").TrimStart('/')).ToHashSet(StringComparer.Ordinal);
        return extensions.Contains("xml") && files.All(file => Extension(file.Name) == "" ? parts.Contains(file.Name) : extensions.Contains(Extension(file.Name)))
            && parts.All(part => files.Any(file => file.Name == part));
    }

    private static string Extension(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
}
