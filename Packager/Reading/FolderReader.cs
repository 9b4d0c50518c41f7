using System.Xml.Linq;

namespace Packager.Reading;

/// <summary>Merges an unpacked tree into the two documents of the zip. A purely structural merge: nothing is interpreted.</summary>
internal sealed class FolderReader
{
    private readonly string _folder;
    private readonly FileMap _map;
    private readonly PackageContent _content = new();

    /// <summary>Files that some rule of the merge has taken; the rest is reported.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Places of files, and of the folders that hold them, where the order is noted.</summary>
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);

    public FolderReader(string folder, string? mapFile)
    {
        _folder = Path.GetFullPath(folder);
        _map = FileMap.Read(_folder, mapFile, mapFile == null ? "" : Relative(Path.GetFullPath(mapFile)), _content.Findings);
    }

    public PackageContent Read()
    {
        ReadOrder();
        _content.Solution = Required("Other/Solution.xml", "solution.xml");
        _content.Customizations = Required("Other/Customizations.xml", "customizations.xml");
        if (_content.Customizations?.Root is { } root)
        {
            MergeTables(root);
            MergeRelationships(root);
            MergeWhole(root, "Other/FieldSecurityProfiles.xml", "FieldSecurityProfiles");
            MergeWhole(root, "Other/EntityMaps.xml", "EntityMaps");
            foreach (var (folder, node, child) in ComponentFolders.Merged)
            {
                foreach (var file in XmlFiles(folder))
                    Take(root, node, file, child);
            }

            foreach (var (folder, node, child) in ComponentFolders.WithBody)
                MergeWithBody(root, folder, node, child);
        }

        foreach (var folder in ComponentFolders.Bodies.Concat(ComponentFolders.TableBased))
        {
            foreach (var file in Files(folder).Where(file => !_taken.Contains(file)).ToList())
                AddBody(file, file);
        }

        foreach (var file in Files(ComponentFolders.UnknownFiles)) AddBody(file, file[(ComponentFolders.UnknownFiles.Length + 1)..]);
        if (File.Exists(Path.Combine(_folder, ComponentFolders.ContentTypes))) _content.ContentTypes = Load(ComponentFolders.ContentTypes);
        ReportStrayFiles();
        return _content;
    }

    private void ReadOrder()
    {
        if (!File.Exists(Path.Combine(_folder, ComponentFolders.Order)) || Load(ComponentFolders.Order)?.Root is not { } root) return;
        var place = 0;
        foreach (var path in root.Elements("File").Select(file => (string?)file.Attribute("path") ?? ""))
        {
            for (var part = path; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOf('/'))]) _order.TryAdd(part, place);
            place++;
        }
    }

    private int PlaceOf(string path) => _order.GetValueOrDefault(path, int.MaxValue);

    private XDocument? Required(string file, string becomes)
    {
        if (File.Exists(Path.Combine(_folder, file))) return Load(file);
        _content.Findings.Add(new(FindingCodes.RootFileMissing, file, 0, $"There is no '{file}', which becomes '{becomes}'."));
        return null;
    }

    private void MergeTables(XElement root)
    {
        foreach (var table in Folders("Entities"))
        {
            var file = $"{table}/Entity.xml";
            if (Load(file)?.Root is not { } entity || !IsNamed(entity, "Entity")) continue;
            Place(root, "Entities").Add(Detach(entity));
            MergeForms(entity, $"{table}/FormXml");
            MergeViews(entity, $"{table}/SavedQueries");
            foreach (var chart in XmlFiles($"{table}/Visualizations"))
            {
                if (Load(chart)?.Root is { } visualization && IsNamed(visualization, "visualization"))
                    Child(entity, "Visualizations", after: "SavedQueries").Add(Detach(visualization));
            }

            var ribbon = $"{table}/RibbonDiff.xml";
            if (File.Exists(Path.Combine(_folder, ribbon)) && Load(ribbon)?.Root is { } diff && IsNamed(diff, "RibbonDiffXml"))
            {
                Child(entity, "RibbonDiffXml", after: null).ReplaceWith(Detach(diff));
            }
        }
    }

    private void MergeForms(XElement entity, string folder)
    {
        var kinds = Folders(folder).Select(path => path[(folder.Length + 1)..])
            .OrderBy(kind => PlaceOf($"{folder}/{kind}"))
            .ThenBy(kind => ComponentFolders.FormKinds.IndexOf(kind) is >= 0 and var index ? index : int.MaxValue)
            .ThenBy(kind => kind, StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            var forms = new XElement("forms", new XAttribute("type", kind));
            foreach (var file in XmlFiles($"{folder}/{kind}"))
            {
                if (Load(file)?.Root is not { } wrapper || !IsNamed(wrapper, "forms")) continue;
                AddAll(forms, wrapper, file);
            }

            if (forms.HasElements) Child(entity, "FormXml", after: "EntityInfo").Add(forms);
        }
    }

    private void MergeViews(XElement entity, string folder)
    {
        foreach (var file in XmlFiles(folder))
        {
            if (Load(file)?.Root is not { } wrapper || !IsNamed(wrapper, "savedqueries")) continue;
            var views = Child(entity, "SavedQueries", after: "FormXml");
            if (views.Element("savedqueries") is not { } all) views.Add(all = new("savedqueries"));
            AddAll(all, wrapper, file);
        }
    }

    /// <summary>Moves the children of a file's wrapper; each remembers the file.</summary>
    private static void AddAll(XElement target, XElement wrapper, string file)
    {
        foreach (var element in wrapper.Elements().ToList())
        {
            Detach(element);
            element.AddAnnotation(new SourceFile(file));
            target.Add(element);
        }
    }

    private void MergeRelationships(XElement root)
    {
        const string List = "Other/Relationships.xml";
        var bodies = new Dictionary<string, XElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in XmlFiles("Other/Relationships"))
        {
            if (Load(file)?.Root is not { } wrapper || !IsNamed(wrapper, "EntityRelationships")) continue;
            foreach (var body in wrapper.Elements().ToList())
            {
                Detach(body);
                body.AddAnnotation(new SourceFile(file));
                if (!bodies.TryAdd((string?)body.Attribute("Name") ?? "", body))
                    Report(body, FindingCodes.MergePart, $"The relationship '{(string?)body.Attribute("Name")}' is defined more than once.");
            }
        }

        var names = File.Exists(Path.Combine(_folder, List)) ? Load(List)?.Root : null;
        foreach (var entry in names?.Elements() ?? [])
        {
            var name = (string?)entry.Attribute("Name") ?? "";
            if (bodies.Remove(name, out var body)) Place(root, "EntityRelationships").Add(body);
            else Report(entry, FindingCodes.MergePart, $"The relationship '{name}' is listed and no file under 'Other/Relationships' defines it.");
        }

        foreach (var (name, body) in bodies)
            Report(body, FindingCodes.MergePart, $"The relationship '{name}' is defined and '{List}' does not list it.");
    }

    private void MergeWhole(XElement root, string file, string node)
    {
        if (!File.Exists(Path.Combine(_folder, file)) || Load(file)?.Root is not { } whole || !IsNamed(whole, node)) return;
        Place(root, node).ReplaceWith(Detach(whole));
    }

    private void MergeWithBody(XElement root, string folder, string node, string child)
    {
        const string Data = ".data.xml";
        foreach (var file in Files(folder).Where(file => file.EndsWith(Data, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            var element = Take(root, node, file, child);
            if (element == null) continue;
            var body = file[..^Data.Length];
            var name = BodyNames(element).FirstOrDefault()?.TrimStart('/');
            AddBody(body, string.IsNullOrEmpty(name) ? body : name);
        }
    }

    /// <summary>What an element names as the files of its body.</summary>
    public static IEnumerable<string?> BodyNames(XElement element) =>
        from name in new[] { "FileName", "JsonFileName", "XamlFileName" }
        let value = (string?)element.Element(name)
        where !string.IsNullOrWhiteSpace(value)
        select value;

    private void AddBody(string file, string name)
    {
        _taken.Add(file);
        var (found, wanted) = _map.Resolve(file);
        if (found != null)
        {
            _content.Add(new(name, Relative(found), File.ReadAllBytes(found)));
        }
        else if (wanted != file)
        {
            _content.Missing.Add(name);
            _content.Findings.Add(new(FindingCodes.MapTarget, file, 0, $"The file is mapped to '{wanted}', and nothing is there."));
        }
    }

    private XElement? Take(XElement root, string node, string file, string child)
    {
        if (Load(file)?.Root is not { } element || !IsNamed(element, child)) return null;
        Place(root, node).Add(Detach(element));
        return element;
    }

    /// <summary>The node of the root, created where its place is when the tree has none.</summary>
    private static XElement Place(XElement root, string name)
    {
        if (root.Element(name) is { } existing) return existing;
        var created = new XElement(name);
        var order = ComponentFolders.RootOrder.IndexOf(name);
        var before = root.Elements().LastOrDefault(element =>
            ComponentFolders.RootOrder.IndexOf(element.Name.LocalName) is >= 0 and var index && index < order);
        if (before == null) root.AddFirst(created);
        else before.AddAfterSelf(created);
        return created;
    }

    private static XElement Child(XElement entity, string name, string? after)
    {
        if (entity.Element(name) is { } existing) return existing;
        var created = new XElement(name);
        if (after != null && entity.Element(after) is { } before) before.AddAfterSelf(created);
        else entity.Add(created);
        return created;
    }

    private static XElement Detach(XElement element)
    {
        element.Remove();
        return element;
    }

    private bool IsNamed(XElement root, string name)
    {
        if (root.Name == name) return true;
        Report(root, FindingCodes.MergePart, $"The file's root is '{root.Name}' where '{name}' belongs.");
        return false;
    }

    private XDocument? Load(string file)
    {
        _taken.Add(file);
        var path = Path.Combine(_folder, file);
        if (File.Exists(path)) return SafeXml.Load(File.ReadAllBytes(path), file, _content.Findings);
        _content.Findings.Add(new(FindingCodes.MergePart, file, 0, $"There is no '{file}'."));
        return null;
    }

    private IEnumerable<string> XmlFiles(string folder)
    {
        foreach (var file in Files(folder))
        {
            if (file.EndsWith("_managed.xml", StringComparison.OrdinalIgnoreCase))
            {
                _taken.Add(file);
                _content.Findings.Add(new(FindingCodes.MergePart, file, 0,
                    "A twin for the managed zip is not read; both zips are packed from the same files."));
            }
            else if (file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                yield return file;
            }
        }
    }

    private List<string> Files(string folder)
    {
        var path = Path.Combine(_folder, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(Relative).OrderBy(PlaceOf).ThenBy(file => file, StringComparer.Ordinal)]
            : [];
    }

    private List<string> Folders(string folder)
    {
        var path = Path.Combine(_folder, folder);
        return Directory.Exists(path) ? [.. Directory.EnumerateDirectories(path).Select(Relative).OrderBy(PlaceOf).ThenBy(file => file, StringComparer.Ordinal)] : [];
    }

    /// <summary>Everything in the tree must reach the zip; only files beside the folders (a project, a map) may lie around.</summary>
    private void ReportStrayFiles()
    {
        foreach (var folder in Folders(".").Where(folder => !folder.StartsWith('.')))
        {
            foreach (var file in Files(folder).Where(file => !_taken.Contains(file)))
                _content.Findings.Add(new(FindingCodes.StrayFile, file, 0, "The file belongs to no part of the solution and reaches no zip."));
        }
    }

    private void Report(XElement at, string code, string message)
    {
        var (file, line) = SourceFile.Of(at);
        _content.Findings.Add(new(code, file, line, message));
    }

    private string Relative(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');
}
