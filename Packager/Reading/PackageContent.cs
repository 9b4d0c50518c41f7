using System.Xml.Linq;

namespace Packager.Reading;

/// <summary>What a reader gathers.</summary>
internal sealed class PackageContent
{
    public XDocument? Solution { get; set; }

    public XDocument? Customizations { get; set; }

    public XDocument? ContentTypes { get; set; }

    public List<PackageFile> Files { get; } = [];

    /// <summary>XML files of table-based parts, by entry name.</summary>
    public SortedDictionary<string, XDocument> Parts { get; } = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    /// <summary>Entries whose absence reading has reported already.</summary>
    public HashSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>Keeps a file, and its document too when it belongs to a table-based part.</summary>
    public void Add(PackageFile file)
    {
        Files.Add(file);
        var folder = file.Name.Split('/')[0];
        if (file.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            && ComponentFolders.TableBased.Contains(folder)
            && SafeXml.Load(file.Content, file.Source, Findings) is { } document)
            Parts[file.Name] = document;
    }
}
