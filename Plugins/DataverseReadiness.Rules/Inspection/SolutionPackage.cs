using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>One solution zip: its manifest, what it contains, and its scripts.</summary>
internal sealed class SolutionPackage
{
    // A web resource may be 5 MB unless an organization allows more.
    private const long MaxScript = 16 * 1024 * 1024;

    private readonly string _path;
    private readonly BoundedZip _zip;
    private readonly ByteBuffer _buffer;
    private readonly PackageSolution _solution;
    private readonly PackageFindings _findings;

    private SolutionPackage(string path, BoundedZip zip, ByteBuffer buffer, PackageSolution solution, PackageFindings findings)
    {
        _path = path;
        _zip = zip;
        _buffer = buffer;
        _solution = solution;
        _findings = findings;
    }

    /// <summary>Inspects a solution.</summary>
    /// <param name="container">The zip that it is in.</param>
    /// <param name="entry">Where in it.</param>
    /// <param name="path">Path of the solution through the zips.</param>
    /// <param name="budget">Shared by nested zips.</param>
    /// <param name="buffers">Used for one solution after the other.</param>
    /// <param name="solution">Gets the facts.</param>
    /// <param name="findings">Gets the findings.</param>
    /// <returns>Unique names of solutions that it needs.</returns>
    public static IReadOnlyList<string> Inspect(
        BoundedZip container, ZipArchiveEntry entry, string path, ZipBudget budget, SolutionBuffers buffers, PackageSolution solution, PackageFindings findings)
    {
        var isRead = container.Read(entry, buffers.Zip, out var damage);
        using var stream = new MemoryStream(buffers.Zip.Data, 0, isRead ? buffers.Zip.Length : 0, false);
        using var zip = isRead ? BoundedZip.Open(stream, path, budget, out damage) : null;
        if (zip is not null)
            return new SolutionPackage(path, zip, buffers.File, solution, findings).Check();
        findings.Add(PackagePart.Solution, damage!, path);
        return new List<string>();
    }

    private IReadOnlyList<string> Check()
    {
        var paths = new ZipPaths(_zip, _path, _findings, PackagePart.Solution);
        IReadOnlyList<string>? required = null;
        TryRead(paths, "solution.xml", stream => required = SolutionManifest.Read(stream, _solution));
        if (required is not null)
            CheckManifest();
        else
            Find("package.solution.xml", "solution.xml", _path);

        var files = paths.Files.ToList();
        _solution.Assemblies = files.Count(IsAssembly);
        _solution.HasCanvasApp = files.Any(file => ZipPaths.Extension(file) == "msapp");
        _solution.CustomizationsBytes = paths.Find("customizations.xml")?.Length ?? 0;
        Customizations? customizations = null;
        _solution.IsRead = TryRead(paths, "customizations.xml", stream => customizations = Customizations.Read(stream, _solution, FindRegistration));
        if (!_solution.IsRead)
            Find("package.solution.customizations", "customizations.xml", _path);
        foreach (var file in files.Where(LicenceInformation.IsIn).Take(10))
            TryRead(paths, file, stream => LicenceInformation.Read(stream, _solution));
        foreach (var resource in customizations?.WebResources ?? new List<WebResource>())
            CheckResource(paths, resource);
        return required ?? new List<string>();
    }

    private static bool IsAssembly(string file) =>
        (file.StartsWith("PluginAssemblies/", StringComparison.OrdinalIgnoreCase) && ZipPaths.Extension(file) == "dll")
        || (file.StartsWith("pluginpackages/", StringComparison.OrdinalIgnoreCase) && ZipPaths.Extension(file) == "nupkg");

    private void CheckManifest()
    {
        if (_solution.UniqueName.Length == 0)
            Find("package.solution.name", "solution.xml", _path);
        if (PackageVersion.Read(_solution.Version) is null)
            Find("package.solution.version", "solution.xml", _path, UrlReader.Shorten(_solution.Version));
        if (!_solution.IsManaged)
            Find("package.solution.unmanaged", "solution.xml", _path);
    }

    /// <summary>Reads a file of the solution as a stream; false when it is missing or cannot be read. A document type is a finding of its own.</summary>
    private bool TryRead(ZipPaths paths, string file, Action<Stream> read)
    {
        var entry = paths.Find(file);
        if (entry is null)
            return false;
        try
        {
            using var stream = _zip.Open(entry);
            read(stream);
            return true;
        }
        catch (Exception e) when (XmlPart.IsUnreadable(e) || BoundedZip.IsUnreadable(e))
        {
            if (HasDocumentType(entry))
                Find("package.dtd", file, _path + "!/" + file);
            return false;
        }
    }

    /// <summary>A document type stands before everything else.</summary>
    private bool HasDocumentType(ZipArchiveEntry entry)
    {
        try
        {
            var head = new byte[8 * 1024];
            using var stream = _zip.Open(entry);
            var count = 0;
            for (int read; count < head.Length && (read = stream.Read(head, count, head.Length - count)) > 0;)
                count += read;
            return XmlPart.HasDocumentType(head, count);
        }
        catch (Exception e) when (BoundedZip.IsUnreadable(e))
        {
            return false;
        }
    }

    private void CheckResource(ZipPaths paths, WebResource resource)
    {
        // Data in the form of a script resource is no script.
        var isScript = resource.Type == WebResource.Script && ZipPaths.Extension(resource.Name) is not ("json" or "map");
        var entry = isScript || resource.Type == WebResource.Page ? paths.Find(resource.File) : null;
        if (entry is null)
            return;
        var file = _path + "!/WebResources/" + resource.Name;
        if (entry.Length > MaxScript)
        {
            _findings.AddCode(PackagePart.Code, new Message("script.large", file, Bytes.Text(MaxScript)), file, 0, "", CheckerSeverity.High);
            return;
        }

        if (!_zip.Read(entry, _buffer, out var damage))
        {
            _findings.Add(PackagePart.Solution, damage!, file);
            return;
        }

        var text = Decode(_buffer.Data, _buffer.Length);
        if (isScript)
            Check(text, 1, false, file);
        else
            PageScripts.Read(text, (script, line) => Check(script, line, true, file));
    }

    private void Check(string script, int firstLine, bool isPage, string file) =>
        ScriptCheck.Run(script, firstLine, isPage, (rule, severity, line, detail) =>
        {
            var isSyntax = rule == ScriptCheck.Syntax;
            var arguments = isSyntax ? new[] { file, Bytes.Text(line), "$script.syntax." + detail } : new[] { file, Bytes.Text(line) };
            _findings.AddCode(isSyntax ? PackagePart.Syntax : PackagePart.Code, new Message("script." + rule, arguments), file, line, rule, severity);
        });

    private void FindRegistration(string rule, int line)
    {
        var file = _path + "!/customizations.xml";
        var severity = rule == "meta-remove-dup-reg" ? CheckerSeverity.Critical : CheckerSeverity.High;
        _findings.AddCode(PackagePart.Code, new Message("script." + rule, file, Bytes.Text(line)), file, line, rule, severity);
    }

    private static string Decode(byte[] bytes, int length)
    {
        if (length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
            return Encoding.Unicode.GetString(bytes, 2, length - 2);
        if (length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
            return Encoding.BigEndianUnicode.GetString(bytes, 2, length - 2);
        var start = length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        return Encoding.UTF8.GetString(bytes, start, length - start);
    }

    private void Find(string key, string file, params string[] arguments) => _findings.Add(PackagePart.Solution, new Message(key, arguments), _path + "!/" + file);
}
