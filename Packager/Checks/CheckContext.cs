using System.Xml.Linq;
using Packager.Model;
using Packager.Reading;
using Packager.Scripts;

namespace Packager.Checks;

/// <summary>What the checks look at, indexed, and where they report.</summary>
internal sealed class CheckContext
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _otherTables;

    public CheckContext(SolutionPackage package, XElement solution, XElement customizations, IEnumerable<string> tables)
    {
        Package = package;
        Solution = solution;
        Customizations = customizations;
        Manifest = solution.Element("SolutionManifest");
        Prefix = Manifest?.Element("Publisher").Text("CustomizationPrefix") ?? "";
        OptionPrefix = Manifest?.Element("Publisher").Int("CustomizationOptionValuePrefix");
        BaseLanguage = XmlValues.Int(solution.Attr("languagecode")) ?? 1033;
        Languages = [.. Items("Languages", "Language").Select(language => XmlValues.Int(language.Value)).OfType<int>().Append(BaseLanguage).Distinct().Order()];
        Roots = [.. Manifest.At("RootComponents", "RootComponent")];
        _otherTables = new(
            Manifest.At("MissingDependencies", "MissingDependency", "Required")
                .Where(required => required.Attr("type") is "1" or "entity").Select(required => required.Attr("schemaName") ?? ""),
            StringComparer.OrdinalIgnoreCase);
        _otherTables.UnionWith(tables);

        var shells = Roots.Where(root => root.Attr("type") == "1" && root.Attr("behavior") is "1" or "2")
            .Select(root => root.Attr("schemaName") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in Items("Entities", "Entity"))
        {
            if (entity.At("EntityInfo", "entity").FirstOrDefault() is not { } info || string.IsNullOrEmpty(info.Attr("Name"))) continue;
            var table = new TableXml(entity, info, shells.Contains(info.Attr("Name")!));
            AllTables.Add(table);
            Tables.TryAdd(table.LogicalName, table);
        }

        Relationships = [.. Items("EntityRelationships", "EntityRelationship")];
        _otherTables.UnionWith(Relationships.Select(relationship => relationship.Text("IntersectEntityName")).OfType<string>());
        Index(Items("optionsets", "optionset"), set => set.Attr("Name"), OptionSets);
        Index(Items("WebResources", "WebResource"), resource => resource.Text("Name"), WebResources);
        Index(AllTables.SelectMany(table => table.Views), view => view.Text("savedqueryid"), Views);
        Index(AllTables.SelectMany(table => table.Forms).Select(form => form.Form), form => form.Text("formid"), Forms);
        Index(AllTables.SelectMany(table => table.Charts), chart => chart.Text("savedqueryvisualizationid"), Charts);
        Index(Items("Dashboards", "Dashboard"), dashboard => dashboard.Text("FormId"), Dashboards);
        Index(Items("Roles", "Role"), role => role.Attr("id"), Roles);
        foreach (var file in package.Files)
            Files.TryAdd(file.Name, file);
    }

    public SolutionPackage Package { get; }

    public XElement Solution { get; }

    public XElement Customizations { get; }

    public XElement? Manifest { get; }

    /// <summary>The publisher's prefix without underscore; empty when there is none.</summary>
    public string Prefix { get; }

    public int? OptionPrefix { get; }

    public int BaseLanguage { get; }

    /// <summary>The languages the solution declares, the base language among them.</summary>
    public IReadOnlyList<int> Languages { get; }

    public IReadOnlyList<XElement> Roots { get; }

    public List<TableXml> AllTables { get; } = [];

    public Dictionary<string, TableXml> Tables { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<XElement> Relationships { get; }

    public Dictionary<string, XElement> OptionSets { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, XElement> WebResources { get; } = new(StringComparer.Ordinal);

    public Dictionary<Guid, XElement> Views { get; } = [];

    public Dictionary<Guid, XElement> Forms { get; } = [];

    public Dictionary<Guid, XElement> Charts { get; } = [];

    public Dictionary<Guid, XElement> Dashboards { get; } = [];

    public Dictionary<Guid, XElement> Roles { get; } = [];

    public Dictionary<string, PackageFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Scripts that were run already; null for one that fails.</summary>
    public Dictionary<string, ScriptLibrary?> Scripts { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Findings => _findings;

    public IEnumerable<XElement> Items(string node, string child) => Customizations.Elements(node).Elements(child);

    public IEnumerable<XElement> Parts(string folder, string file) =>
        from part in Package.Parts
        where part.Key.StartsWith(folder + "/", StringComparison.Ordinal) && part.Key.EndsWith("/" + file, StringComparison.Ordinal)
        select part.Value.Root!;

    public void Report(XObject at, string code, string message)
    {
        var (file, line) = SourceFile.Of(at);
        _findings.Add(new(code, file, line, message));
    }

    public void Report(string file, string code, string message) => _findings.Add(new(code, file, 0, message));

    public void Add(IEnumerable<Finding> findings) => _findings.AddRange(findings);

    /// <summary>Whether a name begins with the publisher's prefix.</summary>
    public bool IsOwn(string? name) =>
        Prefix != "" && name?.StartsWith(Prefix + "_", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether a table is in the solution, between two others of it, of the platform, there already, or declared as a dependency.</summary>
    public bool KnowsTable(string? name) =>
        name != null && (HasTable(name) || _otherTables.Contains(name));

    /// <summary>Whether a table is in the solution or of the platform.</summary>
    public bool HasTable(string name) => Tables.ContainsKey(name) || PlatformParts.Tables.Contains(name);

    /// <summary>The column; null when it does not exist or its table is not in the solution.</summary>
    public ColumnXml? Column(string? table, string? column) =>
        table != null && column != null && Tables.TryGetValue(table, out var found) ? found.Columns.GetValueOrDefault(column) : null;

    /// <summary>False only for a column that certainly does not exist: the table is in the solution whole and lacks it.</summary>
    public bool MayHaveColumn(string? table, string? column)
    {
        if (string.IsNullOrEmpty(column)) return false;
        if (table == null || !Tables.TryGetValue(table, out var found)) return true;
        return found.Columns.ContainsKey(column) || PlatformParts.HiddenColumns.Contains(column)
            || (found.IsShell && !IsOwn(column));
    }

    /// <summary>Whether it is the id that the platform keeps beside an image column; forms and views do not show it, events may.</summary>
    public bool IsImageId(string? table, string column) =>
        table != null && Tables.TryGetValue(table, out var found)
        && column.EndsWith("id", StringComparison.Ordinal) && found.Columns.TryGetValue(column[..^2], out var image) && image.Type == ColumnType.Image;

    public PackageFile? Body(XElement element) => Files.GetValueOrDefault((element.Text("FileName") ?? "").TrimStart('/'));

    private static void Index(IEnumerable<XElement> elements, Func<XElement, string?> name, Dictionary<string, XElement> index)
    {
        foreach (var element in elements)
            index.TryAdd(name(element) ?? "", element);
    }

    private static void Index(IEnumerable<XElement> elements, Func<XElement, string?> id, Dictionary<Guid, XElement> index)
    {
        foreach (var element in elements)
        {
            if (XmlValues.Id(id(element)) is { } guid) index.TryAdd(guid, element);
        }
    }
}
