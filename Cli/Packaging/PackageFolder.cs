using System.Xml;
using System.Xml.Linq;

namespace DataverseReadiness.Cli.Packaging;

/// <summary>A folder whose files go into a package, read with sentences for what is wrong with it.</summary>
internal sealed class PackageFolder(string path)
{
    /// <summary>A name without folders, which no path outside can be made of.</summary>
    public static bool IsFileName(string name) => name.Length > 0 && name is not ("." or "..") && name.IndexOfAny(['/', '\\', ':', '\0']) < 0;

    public static byte[] Bytes(string file) => Readable("file", file, () => File.ReadAllBytes(file));

    /// <summary>As a person names it, on every system.</summary>
    public static string Shown(string file) => file.Replace('\\', '/');

    public string PathOf(string name) => Path.Combine(path, name);

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>The folders in it that hold a file of this name.</summary>
    public IReadOnlyList<string> FoldersWith(string name) => Readable("folder", path, () =>
        Directory.GetDirectories(path).Where(folder => File.Exists(Path.Combine(folder, name))).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToList());

    /// <summary>The files in it that match a pattern; none where there is no such folder.</summary>
    public IReadOnlyList<string> Files(string pattern) => Readable("folder", path, () =>
        Directory.Exists(path) ? Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal).ToList() : []);

    /// <summary>Every file, with its path from here; hidden ones belong to the system that the folder lies on.</summary>
    public IEnumerable<(string Name, byte[] Content)> All() =>
        Readable("folder", path, () => Directory.GetFiles(path, "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Where(name => !name.Split('/').Any(part => part.StartsWith('.')))
            .Select(name => (name, Bytes(PathOf(name))));

    /// <summary>The root of an XML file.</summary>
    public XElement Xml(string name)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(Bytes(PathOf(name))));
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException e)
        {
            throw new TroubleException(
                e.LineNumber > 0 ? $"The file '{Shown(PathOf(name))}' is not XML from line {e.LineNumber} on. Correct it there."
                    : $"The file '{Shown(PathOf(name))}' is not XML with a root element and without a document type. Write it so.",
                e);
        }
    }

    /// <summary>A file that another file of the package names.</summary>
    /// <param name="name">As it is written there.</param>
    /// <param name="namedIn">The file that names it.</param>
    public byte[] Named(string name, string namedIn)
    {
        CheckFileName(name, namedIn);
        return Has(name) ? Bytes(PathOf(name))
            : throw new TroubleException($"The file '{Shown(PathOf(namedIn))}' names '{name}', and there is no such file beside it. Put it there.");
    }

    /// <summary>Refuses a name with which a file of the package would name what lies elsewhere.</summary>
    public void CheckFileName(string name, string namedIn)
    {
        if (!IsFileName(name))
        {
            throw new TroubleException($"The file '{Shown(PathOf(namedIn))}' names '{name}', which is no file name. Write one without folders.");
        }
    }

    private static T Readable<T>(string what, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"The {what} '{Shown(name)}' cannot be read: {OutputFile.Reason(e)} Check its name and permissions.", e);
        }
    }
}
