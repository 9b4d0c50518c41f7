using System.Xml.Linq;

namespace Packager.Model;

/// <summary>What a solution holds, typed: the same whether it was read from an unpacked folder or from a zip.</summary>
/// <remarks>Ids are compared as GUIDs, never as text; logical names are lower case.</remarks>
public sealed record SolutionModel
{
    /// <summary>Unique name of the solution.</summary>
    public required string UniqueName { get; init; }

    /// <summary>Display name by language.</summary>
    public required Labels DisplayName { get; init; }

    /// <summary>Four numbers; must rise for an upgrade.</summary>
    public required Version Version { get; init; }

    /// <summary>True when the manifest says <c>Managed</c> 1.</summary>
    public required bool IsManaged { get; init; }

    /// <summary>Base language of the organization it was made in (LCID).</summary>
    public required int BaseLanguage { get; init; }

    /// <summary>The publisher.</summary>
    public required PublisherModel Publisher { get; init; }

    /// <summary>The root components as the manifest lists them.</summary>
    public IReadOnlyList<RootComponent> RootComponents { get; init; } = [];

    /// <summary>Tables, with their columns, keys, forms and views.</summary>
    public IReadOnlyList<TableModel> Tables { get; init; } = [];

    /// <summary>Global choices.</summary>
    public IReadOnlyList<ChoiceModel> Choices { get; init; } = [];

    /// <summary>Relationships, the system ones included.</summary>
    public IReadOnlyList<RelationshipModel> Relationships { get; init; } = [];

    /// <summary>Security roles.</summary>
    public IReadOnlyList<RoleModel> Roles { get; init; } = [];

    /// <summary>Web resources with their bytes.</summary>
    public IReadOnlyList<WebResourceModel> WebResources { get; init; } = [];

    /// <summary>Plug-in assemblies with their bytes.</summary>
    public IReadOnlyList<PluginAssemblyModel> Assemblies { get; init; } = [];

    /// <summary>Registered steps.</summary>
    public IReadOnlyList<StepModel> Steps { get; init; } = [];

    /// <summary>Custom APIs.</summary>
    public IReadOnlyList<CustomApiModel> CustomApis { get; init; } = [];

    /// <summary>Model-driven apps.</summary>
    public IReadOnlyList<AppModel> Apps { get; init; } = [];

    /// <summary>Site maps of apps.</summary>
    public IReadOnlyList<SiteMapModel> SiteMaps { get; init; } = [];

    /// <summary>Dashboards, each a <c>Dashboard</c> element as exported.</summary>
    public IReadOnlyList<XElement> Dashboards { get; init; } = [];

    /// <summary>Names of parts in the payload that this model has no type for, as "kind: name"; never silently dropped.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>Text in several languages, by LCID.</summary>
/// <param name="ByLanguage">LCID to text.</param>
public sealed record Labels(IReadOnlyDictionary<int, string> ByLanguage)
{
    /// <summary>No label at all.</summary>
    public static Labels None { get; } = new(new Dictionary<int, string>());

    /// <summary>The text in the wanted language, else in the fallback language, else any; empty when there is none.</summary>
    public string In(int language, int fallback = 1033) =>
        ByLanguage.TryGetValue(language, out var text) ? text
        : ByLanguage.TryGetValue(fallback, out text) ? text
        : ByLanguage.Values.FirstOrDefault() ?? "";
}

/// <summary>The publisher of a solution.</summary>
/// <param name="UniqueName">Unique name.</param>
/// <param name="DisplayName">Display name by language.</param>
/// <param name="Prefix">Customization prefix, without underscore.</param>
/// <param name="OptionValuePrefix">10000-99999; choice values start at ten thousand times this.</param>
public sealed record PublisherModel(string UniqueName, Labels DisplayName, string Prefix, int OptionValuePrefix);

/// <summary>One line of the manifest's root components.</summary>
/// <param name="Type">Component type code (1 table, 9 choice, 20 role, 61 web resource, ...).</param>
/// <param name="SchemaName">Name, where the type is named.</param>
/// <param name="Id">Id, where the type is identified.</param>
/// <param name="Behavior">0 everything, 1 no subcomponents, 2 shell.</param>
public sealed record RootComponent(int Type, string? SchemaName, Guid? Id, int Behavior);

/// <summary>A table.</summary>
public sealed record TableModel
{
    /// <summary>Schema name (<c>rdy_Offer</c>).</summary>
    public required string SchemaName { get; init; }

