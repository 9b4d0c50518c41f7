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
        ZipWriter.Write(stream, solution, customizations, Files, ContentTypes);
    }

    /// <summary>Writes the unpacked folder: packed again it is this package, with the same XML in the same order and the same bytes of every other file.</summary>
    /// <param name="folder">An empty folder, or one that is made.</param>
    /// <exception cref="InvalidDataException">The package was not read without findings, or the folder would not make it again; nothing is promised of the folder then.</exception>
    /// <exception cref="IOException">The folder is not empty.</exception>
    public void WriteFolder(string folder)
    {
        var (solution, customizations) = Whole();
        if (ReadFindings.Count > 0) throw new InvalidDataException("The package cannot be unpacked without loss: " + ReadFindings[0].Message);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new IOException($"The folder '{folder}' is not empty.");
        var writer = new FolderWriter(folder);
        writer.Write(this, ContentTypes is { } types && !IsSame(types, ZipWriter.ContentTypes(Files)) ? types : null);
        if (Makes(ReadFolder(folder))) return;
        writer.WriteOrder();
        if (!Makes(ReadFolder(folder))) throw new InvalidDataException("The package has a form that the folder cannot hold.");

        bool Makes(SolutionPackage other) => other is { Solution: { } otherSolution, Customizations: { } otherCustomizations }
            && IsSame(solution, otherSolution) && IsSame(customizations, otherCustomizations)
            && Files.Count == other.Files.Count
            && Files.Zip(other.Files).All(pair => pair.First.Name == pair.Second.Name && pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span));
    }

    /// <summary>The typed model. Values that cannot be read are left at their defaults; the import check names them.</summary>
    /// <exception cref="InvalidDataException">The package lacks one of its XML files; the import check names it.</exception>
    public SolutionModel ToModel()
    {
        var (solution, customizations) = Whole();
        return new ModelReader(this, solution.Root!, customizations.Root!).Read();
    }

    /// <summary>The entry of the zip in which another package differs, managed or not; null where none does.</summary>
    /// <remarks>Assemblies are the same when their names are: not every compiler makes the same bytes of the same source.</remarks>
    internal string? FirstDifference(SolutionPackage other)
    {
        if (!IsSame(Unmarked(this), Unmarked(other))) return "solution.xml";
        if (!IsSame(Whole().Customizations, other.Whole().Customizations)) return "customizations.xml";
        var files = other.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        return Files.Where(file => !files.TryGetValue(file.Name, out var same) || !(IsAssembly(file) || same.Content.Span.SequenceEqual(file.Content.Span))).Select(file => file.Name)
            .Concat(files.Keys.Except(Files.Select(file => file.Name))).FirstOrDefault();

        static bool IsAssembly(PackageFile file) => file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

        static XDocument Unmarked(SolutionPackage package)
        {
            XDocument solution = new(package.Whole().Solution);
            solution.Root!.Element("SolutionManifest")?.Element("Managed")?.Remove();
            return solution;
        }
    }

    private static bool IsSame(XDocument one, XDocument other) => XNode.DeepEquals(Canonical(one), Canonical(other));

    // What the namespaces are called and where they are declared is no content, nor are comments, layout and the order of attributes.
    private static XElement Canonical(XDocument document)
    {
        var root = new XElement(document.Root!);
        root.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        root.DescendantNodes().OfType<XComment>().Remove();
        Indentation.Drop(root);
        foreach (var element in root.DescendantsAndSelf())
            element.ReplaceAttributes(element.Attributes().OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal).ToList());
        foreach (var element in root.DescendantsAndSelf().Where(element => element.IsEmpty)) element.Value = "";
        return root;
    }

    private (XDocument Solution, XDocument Customizations) Whole() =>
        Solution != null && Customizations != null
            ? (Solution, Customizations)
            : throw new InvalidDataException("The package has no readable solution.xml or customizations.xml.");
}
