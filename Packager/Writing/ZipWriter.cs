using System.IO.Compression;
using System.Xml.Linq;

namespace Packager.Writing;

/// <summary>Writes the zip of a solution.</summary>
internal static class ZipWriter
{
    public static void Write(Stream stream, XDocument solution, XDocument customizations, IEnumerable<PackageFile> files, XDocument? contentTypes)
    {
        var entries = files.OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, ZipParts.Utf8);
        var types = contentTypes is not null && Covers(contentTypes, entries) ? contentTypes : ContentTypes(entries);
        ZipParts.Add(zip, ZipParts.ContentTypesName, ZipParts.Bytes(types, declaration: true));
        ZipParts.Add(zip, "solution.xml", ZipParts.Bytes(solution, declaration: false));
        ZipParts.Add(zip, "customizations.xml", ZipParts.Bytes(customizations, declaration: false));
        foreach (var file in entries)
            ZipParts.Add(zip, file.Name, file.Content.Span);
    }

    public static XDocument ContentTypes(IReadOnlyList<PackageFile> files) => ZipParts.ContentTypes([.. files.Select(file => file.Name)]);

    // A list that came with the package stands as long as it names everything.
    private static bool Covers(XDocument contentTypes, IReadOnlyList<PackageFile> files)
    {
        var types = contentTypes.Root!;
        var extensions = types.Elements(types.Name.Namespace + "Default").Select(type => (string?)type.Attribute("Extension") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parts = types.Elements(types.Name.Namespace + "Override").Select(type => ((string?)type.Attribute("PartName") ?? "").TrimStart('/')).ToHashSet(StringComparer.Ordinal);
        return extensions.Contains("xml") && files.All(file => ZipParts.Extension(file.Name) == "" ? parts.Contains(file.Name) : extensions.Contains(ZipParts.Extension(file.Name)))
            && parts.All(part => files.Any(file => file.Name == part));
    }
}
