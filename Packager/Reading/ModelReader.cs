using System.Xml.Linq;
using Packager.Model;

namespace Packager.Reading;

/// <summary>Makes the typed model of two documents. Reads what is there; judging it is the import check's affair.</summary>
internal sealed class ModelReader(SolutionPackage package, XElement solution, XElement customizations)
{
    private static readonly string[] TypedTableNodes =
        ["Name", "ObjectTypeCode", "EntityInfo", "FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml"];

    private readonly Dictionary<string, PackageFile> _files = package.Files.GroupBy(file => file.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public SolutionModel Read()
    {
        var manifest = solution.Element("SolutionManifest");
        var roots = manifest.At("RootComponents", "RootComponent").Select(RootComponent).ToList();
        var choices = Items("optionsets", "optionset").Select(element => Choice(element, isGlobal: true)).ToList();
        var relationships = Items("EntityRelationships", "EntityRelationship").Select(Relationship).ToList();
        return new()
        {
            UniqueName = manifest.Text("UniqueName") ?? "",
            DisplayName = manifest?.Element("LocalizedNames").Labels() ?? Labels.None,
            Version = Version.TryParse(manifest.Text("Version"), out var version) ? version : new(0, 0),
            IsManaged = manifest.Text("Managed")?.Trim() == "1",
            BaseLanguage = XmlValues.Int(solution.Attr("languagecode")) ?? 1033,
            Publisher = Publisher(manifest?.Element("Publisher")),
            RootComponents = roots,
            Tables = [.. Items("Entities", "Entity").Select(entity => Table(entity, roots, choices, relationships)).OfType<TableModel>()],
            Choices = choices,
            Relationships = relationships,
            Roles = [.. Items("Roles", "Role").Select(Role)],
            FieldSecurityProfiles = [.. Items("FieldSecurityProfiles", "FieldSecurityProfile").Select(FieldSecurityProfile)],
            WebResources = [.. Items("WebResources", "WebResource").Select(WebResource)],
            Assemblies = [.. Items("SolutionPluginAssemblies", "PluginAssembly").Select(Assembly)],
            Steps = [.. Items("SdkMessageProcessingSteps", "SdkMessageProcessingStep").Select(Step)],
            CustomApis = [.. CustomApiParts().Select(part => CustomApi(part.Folder, part.Root))],
            Apps = [.. Items("AppModules", "AppModule").Select(App)],
            SiteMaps = [.. Items("AppModuleSiteMaps", "AppModuleSiteMap").Select(SiteMap).OfType<SiteMapModel>()],
            Dashboards = [.. Items("Dashboards", "Dashboard").Select(Dashboard).OfType<DashboardModel>()],
            Unread = [.. Unread()],
        };
    }

    private IEnumerable<XElement> Items(string node, string child) => customizations.Elements(node).Elements(child);

    private static RootComponent RootComponent(XElement element) => new(
        XmlValues.Int(element.Attr("type")) ?? 0, element.Attr("schemaName"), XmlValues.Id(element.Attr("id")),
        XmlValues.Int(element.Attr("behavior")) ?? 0);

    private static PublisherModel Publisher(XElement? publisher) => new(
        publisher.Text("UniqueName") ?? "", publisher?.Element("LocalizedNames").Labels() ?? Labels.None,
        publisher.Text("CustomizationPrefix") ?? "", publisher.Int("CustomizationOptionValuePrefix") ?? 0);

    private TableModel? Table(
        XElement entity, List<RootComponent> roots, List<ChoiceModel> choices, List<RelationshipModel> relationships)
    {
        // An extension that adds nothing but forms, views or commands is exported without EntityInfo.
        var info = entity.At("EntityInfo", "entity").FirstOrDefault();
        var schemaName = info.Attr("Name") ?? entity.Text("Name");
        if (string.IsNullOrEmpty(schemaName)) return null;
        var name = schemaName.ToLowerInvariant();
        var columns = new Dictionary<string, ColumnModel>(StringComparer.Ordinal);
        string? primaryId = null, primaryName = null, primaryImage = null;
        foreach (var attribute in info.At("attributes", "attribute"))
        {
            var column = Column(name, attribute, choices, relationships);
            if (column.LogicalName == "" || !columns.TryAdd(column.LogicalName, column)) continue;
            var mask = (attribute.Text("DisplayMask") ?? "").Split('|');
            if (column.Type == ColumnType.PrimaryKey) primaryId ??= column.LogicalName;
            if (mask.Contains("PrimaryName")) primaryName ??= column.LogicalName;
            if (mask.Contains("PrimaryImage")) primaryImage ??= column.LogicalName;
        }

        var configured = Items("EntityImageConfigs", "EntityImageConfig")
            .FirstOrDefault(config => Lower(config.Text("parententitylogicalname")) == name).Text("primaryimageattribute");
        return new()
        {
            SchemaName = schemaName,
            LogicalName = name,
            EntitySetName = info.Text("EntitySetName") ?? "",
            DisplayName = (info?.Element("LocalizedNames")).Labels(),
            CollectionName = (info?.Element("LocalizedCollectionNames")).Labels(),
            IsUserOwned = info.Text("OwnershipTypeMask") != "OrgOwned",
            PrimaryId = primaryId ?? name + "id",
            PrimaryName = primaryName,
            PrimaryImage = configured is { Length: > 0 } ? Lower(configured) : primaryImage,
            IsAudited = info.Flag("IsAuditEnabled") ?? false,
            HasQuickCreate = info.Flag("IsQuickCreateEnabled") ?? false,
            EnforcesStateTransitions = info.Flag("EnforceStateTransitions") ?? false,
            Icon = info.Text("IconVectorName") is { Length: > 0 } icon ? icon : null,
            IsShell = info is null || info.Attr("unmodified") == "1"
                || roots.Any(root => root.Type == 1 && Lower(root.SchemaName) == name && root.Behavior != 0),
            Columns = columns,
            Keys = [.. info.At("EntityKeys", "EntityKey").Select(Key)],
            Forms =
            [
                .. from forms in entity.At("FormXml", "forms")
                   from form in forms.Elements("systemform")
                   let xml = form.Element("form")
                   where xml != null
                   select new FormModel(XmlValues.Id(form.Text("formid")) ?? Guid.Empty, forms.Attr("type") ?? "",
                       form.Element("LocalizedNames").Labels(), xml),
            ],
            Views =
            [
                .. from view in entity.At("SavedQueries", "savedqueries", "savedquery")
                   let fetch = view.At("fetchxml", "fetch").FirstOrDefault()
                   where fetch != null
                   select new ViewModel(XmlValues.Id(view.Text("savedqueryid")) ?? Guid.Empty, view.Int("querytype") ?? 0,
                       view.Flag("isdefault") ?? false, view.Element("LocalizedNames").Labels(), fetch,
                       view.At("layoutxml", "grid").FirstOrDefault()),
            ],
            Charts =
            [
                .. from chart in entity.At("Visualizations", "visualization")
                   let data = chart.At("datadescription", "datadefinition").FirstOrDefault()
                   where data != null
                   select new ChartModel(XmlValues.Id(chart.Text("savedqueryvisualizationid")) ?? Guid.Empty,
                       chart.Flag("isdefault") ?? false, chart.Element("LocalizedNames").Labels(), data,
                       chart.At("presentationdescription", "Chart").FirstOrDefault()),
            ],
            Ribbon = entity.Element("RibbonDiffXml"),
        };
    }

    private ColumnModel Column(string table, XElement attribute, List<ChoiceModel> choices, List<RelationshipModel> relationships)
    {
        var schemaName = attribute.Attr("PhysicalName") ?? "";
        var name = Lower(attribute.Text("LogicalName") ?? attribute.Text("Name")) is { Length: > 0 } logical ? logical : Lower(schemaName);
        var typeName = attribute.Text("Type") ?? "";
        var type = ColumnTypes.Of(typeName);
        var defaultValue = attribute.Int("AppDefaultValue");
        var optionSet = attribute.Text("OptionSetName");
        return new()
        {
            LogicalName = name,
            SchemaName = schemaName,
            Type = type,
            TypeName = typeName,
            DisplayName = attribute.Element("displaynames").Labels(),
            RequiredLevel = attribute.Text("RequiredLevel") ?? "none",
            Format = attribute.Text("Format") ?? "",
            MaxLength = attribute.Int("MaxLength"),
            MinValue = attribute.Decimal("MinValue"),
            MaxValue = attribute.Decimal("MaxValue"),
            Accuracy = attribute.Int("Accuracy"),
            DateBehavior = attribute.Int("Behavior"),
            DefaultValue = defaultValue == -1 && type != ColumnType.Boolean ? null : defaultValue,
            Choice = attribute.Element("optionset") is { } own ? Choice(own, isGlobal: false)
                : string.IsNullOrEmpty(optionSet) ? null
                : choices.FirstOrDefault(choice => string.Equals(choice.Name, optionSet, StringComparison.OrdinalIgnoreCase)),
            Targets = Targets(table, name, type, relationships),
            ValidForCreate = attribute.Flag("ValidForCreateApi") ?? true,
            ValidForUpdate = attribute.Flag("ValidForUpdateApi") ?? true,
            ValidForRead = attribute.Flag("ValidForReadApi") ?? true,
            IsCustom = attribute.Flag("IsCustomField") ?? false,
            IsAudited = attribute.Flag("IsAuditEnabled") ?? false,
            IsSecured = attribute.Flag("IsSecured") ?? false,
            AutoNumberFormat = attribute.Text("AutoNumberFormat") ?? "",
            CanStoreFullImage = Items("AttributeImageConfigs", "AttributeImageConfig").Any(config =>
                Lower(config.Text("parententitylogicalname")) == table && Lower(config.Text("attributelogicalname")) == name
                && config.Flag("canstorefullimage") == true),
        };
    }

    private static IReadOnlyList<string> Targets(string table, string column, ColumnType type, List<RelationshipModel> relationships) =>
        type switch
        {
            ColumnType.Owner => ["systemuser", "team"],
            ColumnType.Customer => ["account", "contact"],
            ColumnType.Lookup =>
            [
                .. relationships
                    .Where(relationship => relationship.ReferencingTable == table && relationship.ReferencingColumn == column)
                    .Select(relationship => relationship.ReferencedTable)
                    .Distinct(StringComparer.Ordinal),
            ],
            _ => [],
        };

    private static ChoiceModel Choice(XElement element, bool isGlobal)
    {
        var options = element.At("options", "option").Concat(element.At("states", "state")).Concat(element.At("statuses", "status"));
        return new()
        {
            Name = element.Attr("Name") ?? "",
            IsGlobal = isGlobal,
            DisplayName = element.Element("displaynames").Labels(),
            Options =
            [
                .. from option in options
                   let value = XmlValues.Int(option.Attr("value"))
                   where value != null
                   select new OptionModel
                   {
                       Value = value.Value,
                       Label = option.Element("labels").Labels(),
                       Color = option.Attr("Color") is { Length: > 0 } color ? color : null,
                       State = XmlValues.Int(option.Attr("state")),
                       DefaultStatus = XmlValues.Int(option.Attr("defaultstatus")),
                       Transitions = StatusTransitions.Of(option),
                   },
            ],
        };
    }

    private static DashboardModel? Dashboard(XElement dashboard) =>
        dashboard.At("FormXml", "forms", "form").FirstOrDefault() is { } form
            ? new(XmlValues.Id(dashboard.Text("FormId")) ?? Guid.Empty, dashboard.Flag("IsDefault") ?? false,
                dashboard.Element("LocalizedNames").Labels(), form)
            : null;

    private static KeyModel Key(XElement key) => new(
        key.Text("LogicalName") ?? key.Text("Name") ?? "",
        [.. key.At("EntityKeyAttributes", "AttributeName").Select(name => Lower(name.Value))],
        key.Element("displaynames").Labels());

    private static RelationshipModel Relationship(XElement element)
    {
        var manyToMany = element.Text("EntityRelationshipType") == "ManyToMany";
        var name = element.Attr("Name") ?? "";
        var referencing = Lower(element.Text(manyToMany ? "SecondEntityName" : "ReferencingEntityName"));
        var column = manyToMany ? "" : Lower(element.Text("ReferencingAttributeName"));
        return new()
        {
            Name = name,
            ReferencedTable = Lower(element.Text(manyToMany ? "FirstEntityName" : "ReferencedEntityName")),
            ReferencingTable = referencing,
            ReferencingColumn = column,
            LookupNavigation = (manyToMany ? Navigation(element, "AssociationRoleOrdinal", "2") : Navigation(element, "RelationshipRoleType", "1")) ?? column,
            CollectionNavigation = (manyToMany ? Navigation(element, "AssociationRoleOrdinal", "1") : Navigation(element, "RelationshipRoleType", "0")) ?? name,
            IntersectTable = manyToMany ? Lower(element.Text("IntersectEntityName")) : null,
            IsHierarchical = !manyToMany && element.Text("IsHierarchical") == "1",
            CascadeDelete = element.Text("CascadeDelete") ?? "NoCascade",
            CascadeAssign = element.Text("CascadeAssign") ?? "NoCascade",
            CascadeShare = element.Text("CascadeShare") ?? "NoCascade",
            CascadeUnshare = element.Text("CascadeUnshare") ?? "NoCascade",
            CascadeReparent = element.Text("CascadeReparent") ?? "NoCascade",
            IsSystem = SystemParts.Relationships(referencing, isUserOwned: true).Concat(SystemParts.Relationships(referencing, isUserOwned: false))
                .Any(system => string.Equals(system.Name, name, StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static string? Navigation(XElement relationship, string kind, string role) =>
        relationship.At("EntityRelationshipRoles", "EntityRelationshipRole")
            .FirstOrDefault(element => element.Text(kind) == role).Text("NavigationPropertyName") is { Length: > 0 } name
            ? name
            : null;

    private static FieldSecurityProfileModel FieldSecurityProfile(XElement profile) => new(
        XmlValues.Id(profile.Attr("fieldsecurityprofileid")) ?? Guid.Empty, profile.Attr("name") ?? "", profile.Attr("description") ?? "",
        [
            .. profile.At("FieldPermissions", "FieldPermission").Select(permission => new FieldPermissionModel(
                Lower(permission.Text("EntityName")), Lower(permission.Text("AttributeName")),
                permission.Int("CanRead") == 4, permission.Int("CanCreate") == 4, permission.Int("CanUpdate") == 4)),
        ]);

    private static RoleModel Role(XElement role)
    {
        var privileges = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var privilege in role.At("RolePrivileges", "RolePrivilege"))
            privileges[privilege.Attr("name") ?? ""] = privilege.Attr("level") ?? "";
        return new(XmlValues.Id(role.Attr("id")) ?? Guid.Empty, role.Attr("name") ?? "", privileges)
        {
            IsInherited = role.Attr("isinherited") is not ("0" or "false"),
        };
    }

    private WebResourceModel WebResource(XElement element) => new(
        XmlValues.Id(element.Text("WebResourceId")) ?? Guid.Empty, element.Text("Name") ?? "", element.Text("DisplayName") ?? "",
        element.Int("WebResourceType") ?? 0, Body(element));

    private PluginAssemblyModel Assembly(XElement element) => new(
        XmlValues.Id(element.Attr("PluginAssemblyId")) ?? Guid.Empty,
        element.Attr("FullName") ?? "",
        [
            .. from type in element.At("PluginTypes", "PluginType")
               let qualified = type.Attr("AssemblyQualifiedName") ?? ""
               select new PluginTypeModel(XmlValues.Id(type.Attr("PluginTypeId")) ?? Guid.Empty, TypeName(qualified), qualified),
        ],
        Body(element));

    private ReadOnlyMemory<byte> Body(XElement element) =>
        _files.TryGetValue((element.Text("FileName") ?? "").TrimStart('/'), out var file) ? file.Content : default;

    private StepModel Step(XElement step) => new()
    {
        Id = XmlValues.Id(step.Attr("SdkMessageProcessingStepId")) ?? Guid.Empty,
        Name = step.Attr("Name") ?? "",
        Message = step.Text("SdkMessageName") is { Length: > 0 } name ? name
            : XmlValues.Id(step.Text("SdkMessageId")) is { } id ? PlatformMessages.Name(id) ?? "" : "",
        PluginTypeName = TypeName(step.Text("PluginTypeName") ?? ""),
        PluginTypeId = XmlValues.Id(step.Text("PluginTypeId")),
        Table = step.Text("PrimaryEntity") is { Length: > 0 } table && table != "none" ? Lower(table) : null,
        Stage = step.Int("Stage") ?? 0,
        IsAsync = step.Int("Mode") == 1,
        Rank = step.Int("Rank") ?? 1,
        FilteringAttributes = [.. XmlValues.List(step.Text("FilteringAttributes")).Select(Lower)],
        Configuration = step.Text("Configuration") is { Length: > 0 } configuration ? configuration : null,
        Images =
        [
            .. from image in step.At("SdkMessageProcessingStepImages", "SdkMessageProcessingStepImage")
               select new StepImageModel(
                   XmlValues.Id(image.Text("SdkMessageProcessingStepImageId")) ?? Guid.Empty,
                   image.Text("EntityAlias") ?? "", image.Int("ImageType") ?? 0,
                   [.. XmlValues.List(image.Text("Attributes")).Select(Lower)], image.Text("MessagePropertyName") ?? ""),
        ],
    };

    private IEnumerable<(string Folder, XElement Root)> CustomApiParts() =>
        from part in package.Parts
        let path = part.Key.Split('/')
        where path.Length == 3 && path[0] == "customapis" && path[2] == "customapi.xml"
        select (string.Join('/', path[..2]), part.Value.Root!);

    private CustomApiModel CustomApi(string folder, XElement api) => new()
    {
        UniqueName = api.Attr("uniquename") ?? "",
        BindingType = api.Int("bindingtype") ?? 0,
        BoundTable = api.Text("boundentitylogicalname") is { Length: > 0 } table ? Lower(table) : null,
        IsFunction = api.Flag("isfunction") ?? false,
        IsPrivate = api.Flag("isprivate") ?? false,
        ExecutePrivilege = api.Text("executeprivilegename") is { Length: > 0 } privilege ? privilege : null,
        PluginTypeId = XmlValues.Id(api.At("plugintypeid").Elements().FirstOrDefault()?.Value),
        AllowedCustomProcessingStepType = api.Int("allowedcustomprocessingsteptype") ?? 0,
        Parameters = CustomApiParameters(folder + "/customapirequestparameters/"),
        Properties = CustomApiParameters(folder + "/customapiresponseproperties/"),
    };

    private List<CustomApiParameterModel> CustomApiParameters(string folder) =>
    [
        .. from part in package.Parts
           where part.Key.StartsWith(folder, StringComparison.Ordinal)
           let root = part.Value.Root!
           select new CustomApiParameterModel(root.Attr("uniquename") ?? "", root.Int("type") ?? 0, root.Flag("isoptional") ?? false,
               root.Text("logicalentityname") is { Length: > 0 } table ? Lower(table) : null),
    ];

    private static AppModel App(XElement app) => new(
        app.Text("UniqueName") ?? "", app.Element("LocalizedNames").Labels(),
        [.. app.At("AppModuleComponents", "AppModuleComponent").Select(RootComponent)],
        [.. app.At("AppModuleRoleMaps", "Role").Select(role => XmlValues.Id(role.Attr("id"))).OfType<Guid>()]);

    private static SiteMapModel? SiteMap(XElement element) =>
        element.Element("SiteMap") is { } map ? new(element.Text("SiteMapUniqueName") ?? "", map) : null;

    private IEnumerable<string> Unread()
    {
        foreach (var node in customizations.Elements())
        {
            if (!SolutionModel.ReadNodes.Contains(node.Name.LocalName))
            {
                // Templates alone lie a level deeper, by what they are templates of.
                foreach (var item in node.Name.LocalName == "Templates" ? node.Elements().Elements() : node.Elements())
                    yield return $"{item.Parent!.Name.LocalName}: {NameOf(item)}";
                if (!node.HasElements && node.Value.Trim().Length > 0) yield return $"{node.Name.LocalName}: {node.Name.LocalName}";
            }
        }

        foreach (var entity in Items("Entities", "Entity"))
        {
            var table = Lower(entity.At("EntityInfo", "entity").FirstOrDefault().Attr("Name") ?? entity.Text("Name"));
            foreach (var node in entity.Elements().Where(node => !TypedTableNodes.Contains(node.Name.LocalName)))
                yield return $"{node.Name.LocalName}: {entity.Text("Name")}";
            foreach (var form in entity.At("FormXml", "forms", "systemform").Where(form => form.Element("form") is null))
                yield return $"form: {table}: {NameOf(form)}";
            foreach (var view in entity.At("SavedQueries", "savedqueries", "savedquery").Where(view => !view.At("fetchxml", "fetch").Any()))
                yield return $"view: {table}: {NameOf(view)}";
            foreach (var chart in entity.At("Visualizations", "visualization").Where(chart => !chart.At("datadescription", "datadefinition").Any()))
                yield return $"chart: {table}: {NameOf(chart)}";
            foreach (var attribute in entity.At("EntityInfo", "entity", "attributes", "attribute").Where(attribute => attribute.Int("SourceType") is > 0))
                yield return $"calculation: {table}.{Lower(attribute.Text("LogicalName") ?? attribute.Text("Name"))}";
        }

        foreach (var step in Items("SdkMessageProcessingSteps", "SdkMessageProcessingStep").Where(step => step.Text("ImpersonatingUserIdName") is { Length: > 0 }))
            yield return $"run as: {step.Attr("Name")}";

        var folders = from file in package.Files
                      let path = file.Name.Split('/')
                      where path[0] != "customapis" && ComponentFolders.WithBody.All(part => part.Folder != path[0]) && !ComponentFolders.Bodies.Contains(path[0])
                      select $"{(path.Length > 1 ? path[0] : "files")}: {(path.Length > 1 ? path[1] : path[0])}";
        foreach (var folder in folders.Distinct(StringComparer.Ordinal))
            yield return folder;
    }

    private static string NameOf(XElement item) =>
        item.Attr("name") ?? item.Attr("Name") ?? item.Attr("connectionreferencelogicalname") ?? item.Text("Name") ?? item.Text("name")
        ?? item.Text("UniqueName") ?? item.Text("title")
        ?? item.At("LocalizedNames", "LocalizedName").FirstOrDefault().Attr("description") ?? item.Attr("id") ?? item.Name.LocalName;

    private static string TypeName(string qualified) => qualified.Split(',')[0].Trim();

    private static string Lower(string? text) => (text ?? "").ToLowerInvariant();
}
