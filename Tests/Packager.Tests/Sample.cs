using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Packager.Tests;

/// <summary>
/// The files of a small solution without a flaw, to be changed by a test: two tables, every kind of form, a chart, a dashboard,
/// a command, an app, a role, scripts, an assembly with a step and a custom API, an environment variable.
/// </summary>
internal sealed class Sample
{
    public const string Assembly = "PluginAssemblies/TestPlugins-55676392-AFD9-5AEA-B4AB-821B8BF9BF00/TestPlugins.dll";

    private static readonly Dictionary<string, byte[]> Original = Load();

    public Dictionary<string, byte[]> Files { get; } = new(Original, StringComparer.Ordinal);

    public string Text(string file) => Encoding.UTF8.GetString(Files[file]);

    /// <summary>Replaces a text that stands in the file exactly once.</summary>
    public Sample Replace(string file, string old, string @new)
    {
        var text = Text(file);
        var place = text.IndexOf(old, StringComparison.Ordinal);
        if (place < 0 || text.IndexOf(old, place + 1, StringComparison.Ordinal) >= 0)
            throw new InvalidOperationException($"'{old}' stands in '{file}' {(place < 0 ? "nowhere" : "more than once")}.");
        return Set(file, text[..place] + @new + text[(place + old.Length)..]);
    }

    /// <summary>Replaces the first text after another.</summary>
    public Sample After(string file, string anchor, string old, string @new)
    {
        var text = Text(file);
        var from = text.IndexOf(anchor, StringComparison.Ordinal);
        var place = from < 0 ? -1 : text.IndexOf(old, from, StringComparison.Ordinal);
        if (place < 0) throw new InvalidOperationException($"'{old}' stands nowhere after '{anchor}' in '{file}'.");
        return Set(file, text[..place] + @new + text[(place + old.Length)..]);
    }

    /// <summary>Removes the lines from the one that holds a text to the one that holds another.</summary>
    public Sample Cut(string file, string from, string to)
    {
        var lines = Text(file).Split('\n').ToList();
        var first = lines.FindIndex(line => line.Contains(from, StringComparison.Ordinal));
        var last = first < 0 ? -1 : lines.FindIndex(first, line => line.Contains(to, StringComparison.Ordinal));
        if (last < 0) throw new InvalidOperationException($"'{from}' to '{to}' stands nowhere in '{file}'.");
        lines.RemoveRange(first, last - first + 1);
        return Set(file, string.Join('\n', lines));
    }

    public Sample Set(string file, string text) => Set(file, Encoding.UTF8.GetBytes(text));

    public Sample Set(string file, ReadOnlyMemory<byte> content)
    {
        Files[file] = content.ToArray();
        return this;
    }

    public Sample Remove(string file)
    {
        if (!Files.Remove(file)) throw new InvalidOperationException($"There is no '{file}'.");
        return this;
    }

    /// <summary>Writes the files below a folder.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (name, content) in Files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    public SolutionPackage Read()
    {
        using var folder = new TemporaryFolder();
        WriteTo(folder.Path);
        return SolutionPackage.ReadFolder(folder.Path);
    }

    public byte[] Zip(bool managed = false)
    {
        using var stream = new MemoryStream();
        Read().WriteZip(stream, managed);
        return stream.ToArray();
    }

    /// <summary>The zip's entries, to be changed.</summary>
    public static Dictionary<string, byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }

    /// <summary>A zip of these entries in this order, names as they are.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static Dictionary<string, byte[]> Load()
    {
        var root = Path.Combine(
            typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!,
            "Tests", "Packager.Tests", "Sample");
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        files[Assembly] = TestAssembly.Good.ToArray();
        return files;
    }
}
