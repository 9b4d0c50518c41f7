using System;
using System.Collections.Generic;
using System.IO.Compression;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The paths in a zip: what does not belong there is named, the rest is looked up by exact name.</summary>
internal sealed class ZipPaths
{
    private static readonly char[] EndOfStem = { '.', '/' };

    private readonly Dictionary<string, ZipArchiveEntry> _files = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);

    public ZipPaths(BoundedZip zip, string name, PackageFindings findings, PackagePart part)
    {
        var unsafeFiles = new List<string>();
        var macFiles = new List<string>();
        var twice = new List<string>();
        foreach (var entry in zip.Entries)
        {
            var path = entry.FullName;
            if (IsUnsafe(path))
                unsafeFiles.Add(path);
            else if (IsMacFile(path))
                macFiles.Add(path);
            else if (path.EndsWith("/", StringComparison.Ordinal))
                continue;
            else if (_files.ContainsKey(path))
                twice.Add(path);
            else
                _files[path] = entry;
        }

        Report("package.path", unsafeFiles);
        Report("package.mac", macFiles);
        Report("package.twice", twice);

        void Report(string key, List<string> files)
        {
            if (files.Count > 0)
                findings.Add(part, new Message(key, name, UrlReader.Shorten(files[0]), Bytes.Text(files.Count)), name.StartsWith("$", StringComparison.Ordinal) ? files[0] : name + "!/" + files[0]);
        }
    }

    /// <summary>Paths of all files, in the order of the zip.</summary>
    public IEnumerable<string> Files => _files.Keys;

    /// <summary>The one folder that everything is in; empty when something is at the root.</summary>
    public string CommonFolder
    {
        get
        {
            var folders = _files.Keys.Select(path => path.IndexOf('/') < 0 ? "" : path.Substring(0, path.IndexOf('/') + 1)).Distinct(StringComparer.Ordinal).ToList();
            return folders.Count == 1 ? folders[0] : "";
        }
    }

    /// <summary>The file of exactly that path.</summary>
    public ZipArchiveEntry? Find(string path) => _files.TryGetValue(path, out var entry) ? entry : null;

    /// <summary>Says that a file is missing, and which one is spelt almost like it: other case, other brackets or blanks.</summary>
    /// <param name="folder">Path of the zip, put before the names.</param>
    /// <param name="path">The wanted path in the zip.</param>
    public Message Missing(string folder, string path)
    {
        var similar = _files.Keys.FirstOrDefault(file => Plain(file) == Plain(path));
        return similar is null ? new Message("package.missing", folder + path) : new Message("package.misspelt", folder + path, folder + similar);
    }

    /// <summary>Extension of a file in small letters; its name when it has none.</summary>
    public static string Extension(string path) => path.Substring(path.LastIndexOfAny(EndOfStem) + 1).ToLowerInvariant();

    private static string Plain(string path) => new string(path.Where(c => c is not ('[' or ']' or ' ' or '_' or '-')).ToArray()).ToUpperInvariant();

    private static bool IsUnsafe(string path) =>
        path.Length == 0 || path[0] == '/' || path.IndexOf('\\') >= 0 || path.IndexOf(':') >= 0 || path.IndexOf('\0') >= 0
        || path.Split('/').Any(segment => segment is "." or "..");

    private static bool IsMacFile(string path) =>
        path.Split('/').Any(segment => segment is "__MACOSX" or ".DS_Store" || segment.StartsWith("._", StringComparison.Ordinal));
}
