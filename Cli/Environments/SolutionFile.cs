using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DataverseReadiness.Cli.Environments;

/// <summary>A solution's zip, and what its manifest says of it.</summary>
internal sealed record SolutionFile(string Path, byte[] Zip, string UniqueName, Version Version, bool IsManaged)
{
    /// <exception cref="TroubleException">There is none, or it is no solution.</exception>
    public static SolutionFile Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            using var manifest = (zip.GetEntry("solution.xml") ?? throw NoSolution(path)).Open();
            var solution = XDocument.Load(manifest).Root?.Element("SolutionManifest");
            return solution?.Element("UniqueName")?.Value is { Length: > 0 } name && Version.TryParse(solution.Element("Version")?.Value, out var version)
                ? new SolutionFile(path, bytes, name, version, solution.Element("Managed")?.Value == "1")
                : throw NoSolution(path);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw NoSolution(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"The file '{path}' cannot be read: {OutputFile.Reason(e)} Check the path and its permissions.", e);
        }
    }

    private static TroubleException NoSolution(string path) => new($"The file '{path}' is no solution: it is no zip with a solution.xml. Name one such as out/DataverseReadiness_managed.zip.");
}
