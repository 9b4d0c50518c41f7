using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The inner zip of an AppSource package: the deployment DLL, the package folder and the solutions in it.</summary>
internal sealed class InnerPackage
{
    private const string ImportConfig = "ImportConfig.xml";

    // More than the documentation's packages have by far.
    private const int MaxSolutions = 100;

    private readonly string _name;
    private readonly BoundedZip _zip;
    private readonly ZipPaths _paths;
    private readonly ZipBudget _budget;
    private readonly OuterPackage _outer;
    private readonly List<PackageFinding> _findings;
    private readonly List<PackageSolution> _solutions = new List<PackageSolution>();

    private InnerPackage(string name, BoundedZip zip, ZipBudget budget, OuterPackage outer, List<PackageFinding> findings)
    {
        _name = name;
        _zip = zip;
        _budget = budget;
        _outer = outer;
        _findings = findings;
        _paths = new ZipPaths(zip, name, findings, PackagePart.Inner);
    }

    public static IReadOnlyList<PackageSolution> Inspect(
        BoundedZip container, OuterPackage outer, ZipBudget budget, List<PackageFinding> findings, out Message? damage)
    {
        var none = new List<PackageSolution>();
        damage = null;
        var entry = outer.InnerFile;
        if (entry is null)
            return none;
        var bytes = container.Read(entry, out damage);
        if (bytes is null)
        {
            findings.Add(new PackageFinding(PackagePart.Archive, damage!));
            return none;
        }

        using var stream = new MemoryStream(bytes, false);
        using var zip = BoundedZip.Open(stream, entry.FullName, budget, out damage);
        if (zip is null)
        {
            findings.Add(new PackageFinding(PackagePart.Archive, damage!));
            return none;
        }

        var inner = new InnerPackage(entry.FullName, zip, budget, outer, findings);
        inner.Check();
        return inner._solutions;
    }

    private void Check()
    {
        OuterPackage.CheckContentTypes(_zip, _paths, _name + "/", OuterPackage.ContentTypes, _findings, PackagePart.Inner);
        if (!_paths.Files.Any(file => file.IndexOf('/') < 0 && file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
            Find("package.dll.missing", _name);
        var config = _paths.Files.FirstOrDefault(file => file.EndsWith("/" + ImportConfig, StringComparison.Ordinal) && file.IndexOf('/') == file.LastIndexOf('/'));
        if (config is null)
        {
            Find("package.folder.missing", _name, _paths.Files.FirstOrDefault(file => file.EndsWith(ImportConfig, StringComparison.OrdinalIgnoreCase)) ?? "-");
            return;
        }

        CheckFolder(config);
    }

    private void CheckFolder(string configFile)
    {
        var folder = configFile.Substring(0, configFile.LastIndexOf('/') + 1);
        var bytes = _zip.Read(_paths.Find(configFile)!, out var damage);
        var config = bytes is null ? null : XmlPart.Load(bytes);
        if (config is null)
        {
            _findings.Add(new PackageFinding(PackagePart.Inner, damage ?? new Message("package.xml", _name + "/" + configFile)));
            return;
        }

        var files = config.Child("solutions")?.ChildrenOf("configsolutionfile").Select(file => file.Attribute("solutionpackagefilename").Trim()).Distinct().Take(MaxSolutions).ToList() ?? new List<string>();
        if (files.Count == 0)
            Find("package.solutions.missing", _name + "/" + configFile);
        foreach (var file in files)
        {
            var entry = _paths.Find(folder + file);
            if (entry is null)
                Find("package.missing", _name + "/" + folder + file);
            else
                CheckSolution(entry);
        }

        CheckAnchor(folder);
    }

    private void CheckSolution(ZipArchiveEntry entry)
    {
        var file = _name + "/" + entry.FullName;
        var root = ReadSolution(entry, file, out var damage);
        var manifest = root?.Child("SolutionManifest");
        if (manifest is null)
        {
            _findings.Add(new PackageFinding(PackagePart.Solution, damage ?? new Message("package.solution.xml", file)));
            _solutions.Add(new PackageSolution { File = entry.FullName });
            return;
        }

        var name = manifest.Child("UniqueName")?.Text.Trim() ?? "";
        var version = manifest.Child("Version")?.Text.Trim() ?? "";
        var isManaged = manifest.Child("Managed")?.Text.Trim() == "1";
        if (name.Length == 0)
            FindInSolution("package.solution.name", file);
        if (!IsVersion(version))
            FindInSolution("package.solution.version", file, UrlReader.Shorten(version));
        if (!isManaged)
            FindInSolution("package.solution.unmanaged", file);
        _solutions.Add(new PackageSolution { File = entry.FullName, UniqueName = name, Version = version, IsManaged = isManaged });
        if (IsAnchor(entry.FullName, name))
            CheckLanguages(file, manifest);
    }

    private XmlPart? ReadSolution(ZipArchiveEntry entry, string file, out Message? damage)
    {
        var bytes = _zip.Read(entry, out damage);
        if (bytes is null)
            return null;
        using var stream = new MemoryStream(bytes, false);
        using var zip = BoundedZip.Open(stream, file, _budget, out damage);
        if (zip is null)
            return null;
        new ZipPaths(zip, file, _findings, PackagePart.Solution);
        var manifest = zip.Entries.FirstOrDefault(found => string.Equals(found.FullName, "solution.xml", StringComparison.OrdinalIgnoreCase));
        var content = manifest is null ? null : zip.Read(manifest, out damage);
        return content is null ? null : XmlPart.Load(content);
    }

    /// <summary>The solution that the package is known by must be there, and speak the languages that the input file names.</summary>
    private void CheckAnchor(string folder)
    {
        var anchor = Anchor;
        if (anchor.Length > 0 && !_solutions.Any(solution => IsAnchor(solution.File, solution.UniqueName)))
            _findings.Add(new PackageFinding(PackagePart.Input, new Message("package.input.anchor", _outer.InputFile, UrlReader.Shorten(anchor), _name + "/" + folder)));
    }

    private void CheckLanguages(string file, XmlPart manifest)
    {
        var languages = manifest.Child("LocalizedNames")?.ChildrenOf("LocalizedName").Select(name => name.Attribute("languagecode")).Distinct().ToList() ?? new List<string>();
        var different = _outer.Languages.Except(languages).Concat(languages.Except(_outer.Languages)).FirstOrDefault();
        if (different is not null && _outer.Languages.Count > 0)
            _findings.Add(new PackageFinding(PackagePart.Input, new Message("package.input.languages", _outer.InputFile, string.Join(",", _outer.Languages), file, string.Join(",", languages))));
    }

    private string Anchor => _outer.InputValues.TryGetValue("SolutionAnchorName", out var anchor) ? anchor : "";

    private bool IsAnchor(string file, string uniqueName) => Anchor.Length > 0 && (Anchor == file.Substring(file.LastIndexOf('/') + 1) || Anchor == uniqueName);

    private static bool IsVersion(string version)
    {
        var parts = version.Split('.');
        return parts.Length is >= 2 and <= 4 && parts.All(part => part.Length is >= 1 and <= 9 && part.All(c => c is >= '0' and <= '9'));
    }

    private void FindInSolution(string key, params string[] arguments) => _findings.Add(new PackageFinding(PackagePart.Solution, new Message(key, arguments)));

    private void Find(string key, params string[] arguments) => _findings.Add(new PackageFinding(PackagePart.Inner, new Message(key, arguments)));
}
