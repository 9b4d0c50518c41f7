using System.Text;
using System.Xml;
using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Writing;

/// <summary>
/// Takes the documents of a zip apart into the folder that <see cref="FolderReader"/> merges again. What has no file of its own stays where it is in
/// <c>Other/Customizations.xml</c>; what the layout knows nothing of lies under <c>Other/Files</c>.
/// </summary>
internal sealed class FolderWriter(string folder)
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly char[] Illegal = [.. "<>:\"|?*\\/", .. Enumerable.Range(0, 32).Select(code => (char)code)];

    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    public void Write(SolutionPackage package, XDocument? contentTypes)
    {
        var root = new XElement(package.Customizations!.Root!);
        Indentation.Drop(root);
        var files = package.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        SplitTables(root);
        SplitRelationships(root);
        SplitWhole(root, "FieldSecurityProfiles");
        SplitWhole(root, "EntityMaps");
        foreach (var (into, node, child) in ComponentFolders.Merged) Split(root, node, child, element => NameIn(into, element));
        foreach (var (into, node, child) in ComponentFolders.WithBody) Split(root, node, child, element => WithBody(into, element, files));
        foreach (var file in package.Files.Where(file => !_bodies.Contains(file.Name)))
        {
            var top = file.Name.Split('/')[0];
            var isKnown = file.Name.Contains('/', StringComparison.Ordinal)
                && (ComponentFolders.Bodies.Contains(top) || ComponentFolders.TableBased.Contains(top));
            Save(isKnown ? file.Name : ComponentFolders.UnknownFiles + "/" + file.Name, file.Content.Span);
        }

        Save("Other/Solution.xml", package.Solution!.Root!);
        Save("Other/Customizations.xml", root);
        if (contentTypes is not null) Save(ComponentFolders.ContentTypes, contentTypes.Root!);
    }

    /// <summary>Notes the order of the parts, for zips that do not sort them by file name.</summary>
    public void WriteOrder() => Save(ComponentFolders.Order,
        new XElement("Order", _order.Select(file => new XElement("File", new XAttribute("path", file)))));

    private void SplitTables(XElement root) => Split(root, "Entities", "Entity", entity =>
    {
        var table = Folder("Entities/" + Safe(((string?)entity.Element("Name"))?.Trim() ?? "Entity"));
        SplitForms(entity, table);
        if (entity.Elements("SavedQueries").ToList() is [var views] && OnlyHas(views, "savedqueries") && views.Elements().ToList() is [{ HasAttributes: false } all] && OnlyHas(all, "savedquery"))
            Move(all, view => ($"{table}/SavedQueries/{Id(view, "savedqueryid")}.xml", new XElement("savedqueries", view)), removeNode: true);
        if (entity.Elements("Visualizations").ToList() is [var charts] && OnlyHas(charts, "visualization"))
            Move(charts, chart => ($"{table}/Visualizations/{Id(chart, "savedqueryvisualizationid")}.xml", chart), removeNode: HasUsualPlace(charts));
        if (entity.Elements("RibbonDiffXml").ToList() is [{ HasElements: true } ribbon])
        {
            SavePart($"{table}/RibbonDiff.xml", new XElement(ribbon));
            ribbon.RemoveAll();
        }

        return $"{table}/Entity.xml";
    });

    private void SplitForms(XElement entity, string table)
    {
        if (entity.Elements("FormXml").ToList() is not [var node] || !OnlyHas(node, "forms")) return;
        var kinds = node.Elements().ToList();
        if (kinds.Exists(forms => !OnlyHas(forms, "systemform") || forms.Attributes().ToList() is not [{ Name.LocalName: "type", Value.Length: > 0 }])
            || kinds.Select(Kind).Distinct(StringComparer.OrdinalIgnoreCase).Count() != kinds.Count || kinds.Exists(forms => Safe(Kind(forms)) != Kind(forms)))
        {
            return;
        }

        foreach (var forms in kinds)
            Move(forms, form => ($"{table}/FormXml/{Kind(forms)}/{Id(form, "formid")}.xml", new XElement("forms", form)), removeNode: true);

        static string Kind(XElement forms) => (string)forms.Attribute("type")!;
    }

    private void SplitRelationships(XElement root)
    {
        if (root.Elements("EntityRelationships").ToList() is not [var node] || !OnlyHas(node, "EntityRelationship")) return;
        var all = node.Elements().ToList();
        var names = all.ConvertAll(element => (string?)element.Attribute("Name") ?? "");
        if (names.Contains("") || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count) return;
        foreach (var group in all.GroupBy(One, StringComparer.OrdinalIgnoreCase))
            Save(Unique($"Other/Relationships/{Safe(group.Key)}", ".xml"), new XElement("EntityRelationships", group));
        Save("Other/Relationships.xml", new XElement("EntityRelationships", names.Select(name => new XElement("EntityRelationship", new XAttribute("Name", name)))));
        node.RemoveNodes();

        static string One(XElement element) =>
            (string?)element.Element("ReferencedEntityName") ?? (string?)element.Element("FirstEntityName") ?? "Relationships";
    }

    private void SplitWhole(XElement root, string name)
    {
        if (root.Elements(name).ToList() is not [{ HasElements: true } node]) return;
        Save($"Other/{name}.xml", new XElement(node));
        node.RemoveAll();
    }

    private void Split(XElement root, string name, string child, Func<XElement, string> path)
    {
        if (root.Elements(name).ToList() is not [var node] || !OnlyHas(node, child)) return;
        foreach (var element in node.Elements().ToList())
        {
            var at = _order.Count;
            var file = path(element);
            _order.Insert(at, file);
            Save(file, element);
            element.Remove();
        }
    }

    private void Move(XElement node, Func<XElement, (string Path, XElement Content)> part, bool removeNode)
    {
        foreach (var element in node.Elements().ToList())
        {
            element.Remove();
            var (path, content) = part(element);
            SavePart(Unique(path[..^4], ".xml"), content);
        }

        if (removeNode) node.Remove();
    }

    private string NameIn(string into, XElement element)
    {
        var name = (string?)element.Attribute("name") ?? (string?)element.Attribute("Name") ?? Text(element, "FormId", "UniqueName", "SiteMapUniqueName") ?? element.Name.LocalName;
        return into switch
        {
            "AppModules" => Folder($"{into}/{Safe(name)}") + "/AppModule.xml",
            "AppModuleSiteMaps" => Folder($"{into}/{Safe(name)}") + "/AppModuleSiteMap.xml",
            "SdkMessageProcessingSteps" => Unique($"{into}/{Id((string?)element.Attribute("SdkMessageProcessingStepId") ?? name)}", ".xml"),
            "Dashboards" => Unique($"{into}/{Id(name)}", ".xml"),
            _ => Unique($"{into}/{Safe(name)}", ".xml"),
        };
    }

    private string WithBody(string into, XElement element, Dictionary<string, PackageFile> files)
    {
        var entry = FolderReader.BodyNames(element).FirstOrDefault()?.TrimStart('/');
        var name = into == "WebResources" ? Text(element, "Name") : entry is not null && entry.StartsWith(into + "/", StringComparison.Ordinal) ? entry[(into.Length + 1)..] : null;
        name ??= Text(element, "Name") ?? (string?)element.Attribute("Name") ?? element.Name.LocalName;
        var body = Unique($"{into}/{string.Join('/', name.Split('/').Select(Safe))}", "", reserve: ".data.xml");
        if (entry is not null && files.TryGetValue(entry, out var file) && _bodies.Add(entry)) Save(body, file.Content.Span);
        return body + ".data.xml";
    }

    // There the reader puts them by itself.
    private static bool HasUsualPlace(XElement charts) => !charts.HasAttributes && charts.ElementsBeforeSelf().LastOrDefault()?.Name == "SavedQueries";

    private static bool OnlyHas(XElement node, string child) => node.HasElements && node.Nodes().All(inner => inner is XElement element && element.Name == child);

    private static string Id(XElement element, string name) => Id(Text(element, name) ?? element.Name.LocalName);

    // Files of what has an id are called by it in small letters, however the XML writes it.
    private static string Id(string text) => Guid.TryParse(text, out var id) ? id.ToString("B") : Safe(text);

    private static string? Text(XElement element, params string[] names) =>
        names.Select(name => ((string?)element.Element(name))?.Trim()).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    /// <summary>A name that every file system takes.</summary>
    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(character => Illegal.Contains(character) ? '_' : character)).TrimEnd('.', ' ');
        if (safe.EndsWith("_managed", StringComparison.OrdinalIgnoreCase)) safe += "~"; // That ending has a meaning of its own.
        return safe.Length is 0 or > 150 ? safe.Length == 0 ? "_" : safe[..150] : safe;
    }

    private string Folder(string wanted)
    {
        var path = wanted;
        for (var number = 2; !_folders.Add(path) || _used.Contains(path); number++) path = $"{wanted}~{number}";
        return path;
    }

    // No file may bear the name of another, nor of a folder that others lie in.
    private string Unique(string wanted, string extension, string reserve = "")
    {
        if (Parents(wanted).Any(_used.Contains))
        {
            var top = wanted.IndexOf('/', StringComparison.Ordinal);
            wanted = wanted[..(top + 1)] + wanted[(top + 1)..].Replace('/', '_');
        }

        var path = wanted + extension;
        for (var number = 2; _used.Contains(path) || _used.Contains(path + reserve) || _folders.Contains(path); number++) path = $"{wanted}~{number}{extension}";
        _used.Add(path);
        if (reserve.Length > 0) _used.Add(path + reserve);
        foreach (var parent in Parents(path)) _folders.Add(parent);
        return path;
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }

    private void SavePart(string path, XElement element)
    {
        _order.Add(path);
        Save(path, element);
    }

    private void Save(string path, XElement element)
    {
        var root = new XElement(element);
        Indentation.Drop(root);
        if (root.DescendantsAndSelf().Attributes().Any(attribute => attribute.Name.Namespace == Instance))
            root.SetAttributeValue(XNamespace.Xmlns + "xsi", Instance.NamespaceName);
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            NamespaceHandling = NamespaceHandling.OmitDuplicates,
        };
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings)) root.Save(writer);
        Save(path, bytes.ToArray());
    }

    private void Save(string path, ReadOnlySpan<byte> content)
    {
        var file = Path.Combine([folder, .. path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