    /// <summary>Logical name (<c>rdy_offer</c>).</summary>
    public required string LogicalName { get; init; }

    /// <summary>Web API collection (<c>rdy_offers</c>).</summary>
    public required string EntitySetName { get; init; }

    /// <summary>Singular display name.</summary>
    public required Labels DisplayName { get; init; }

    /// <summary>Plural display name.</summary>
    public required Labels CollectionName { get; init; }

    /// <summary>True for user- or team-owned, false for organization-owned tables.</summary>
    public required bool IsUserOwned { get; init; }

    /// <summary>Logical name of the primary key column.</summary>
    public required string PrimaryId { get; init; }

    /// <summary>Logical name of the primary name column; null only for system tables without one.</summary>
    public string? PrimaryName { get; init; }

    /// <summary>Logical name of the primary image column, if there is one.</summary>
    public string? PrimaryImage { get; init; }

    /// <summary>Whether changes are audited.</summary>
    public bool IsAudited { get; init; }

    /// <summary>Whether the quick-create form is offered.</summary>
    public bool HasQuickCreate { get; init; }

    /// <summary>Whether only declared status transitions are allowed.</summary>
    public bool EnforcesStateTransitions { get; init; }

    /// <summary>Name of the SVG web resource shown as its icon.</summary>
    public string? Icon { get; init; }

    /// <summary>True when the solution carries only a shell of somebody else's table (behavior 1 or 2).</summary>
    public bool IsShell { get; init; }

    /// <summary>All columns by logical name, the system ones included.</summary>
    public required IReadOnlyDictionary<string, ColumnModel> Columns { get; init; }

    /// <summary>Alternate keys.</summary>
    public IReadOnlyList<KeyModel> Keys { get; init; } = [];

    /// <summary>Forms of every kind.</summary>
    public IReadOnlyList<FormModel> Forms { get; init; } = [];

    /// <summary>System views.</summary>
    public IReadOnlyList<ViewModel> Views { get; init; } = [];

    /// <summary>Charts, as <c>visualization</c> elements.</summary>
    public IReadOnlyList<XElement> Charts { get; init; } = [];

    /// <summary>The table's <c>RibbonDiffXml</c> element, if any.</summary>
    public XElement? Ribbon { get; init; }
}

/// <summary>Column types, named as in the solution format (<c>Type</c> of an attribute).</summary>
public enum ColumnType
{
    /// <summary>primarykey: the row's id.</summary>
    PrimaryKey,

    /// <summary>uniqueidentifier that is not the key.</summary>
    UniqueIdentifier,

    /// <summary>nvarchar: single line of text.</summary>
    Text,

    /// <summary>ntext: multiple lines of text.</summary>
    Memo,

    /// <summary>int: whole number.</summary>
    Integer,

    /// <summary>bigint, such as <c>versionnumber</c>.</summary>
    BigInteger,

    /// <summary>decimal.</summary>
    Decimal,

    /// <summary>float.</summary>
    Float,

    /// <summary>money.</summary>
    Money,

    /// <summary>datetime.</summary>
    DateTime,

    /// <summary>bit: yes/no.</summary>
    Boolean,

    /// <summary>picklist: choice.</summary>
    Choice,

    /// <summary>multiselectpicklist: choices.</summary>
    Choices,

    /// <summary>state: <c>statecode</c>.</summary>
    State,

    /// <summary>status: <c>statuscode</c>.</summary>
    Status,

    /// <summary>lookup; its targets are in <see cref="ColumnModel.Targets"/>.</summary>
    Lookup,

    /// <summary>owner: user or team.</summary>
    Owner,

    /// <summary>customer: account or contact.</summary>
    Customer,

