namespace Packager.Model;

/// <summary>What a solution holds, typed: the same whether it was read from an unpacked folder or from a zip.</summary>
/// <remarks>Ids are compared as GUIDs, never as text; logical names are lower case.</remarks>
public sealed record SolutionModel
{
    /// <summary>Nodes of <c>customizations.xml</c> that are read into the model; whatever stands in others is among <see cref="Unread"/>.</summary>
    public static IReadOnlyList<string> ReadNodes { get; } =
    [
        "Entities", "Roles", "EntityImageConfigs", "AttributeImageConfigs", "EntityRelationships", "optionsets",
        "Dashboards", "WebResources", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "AppModuleSiteMaps",
        "AppModules", "Languages", "FieldSecurityProfiles",
    ];

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

    /// <summary>Field security profiles.</summary>
    public IReadOnlyList<FieldSecurityProfileModel> FieldSecurityProfiles { get; init; } = [];

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

    /// <summary>Dashboards.</summary>
    public IReadOnlyList<DashboardModel> Dashboards { get; init; } = [];

    /// <summary>Names of parts in the payload that this model has no type for, as "kind: name"; never silently dropped.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}
