using System.Xml.Linq;
using Packager.Model;

namespace Packager;

/// <summary>A solution as its zip holds it, wherever it was read from.</summary>
public sealed class SolutionPackage
{
    /// <summary><c>solution.xml</c> with line information; null when it is missing or not well-formed.</summary>
    public XDocument? Solution { get; }

    /// <summary><c>customizations.xml</c>, merged where a folder was read; null when it is missing or not well-formed.</summary>
    public XDocument? Customizations { get; }

    /// <summary>Everything else: bodies of web resources and assemblies, table-based parts. Sorted by name.</summary>
    public IReadOnlyList<PackageFile> Files { get; } = [];

    /// <summary>What reading alone found wrong; <see cref="ImportCheck"/> repeats it.</summary>
    public IReadOnlyList<Finding> ReadFindings { get; } = [];

    /// <summary>Reads an unpacked solution. Never throws for what the folder holds.</summary>
    /// <param name="folder">The folder that holds <c>Other/Solution.xml</c>.</param>
    /// <param name="mapFile">A mapping file of Microsoft's SolutionPackager, or null.</param>
    public static SolutionPackage ReadFolder(string folder, string? mapFile = null) => throw new NotSupportedException(folder + mapFile);

    /// <summary>Reads a solution zip. Never throws for what the stream holds.</summary>
    public static SolutionPackage ReadZip(Stream stream) => throw new NotSupportedException(stream.ToString());

    /// <summary>Writes the zip: the same bytes for the same content, wherever and whenever.</summary>
    public void WriteZip(Stream stream, bool managed) => throw new NotSupportedException(stream.ToString() + managed);

    /// <summary>The typed model.</summary>
    /// <exception cref="InvalidDataException">The package lacks one of its XML files; the import check names it.</exception>
    public SolutionModel ToModel() => throw new NotSupportedException();
}
