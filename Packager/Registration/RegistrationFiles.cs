using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Registration;

/// <summary>
/// Turns an assembly's registration into the files of an unpacked solution: a file per step, the types in the assembly's
/// <c>.data.xml</c>, the root components, and the implementing type of each custom API. Ids follow from the assembly's id.
/// </summary>
internal sealed class RegistrationFiles
{
    private const string Assemblies = "PluginAssemblies";
    private const string Steps = "SdkMessageProcessingSteps";
    private const string Manifest = "Other/Solution.xml";

    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly string _folder;
    private readonly AssemblyRegistration _registration;
    private readonly string _dataFile;
    private readonly XDocument _data;
    private readonly Guid _assemblyId;

    /// <exception cref="InvalidDataException">The solution does not register this assembly.</exception>
    public RegistrationFiles(string folder, AssemblyRegistration registration)
    {
        _folder = folder;
        _registration = registration;
        foreach (var file in Files(Assemblies, "*.data.xml"))
        {
            var document = Load(file);
            if ((document.Root.Attr("FullName") ?? "").Split(',')[0] != registration.File.Name) continue;
            _dataFile = file;
            _data = document;
            _assemblyId = XmlValues.Id(document.Root.Attr("PluginAssemblyId"))
                ?? throw new InvalidDataException($"'{file}' has no 'PluginAssemblyId'.");
            return;
        }

        throw new InvalidDataException($"No file under '{Assemblies}' registers the assembly '{registration.File.Name}'.");
    }

    /// <summary>All files that depend on the registration, current or not.</summary>
    public IReadOnlyList<GeneratedFile> All()
    {
        var steps = _registration.Steps.Select(step => (Id: StepId(step), Step: step)).OrderBy(step => step.Id.ToString(), StringComparer.Ordinal).ToList();
        var twice = steps.GroupBy(step => step.Id).FirstOrDefault(group => group.Count() > 1);
        if (twice != null)
            throw new InvalidDataException($"The type '{twice.First().Step.TypeName}' registers the same step of {twice.First().Step.Message} twice.");
        var gone = OwnStepFiles().Except(steps.Select(step => StepFile(step.Id)), StringComparer.Ordinal).ToList();
        return
        [
            .. steps.Select(step => new GeneratedFile(StepFile(step.Id), Text(StepXml(step.Id, step.Step)))),
            .. gone.Select(file => new GeneratedFile(file, null)),
            new(_dataFile, Text(DataXml())),
            new(Manifest, Preserved(ManifestXml(steps.Select(step => step.Id), gone))),
            .. _registration.CustomApis.Select(api => CustomApi(api.Key, api.Value)),
        ];
    }

    /// <summary>The id of a registered type.</summary>
    public static Guid TypeId(Guid assemblyId, string typeName) => NameBasedGuid.Create(assemblyId, typeName);

    private Guid StepId(StepRegistration step) => step.Id ?? NameBasedGuid.Create(
        _assemblyId,
        string.Create(CultureInfo.InvariantCulture, $"{step.TypeName}|{step.Message}|{step.Table}|{step.Stage}|{(step.IsAsync ? 1 : 0)}"));

    private XElement StepXml(Guid id, StepRegistration step)
    {
        var message = PlatformMessages.Id(step.Message);
        return new("SdkMessageProcessingStep",
            new XAttribute("Name", step.Name),
            new XAttribute("SdkMessageProcessingStepId", id.ToString("B")),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            message != null ? new XElement("SdkMessageId", message.Value) : new XElement("SdkMessageName", step.Message),
            new XElement("PluginTypeName", $"{step.TypeName}, {_registration.File.FullName}"),
            new XElement("PluginTypeId", TypeId(_assemblyId, step.TypeName)),
            step.Table == "" ? null : new XElement("PrimaryEntity", step.Table),
            new XElement("AsyncAutoDelete", step.DeletesSucceededJobs ? 1 : 0),
            step.Configuration == "" ? null : new XElement("Configuration", step.Configuration),
            step.Description == "" ? null : new XElement("Description", step.Description),
            step.FilteringAttributes == "" ? null : new XElement("FilteringAttributes", step.FilteringAttributes),
            new XElement("InvocationSource", step.Stage == 10 ? 0 : 1),
            new XElement("Mode", step.IsAsync ? 1 : 0),
            new XElement("Rank", step.Rank),
            new XElement("EventHandlerTypeCode", 4602),
            new XElement("Stage", step.Stage),
            new XElement("IsCustomizable", 1),
            new XElement("IsHidden", 0),
            new XElement("SupportedDeployment", 0),
            new XElement("IntroducedVersion", "1.0.0.0"),
            step.Images.Count == 0 ? null : new XElement("SdkMessageProcessingStepImages", step.Images.Select(image => ImageXml(id, step, image))));
    }

