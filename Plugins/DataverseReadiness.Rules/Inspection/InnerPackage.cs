using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The inner zip of an AppSource package: the deployment DLL, the package folder and the solutions in it.</summary>
internal sealed class InnerPackage
{
    private const string ImportConfig = "ImportConfig.xml";

    // More than the documentation's packages have by far.
    private const int MaxSolutions = 50;

    private readonly string _path;
    private readonly BoundedZip _zip;
    private readonly ZipPaths _paths;
    private readonly ZipBudget _budget;
    private readonly PackageFacts _facts;
    private readonly PackageFindings _findings;
    private readonly SolutionBuffers _buffers = new SolutionBuffers();
    private readonly List<PackageSolution> _solutions = new List<PackageSolution>();
    private readonly List<IReadOnlyList<string>> _required = new List<IReadOnlyList<string>>();

    private InnerPackage(BoundedZip zip, ZipBudget budget, PackageFacts facts, PackageFindings findings)
    {
        _path = facts.InnerFile + "!/";
        _zip = zip;
        _budget = budget;
        _facts = facts;
        _findings = findings;
        _paths = new ZipPaths(zip, facts.InnerFile, findings, PackagePart.Inner);
    }

    /// <summary>Inspects the inner zip, if there is one.</summary>
    public static void Inspect(BoundedZip outer, ZipBudget budget, PackageFacts facts, PackageFindings findings)
    {
        if (facts.InnerFile.Length == 0)
            return;
        var entry = outer.Entries.First(found => found.FullName == facts.InnerFile);
        var bytes = outer.Read(entry, out facts.Damage);
        using var stream = new MemoryStream(bytes ?? new byte[0], false);
        using var zip = bytes is null ? null : BoundedZip.Open(stream, facts.InnerFile, budget, out facts.Damage);
        if (zip is null)
        {
            findings.Add(PackagePart.Archive, facts.Damage!, facts.InnerFile);
            return;
        }

        new InnerPackage(zip, budget, facts, findings).Check();
    }

    private void Check()
    {
        ContentTypes.Check(_zip, _paths, _path, _findings, PackagePart.InnerTypes);
        _facts.Assemblies = _paths.Files.Where(file => file.IndexOf('/') < 0 && ZipPaths.Extension(file) == "dll").Take(50).ToList();
        if (_facts.Assemblies.Count == 0)
            Find(PackagePart.Inner, "", 0, "package.dll.missing", _facts.InnerFile);
        var config = _paths.Files.FirstOrDefault(file => file.EndsWith("/" + ImportConfig, StringComparison.Ordinal) && file.IndexOf('/') == file.LastIndexOf('/'));
        if (config is null)
            Find(PackagePart.Folder, "", 0, "package.folder.missing", _facts.InnerFile, _paths.Files.FirstOrDefault(file => file.EndsWith(ImportConfig, StringComparison.OrdinalIgnoreCase)) ?? "-");
        else
            CheckFolder(config);
        if (_facts.Folder.Length > 0 && _facts.Assemblies.Count > 0 && !_facts.Assemblies.Any(NamesFolder))
            Find(PackagePart.Folder, "", 0, "package.folder.dll", _facts.InnerFile, _facts.Folder);
    }

    /// <summary>
    /// The DLL returns the folder's name, and an assembly holds its texts as UTF-16: one without the name returns another one. What is too
    /// small to be an assembly, or cannot be read, is not blamed for that.
    /// </summary>
    private bool NamesFolder(string assembly)
    {
        const int smallest = 512;
        var bytes = _zip.Read(_paths.Find(assembly)!, out _);
        return bytes is null || bytes.Length < smallest || Bytes.Contains(bytes, Encoding.Unicode.GetBytes(_facts.Folder));
    }

    private void CheckFolder(string configFile)
    {
        var folder = configFile.Substring(0, configFile.LastIndexOf('/') + 1);
        _facts.Folder = folder.TrimEnd('/');
        _facts.Solutions = _solutions;
        var bytes = _zip.Read(_paths.Find(configFile)!, out var problem);
        var config = bytes is null ? null : XmlPart.Load(bytes, _path + configFile, out problem);
        if (config is null)
        {
            _findings.Add(PackagePart.Folder, problem!, _path + configFile);
            return;
        }

        var listed = config.Child("solutions")?.ChildrenOf("configsolutionfile").Take(MaxSolutions + 1).ToList() ?? new List<XmlPart>();
        if (listed.Count == 0)
            Find(PackagePart.Folder, configFile, config.Line, "package.solutions.missing", _path + configFile);
        if (listed.Count > MaxSolutions)
            Find(PackagePart.Folder, configFile, config.Line, "package.solutions.many", _path + configFile, Bytes.Text(MaxSolutions));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var solution in listed.Take(MaxSolutions))
        {
            var file = solution.Attribute("solutionpackagefilename").Trim();
            var entry = _paths.Find(folder + file);
            if (!seen.Add(file))
                Find(PackagePart.Folder, configFile, solution.Line, "package.solutions.twice", _path + configFile, UrlReader.Shorten(file));
            else if (entry is null)
                _findings.Add(PackagePart.Folder, _paths.Missing(_path, folder + UrlReader.Shorten(file)), _path + configFile, solution.Line);
            else
                CheckSolution(entry);
        }

        CheckOrder(configFile);
        CheckAnchor(folder);
    }

    private void CheckSolution(ZipArchiveEntry entry)
    {
        var solution = new PackageSolution { File = entry.FullName, Bytes = entry.Length };
        _solutions.Add(solution);
        _required.Add(SolutionPackage.Inspect(_zip, entry, _path + entry.FullName, _budget, _buffers, solution, _findings));
    }

    /// <summary>A solution is imported after those of the package that it needs.</summary>
    private void CheckOrder(string configFile)
    {
        for (var i = 0; i < _solutions.Count; i++)
        {
            var later = _solutions.Skip(i + 1).FirstOrDefault(solution => _required[i].Contains(solution.UniqueName));
            if (later is not null)
                Find(PackagePart.Folder, configFile, 0, "package.solutions.order", _path + configFile, _solutions[i].UniqueName, later.UniqueName);
        }
    }

    /// <summary>The solution that the package is known by must be there, and speak the languages that the input file names.</summary>
    private void CheckAnchor(string folder)
    {
        _facts.Input.TryGetValue("SolutionAnchorName", out var name);
        if (string.IsNullOrEmpty(name))
            return;
        var anchor = _facts.Anchor();
        if (anchor is null)
        {
            _findings.Add(PackagePart.Input, new Message("package.input.anchor", _facts.InputFile, UrlReader.Shorten(name!), _path + folder), _facts.InputFile);
            return;
        }

        var languages = anchor.NameLanguages;
        var differ = _facts.Locales.Except(languages).Any() || languages.Except(_facts.Locales).Any();
        if (differ && _facts.Locales.Count > 0 && anchor.UniqueName.Length > 0)
            _findings.Add(PackagePart.Locales, new Message("package.input.languages", _facts.InputFile, Codes(_facts.Locales), _path + anchor.File, Codes(languages)), _facts.InputFile);
    }

    private static string Codes(IEnumerable<int> languages) => string.Join(",", languages.Select(language => Bytes.Text(language)));

    private void Find(PackagePart part, string file, int line, string key, params string[] arguments) =>
        _findings.Add(part, new Message(key, arguments), file.Length == 0 ? _facts.InnerFile : _path + file, line);
}