    /// <summary>image.</summary>
    Image,

    /// <summary>file.</summary>
    File,

    /// <summary>Any type the model has no member for; <see cref="ColumnModel.TypeName"/> says which.</summary>
    Other,
}

/// <summary>A column.</summary>
public sealed record ColumnModel
{
    /// <summary>Logical name.</summary>
    public required string LogicalName { get; init; }

    /// <summary>Schema name (<c>PhysicalName</c>).</summary>
    public required string SchemaName { get; init; }

    /// <summary>Type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>The type as the XML names it (<c>nvarchar</c>).</summary>
    public required string TypeName { get; init; }

    /// <summary>Display name by language.</summary>
    public required Labels DisplayName { get; init; }

    /// <summary>none, recommended, required or systemrequired.</summary>
    public string RequiredLevel { get; init; } = "none";

    /// <summary>text, url, email, phone, textarea, date, datetime, ...; empty when the XML has none.</summary>
    public string Format { get; init; } = "";

    /// <summary>Most UTF-16 units a text may have.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number allowed.</summary>
    public decimal? MinValue { get; init; }

    /// <summary>Largest number allowed; for image and file columns the largest size in KB (1024 bytes).</summary>
    public decimal? MaxValue { get; init; }

    /// <summary>Decimal places kept.</summary>
    public int? Accuracy { get; init; }

    /// <summary>DateTime behaviour: 1 user local, 2 date only, 3 time-zone independent.</summary>
    public int? DateBehavior { get; init; }

    /// <summary>Default of a choice (null when -1) or of a yes/no (0 or 1).</summary>
    public int? DefaultValue { get; init; }

    /// <summary>The options: of the global set it names, or its own.</summary>
    public ChoiceModel? Choice { get; init; }

    /// <summary>Logical names of the tables a lookup may point at.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Whether a create request may carry it.</summary>
    public bool ValidForCreate { get; init; } = true;

    /// <summary>Whether an update request may carry it.</summary>
    public bool ValidForUpdate { get; init; } = true;

    /// <summary>Whether a request may ask for it.</summary>
    public bool ValidForRead { get; init; } = true;

    /// <summary>True for columns the publisher added.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Whether its changes are audited.</summary>
    public bool IsAudited { get; init; }

    /// <summary>Auto-number format, empty for none.</summary>
    public string AutoNumberFormat { get; init; } = "";

    /// <summary>For image columns: whether the original is kept beside the thumbnail.</summary>
    public bool CanStoreFullImage { get; init; }
}

/// <summary>A choice: global, or a column's own.</summary>
public sealed record ChoiceModel
{
    /// <summary>Name of the option set.</summary>
    public required string Name { get; init; }

    /// <summary>True for a global choice.</summary>
    public required bool IsGlobal { get; init; }

    /// <summary>Display name by language.</summary>
    public required Labels DisplayName { get; init; }

    /// <summary>The options in their order.</summary>
    public required IReadOnlyList<OptionModel> Options { get; init; }
}

/// <summary>One option.</summary>
public sealed record OptionModel
{
    /// <summary>Value.</summary>
    public required int Value { get; init; }

    /// <summary>Label by language.</summary>
    public required Labels Label { get; init; }

    /// <summary>Colour as <c>#rrggbb</c>, if one is set.</summary>
    public string? Color { get; init; }

    /// <summary>For a status: the state it belongs to.</summary>
    public int? State { get; init; }

    /// <summary>For a state: the status a row gets when only the state is set.</summary>
    public int? DefaultStatus { get; init; }

    /// <summary>For a status: values it may change to; null when nothing is declared.</summary>
    public IReadOnlyList<int>? Transitions { get; init; }
}

/// <summary>An alternate key.</summary>
/// <param name="LogicalName">Name of the key.</param>
/// <param name="Columns">Logical names of its columns, in order.</param>
/// <param name="DisplayName">Display name by language.</param>
public sealed record KeyModel(string LogicalName, IReadOnlyList<string> Columns, Labels DisplayName);

/// <summary>A relationship. One-to-many unless the intersect table is set.</summary>
public sealed record RelationshipModel
{
    /// <summary>Schema name.</summary>
    public required string Name { get; init; }