    private static XElement ImageXml(Guid step, StepRegistration registration, ImageRegistration image) => new(
        "SdkMessageProcessingStepImage",
        new XAttribute("Name", image.Alias),
        new XElement("SdkMessageProcessingStepImageId", (image.Id ?? NameBasedGuid.Create(step, image.Alias)).ToString("B")),
        image.Attributes == "" ? null : new XElement("Attributes", image.Attributes),
        new XElement("EntityAlias", image.Alias),
        new XElement("ImageType", image.Type),
        new XElement("MessagePropertyName", registration.Message switch { "Create" => "id", "SetState" or "SetStateDynamicEntity" => "EntityMoniker", _ => "Target" }),
        new XElement("IsCustomizable", 1));

    private XElement DataXml()
    {
        var root = new XElement(_data.Root!);
        root.SetAttributeValue("FullName", _registration.File.FullName);
        var types = new XElement("PluginTypes", _registration.TypeNames.Select(name => new XElement(
            "PluginType",
            new XAttribute("AssemblyQualifiedName", $"{name}, {_registration.File.FullName}"),
            new XAttribute("PluginTypeId", TypeId(_assemblyId, name)),
            new XAttribute("Name", name),
            new XElement("FriendlyName", name))));
        if (root.Element("PluginTypes") is { } old) old.ReplaceWith(types);
        else root.Add(types);
        return root;
    }

    private XDocument ManifestXml(IEnumerable<Guid> steps, List<string> gone)
    {
        var manifest = Load(Manifest, LoadOptions.PreserveWhitespace);
        var roots = manifest.Root.At("SolutionManifest", "RootComponents").FirstOrDefault()
            ?? throw new InvalidDataException($"'{Manifest}' has no root components.");
        var wanted = steps.ToHashSet();
        var removed = gone.Select(file => XmlValues.Id(Path.GetFileNameWithoutExtension(file))).ToHashSet();
        foreach (var root in roots.Elements("RootComponent").ToList())
        {
            var id = XmlValues.Id(root.Attr("id"));
            if (root.Attr("type") == "91" && id == _assemblyId) root.SetAttributeValue("schemaName", _registration.File.FullName);
            if (root.Attr("type") != "92" || id == null) continue;
            if (wanted.Remove(id.Value) || !removed.Contains(id)) continue;
            if (root.PreviousNode is XText space && string.IsNullOrWhiteSpace(space.Value)) space.Remove();
            root.Remove();
        }

        foreach (var id in wanted.OrderBy(id => id.ToString(), StringComparer.Ordinal))
            Insert(roots, id);
        return manifest;
    }

    /// <summary>After the last component of a type up to 92, on a line of its own.</summary>
    private static void Insert(XElement roots, Guid id)
    {
        var added = new XElement("RootComponent", new XAttribute("type", 92), new XAttribute("id", id.ToString("B")), new XAttribute("behavior", 0));
        var before = roots.Elements("RootComponent").LastOrDefault(root => XmlValues.Int(root.Attr("type")) <= 92);
        if (before == null)
        {
            roots.AddFirst(added);
            return;
        }

        before.AddAfterSelf(added);
        if (before.PreviousNode is XText space) before.AddAfterSelf(new XText(space.Value));
    }

    private GeneratedFile CustomApi(string name, string typeName)
    {
        var path = $"customapis/{name}/customapi.xml";
        if (!File.Exists(Path.Combine(_folder, path)))
            throw new InvalidDataException($"The type '{typeName}' implements the custom API '{name}', and there is no '{path}'.");
        var document = Load(path, LoadOptions.PreserveWhitespace);
        var id = TypeId(_assemblyId, typeName).ToString();
        if (document.Root!.Element("plugintypeid") is { } reference)
            (reference.Elements().FirstOrDefault() ?? throw new InvalidDataException($"'{path}' has an empty 'plugintypeid'.")).Value = id;
        else
            throw new InvalidDataException($"'{path}' has no 'plugintypeid'.");
        return new(path, Preserved(document));
    }

    private IEnumerable<string> OwnStepFiles() =>
        from file in Files(Steps, "*.xml")
        let type = Load(file).Root.Text("PluginTypeName") ?? ""
        where type.Split(',').ElementAtOrDefault(1)?.Trim() == _registration.File.Name
        select file;

    private static string StepFile(Guid id) => $"{Steps}/{id:B}.xml";

    private XDocument Load(string file, LoadOptions options = LoadOptions.None)
    {
        using var reader = XmlReader.Create(Path.Combine(_folder, file), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, options);
    }

    private IEnumerable<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(_folder, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)
            : [];
    }

    private static string Text(XElement root) => Write(new(new XDeclaration("1.0", "utf-8", null), root), indent: true, declaration: true) + "\n";

    /// <summary>The document with its own white space and with a declaration only if it had one.</summary>
    private static string Preserved(XDocument document) =>
        Write(document, indent: false, declaration: document.Declaration != null).TrimEnd() + "\n";

    private static string Write(XDocument document, bool indent, bool declaration)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = indent,
            NewLineChars = "\n",
            OmitXmlDeclaration = !declaration,
        };
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            if (declaration && !indent)
            {
                writer.WriteStartDocument();
                writer.WriteWhitespace("\n");
            }

            if (indent) document.Save(writer);
            else document.Root!.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
