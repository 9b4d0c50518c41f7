using System.Xml.Linq;
using Packager.Model;
using Packager.Reading;
using Packager.Writing;

namespace Packager;

/// <summary>A solution as its zip holds it, wherever it was read from.</summary>
public sealed class SolutionPackage
{
    private SolutionPackage(PackageContent content, bool isZip)
    {
        Solution = content.Solution;
        Customizations = content.Customizations;
        ContentTypes = content.ContentTypes;
        Files = [.. content.Files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        Parts = content.Parts;
        ReadFindings = content.Findings;
        Missing = content.Missing;
        IsZip = isZip;
    }

    /// <summary><c>solution.xml</c> with line information; null when it is missing or not well-formed.</summary>
    public XDocument? Solution { get; }

    /// <summary><c>customizations.xml</c>, merged where a folder was read; null when it is missing or not well-formed.</summary>
    public XDocument? Customizations { get; }

    /// <summary>Everything else: bodies of web resources and assemblies, table-based parts. Sorted by name.</summary>
    public IReadOnlyList<PackageFile> Files { get; }

    /// <summary>What reading alone found wrong; <see cref="ImportCheck"/> repeats it.</summary>
    public IReadOnlyList<Finding> ReadFindings { get; }

    internal bool IsZip { get; }

    /// <summary>Entries whose absence <see cref="ReadFindings"/> reports already.</summary>
    internal IReadOnlySet<string> Missing { get; }

    /// <summary>The zip's list of content types; a folder has none until it is packed.</summary>
    internal XDocument? ContentTypes { get; }

    /// <summary>XML of the table-based parts by entry name.</summary>
    internal IReadOnlyDictionary<string, XDocument> Parts { get; }

    /// <summary>Reads an unpacked solution. Never throws for what the folder holds.</summary>
    /// <param name="folder">The folder that holds <c>Other/Solution.xml</c>.</param>
    /// <param name="mapFile">A mapping file of Microsoft's SolutionPackager, or null.</param>
    public static SolutionPackage ReadFolder(string folder, string? mapFile = null) =>
        new(new FolderReader(folder, mapFile).Read(), isZip: false);

    /// <summary>Reads a solution zip. Never throws for what the stream holds.</summary>
    public static SolutionPackage ReadZip(Stream stream) => new(new ZipReader().Read(stream), isZip: true);

    /// <summary>The file and line of the package that an element or attribute was read from.</summary>
    public static (string File, int Line) SourceOf(XObject node) => SourceFile.Of(node);

    /// <summary>Writes the zip: the same bytes for the same content, wherever and whenever.</summary>
    /// <exception cref="InvalidDataException">The package lacks one of its XML files; the import check names it.</exception>
    public void WriteZip(Stream stream, bool managed)
    {
        var (solution, customizations) = Whole();
        solution = new(solution);
        if (solution.Root!.Element("SolutionManifest")?.Element("Managed") is { } flag)
            flag.Value = managed ? "1" : "0";
        ZipWriter.Write(stream, solution, customizations, Files);
    }

    /// <summary>The typed model. Values that cannot be read are left at their defaults; the import check names them.</summary>
    /// <exception cref="InvalidDataException">The package lacks one of its XML files; the import check names it.</exception>
    public SolutionModel ToModel()
    {
        var (solution, customizations) = Whole();
        return new ModelReader(this, solution.Root!, customizations.Root!).Read();
    }

    private (XDocument Solution, XDocument Customizations) Whole() =>
        Solution != null && Customizations != null
            ? (Solution, Customizations)
            : throw new InvalidDataException("The package has no readable solution.xml or customizations.xml.");
}