    /// <summary>Logical name of the "one" side (for many-to-many: the first table).</summary>
    public required string ReferencedTable { get; init; }

    /// <summary>Logical name of the "many" side (for many-to-many: the second table).</summary>
    public required string ReferencingTable { get; init; }

    /// <summary>Logical name of the lookup column; empty for many-to-many.</summary>
    public required string ReferencingColumn { get; init; }

    /// <summary>Name of the single-valued navigation property on the "many" side (case matters).</summary>
    public required string LookupNavigation { get; init; }

    /// <summary>Name of the collection-valued navigation property on the "one" side.</summary>
    public required string CollectionNavigation { get; init; }

    /// <summary>Intersect table of a many-to-many relationship.</summary>
    public string? IntersectTable { get; init; }

    /// <summary>Cascade, NoCascade, RemoveLink or Restrict.</summary>
    public string CascadeDelete { get; init; } = "NoCascade";

    /// <summary>Cascade, NoCascade, ActiveOnly or UserOwned.</summary>
    public string CascadeAssign { get; init; } = "NoCascade";

    /// <summary>As <see cref="CascadeAssign"/>.</summary>
    public string CascadeShare { get; init; } = "NoCascade";

    /// <summary>As <see cref="CascadeAssign"/>.</summary>
    public string CascadeReparent { get; init; } = "NoCascade";

    /// <summary>True for the relationships every table has (owner, created by, ...).</summary>
    public bool IsSystem { get; init; }
}

/// <summary>A form.</summary>
/// <param name="Id">Form id.</param>
/// <param name="Kind">main, quickCreate, quick, card, ...</param>
/// <param name="Name">Name by language.</param>
/// <param name="Xml">The <c>form</c> element.</param>
public sealed record FormModel(Guid Id, string Kind, Labels Name, XElement Xml);

/// <summary>A system view.</summary>
/// <param name="Id">View id.</param>
/// <param name="QueryType">0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup, 8192 "my".</param>
/// <param name="IsDefault">Whether it is the default of its kind.</param>
/// <param name="Name">Name by language.</param>
/// <param name="Fetch">The <c>fetch</c> element.</param>
/// <param name="Layout">The <c>grid</c> element; null where the view has none.</param>
public sealed record ViewModel(Guid Id, int QueryType, bool IsDefault, Labels Name, XElement Fetch, XElement? Layout);

/// <summary>A security role.</summary>
/// <param name="Id">Role id.</param>
/// <param name="Name">Name.</param>
/// <param name="Privileges">Privilege name (<c>prvReadrdy_Offer</c>) to level: Basic, Local, Deep or Global.</param>
public sealed record RoleModel(Guid Id, string Name, IReadOnlyDictionary<string, string> Privileges);

/// <summary>A web resource.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name, with prefix and folders.</param>
/// <param name="DisplayName">Display name.</param>
/// <param name="Type">1 HTML, 2 CSS, 3 script, 4 XML, 5 PNG, 6 JPG, 7 GIF, 9 XSL, 10 ICO, 11 SVG, 12 RESX.</param>
/// <param name="Content">Its bytes.</param>
public sealed record WebResourceModel(Guid Id, string Name, string DisplayName, int Type, ReadOnlyMemory<byte> Content);

/// <summary>A plug-in assembly.</summary>
/// <param name="Id">Id.</param>
/// <param name="FullName">Full assembly name.</param>
/// <param name="Types">Registered plug-in types.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PluginAssemblyModel(
    Guid Id, string FullName, IReadOnlyList<PluginTypeModel> Types, ReadOnlyMemory<byte> Content);

/// <summary>A registered plug-in type.</summary>
/// <param name="Id">Id.</param>
/// <param name="TypeName">Full type name without assembly.</param>
/// <param name="AssemblyQualifiedName">Assembly-qualified name as registered.</param>
public sealed record PluginTypeModel(Guid Id, string TypeName, string AssemblyQualifiedName);

