using System.Xml.Linq;

namespace Packager.Reading;

/// <summary>
/// A mapping file of Microsoft's SolutionPackager: bodies that are built elsewhere are read from there. Earlier directives
/// win; relative paths start at the solution's folder; <c>**</c> means "in any subfolder"; <c>%NAME%</c> is an environment variable.
/// </summary>
internal sealed class FileMap
{
    private readonly string _folder;
    private readonly List<Directive> _directives = [];

    private FileMap(string folder) => _folder = folder;

    private enum Kind { Folder, FileToFile, FileToPath }

    /// <summary>Reads the map; without a map file nothing is mapped.</summary>
    public static FileMap Read(string folder, string? mapFile, string source, ICollection<Finding> findings)
    {
        var map = new FileMap(folder);
        if (mapFile == null) return map;
        if (!File.Exists(mapFile))
        {
            findings.Add(new(FindingCodes.MapFile, source, 0, $"There is no mapping file '{source}'."));
            return map;
        }

        var root = SafeXml.Load(File.ReadAllBytes(mapFile), source, findings)?.Root;
        foreach (var element in root?.Elements() ?? [])
        {
            var (file, line) = SourceFile.Of(element);
            if (Enum.TryParse<Kind>(element.Name.LocalName, out var kind)
                && (string?)element.Attribute("map") is { Length: > 0 } from && (string?)element.Attribute("to") is { Length: > 0 } to)
                map._directives.Add(new(kind, Segments(from), Environment.ExpandEnvironmentVariables(to).Replace('\\', '/')));
            else
                findings.Add(new(FindingCodes.MapFile, file, line,
                    "A mapping is a 'Folder', 'FileToFile' or 'FileToPath' element with the attributes 'map' and 'to'."));
        }

        return map;
    }

    /// <summary>
    /// Where the body at <paramref name="path"/> (relative to the folder, parted with '/') is to be read: null and the place
    /// looked at when a directive applies and nothing is there.
    /// </summary>
    public (string? File, string Wanted) Resolve(string path)
    {
        var segments = path.Split('/');
        foreach (var directive in _directives)
        {
            if (!directive.Matches(segments)) continue;
            var wanted = directive.Target(segments);
            return (Find(wanted, segments), wanted);
        }

        var own = Path.Combine(_folder, path);
        return (File.Exists(own) ? own : null, path);
    }

    private string? Find(string wanted, string[] segments)
    {
        var wildcard = wanted.IndexOf("**", StringComparison.Ordinal);
        if (wildcard < 0)
        {
            var file = Path.GetFullPath(Path.Combine(_folder, wanted));
            return File.Exists(file) ? file : null;
        }

        var root = Path.GetFullPath(Path.Combine(_folder, wanted[..wildcard]));
        var rest = wanted[(wildcard + 2)..].TrimStart('/');
        if (!Directory.Exists(root)) return null;
        return Directory.EnumerateFiles(root, Path.GetFileName(rest), SearchOption.AllDirectories)
            .Select(file => file.Replace('\\', '/'))
            .Where(file => file.EndsWith("/" + rest, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(file => CommonEnd(file.Split('/'), segments))
            .ThenByDescending(File.GetLastWriteTimeUtc)
            .ThenBy(file => file, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static int CommonEnd(string[] file, string[] segments)
    {
        var count = 0;
        while (count < file.Length && count < segments.Length
            && string.Equals(file[^(count + 1)], segments[^(count + 1)], StringComparison.OrdinalIgnoreCase))
            count++;
        return count;
    }

    private static string[] Segments(string path) => path.Replace('\\', '/').Trim('/').Split('/');

    private sealed record Directive(Kind Kind, string[] From, string To)
    {
        public bool Matches(string[] path)
        {
            if (Kind == Kind.Folder)
                return path.Length > From.Length && From.Select((part, i) => Same(part, path[i])).All(same => same);
            if (!MatchesName(path[^1])) return false;
            var folders = From[..^1];
            if (folders.Length == 0) return true;
            var any = folders[^1] == "**";
            var fixedPart = any ? folders[..^1] : folders;
            return (any ? path.Length - 1 >= fixedPart.Length : path.Length - 1 == fixedPart.Length)
                && fixedPart.Select((part, i) => Same(part, path[i])).All(same => same);
        }

        public string Target(string[] path) => Kind switch
        {
            Kind.FileToFile => To,
            Kind.FileToPath => To.TrimEnd('/') + "/" + path[^1],
            _ => To.TrimEnd('/') + "/" + string.Join('/', path[From.Length..]),
        };

        private bool MatchesName(string name) =>
            From[^1] == "*.*" || (Kind == Kind.FileToPath && From[^1].StartsWith("*.", StringComparison.Ordinal)
                ? From[^1] == "*.*" || name.EndsWith(From[^1][1..], StringComparison.OrdinalIgnoreCase)
                : Same(From[^1], name));

        private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }
}