/// <summary>A registered step.</summary>
public sealed record StepModel
{
    /// <summary>Step id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Message name (<c>Create</c>); resolved from the message id where the XML has only that.</summary>
    public required string Message { get; init; }

    /// <summary>Full type name of the plug-in, without assembly.</summary>
    public required string PluginTypeName { get; init; }

    /// <summary>Id of the plug-in type, where the XML has it.</summary>
    public Guid? PluginTypeId { get; init; }

    /// <summary>Table; null for any.</summary>
    public string? Table { get; init; }

    /// <summary>10, 20 or 40.</summary>
    public required int Stage { get; init; }

    /// <summary>True when asynchronous.</summary>
    public required bool IsAsync { get; init; }

    /// <summary>Execution order, lowest first.</summary>
    public required int Rank { get; init; }

    /// <summary>Filtering attributes; empty for every column.</summary>
    public IReadOnlyList<string> FilteringAttributes { get; init; } = [];

    /// <summary>Unsecure configuration.</summary>
    public string? Configuration { get; init; }

    /// <summary>Images.</summary>
    public IReadOnlyList<StepImageModel> Images { get; init; } = [];
}

/// <summary>An image of a step.</summary>
/// <param name="Id">Id.</param>
/// <param name="Alias">Key in the context's image collections.</param>
/// <param name="Type">0 pre, 1 post, 2 both.</param>
/// <param name="Attributes">Columns; empty for all.</param>
/// <param name="MessagePropertyName">Target, id, ...</param>
public sealed record StepImageModel(
    Guid Id, string Alias, int Type, IReadOnlyList<string> Attributes, string MessagePropertyName);

/// <summary>A custom API.</summary>
public sealed record CustomApiModel
{
    /// <summary>Unique name, which is the message name.</summary>
    public required string UniqueName { get; init; }

    /// <summary>0 global, 1 table, 2 collection.</summary>
    public required int BindingType { get; init; }

    /// <summary>Table it is bound to.</summary>
    public string? BoundTable { get; init; }

    /// <summary>True for a function (GET), false for an action (POST).</summary>
    public required bool IsFunction { get; init; }

    /// <summary>Whether it is hidden from <c>$metadata</c>.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Privilege needed to call it, if any.</summary>
    public string? ExecutePrivilege { get; init; }

    /// <summary>Id of the plug-in type that is its main operation.</summary>
    public Guid? PluginTypeId { get; init; }

    /// <summary>0 none, 1 async only, 2 sync and async.</summary>
    public int AllowedCustomProcessingStepType { get; init; }

    /// <summary>Request parameters.</summary>
    public IReadOnlyList<CustomApiParameterModel> Parameters { get; init; } = [];

    /// <summary>Response properties.</summary>
    public IReadOnlyList<CustomApiParameterModel> Properties { get; init; } = [];
}

/// <summary>A request parameter or response property of a custom API.</summary>
/// <param name="UniqueName">Name in the request or response.</param>
/// <param name="Type">0 Boolean, 1 DateTime, 2 Decimal, 3 Entity, 4 EntityCollection, 5 EntityReference, 6 Float, 7 Integer, 8 Money, 9 Picklist, 10 String, 11 StringArray, 12 Guid.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Table">Table of an entity-typed one.</param>
public sealed record CustomApiParameterModel(string UniqueName, int Type, bool IsOptional, string? Table);

/// <summary>A model-driven app.</summary>
/// <param name="UniqueName">Unique name.</param>
/// <param name="Name">Name by language.</param>
/// <param name="Components">Its components (type 1 table, 26 view, 60 form or dashboard, 62 site map).</param>
/// <param name="Roles">Roles that may open it.</param>
public sealed record AppModel(
    string UniqueName, Labels Name, IReadOnlyList<RootComponent> Components, IReadOnlyList<Guid> Roles);

/// <summary>A site map of an app.</summary>
/// <param name="UniqueName">Unique name, the app's.</param>
/// <param name="Xml">The <c>SiteMap</c> element.</param>
public sealed record SiteMapModel(string UniqueName, XElement Xml);
