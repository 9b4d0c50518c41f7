namespace Packager.Reading;

/// <summary>Which folder of the unpacked tree becomes which node of <c>customizations.xml</c>.</summary>
internal static class ComponentFolders
{
    /// <summary>Where the order of the parts is noted, when it is not that of their files' names.</summary>
    public const string Order = "Other/Order.xml";

    /// <summary>The zip's list of content types, when it is not the one that follows from its files.</summary>
    public const string ContentTypes = "Other/ContentTypes.xml";

    /// <summary>Entries of the zip that no rule of the layout places, under their own names.</summary>
    public const string UnknownFiles = "Other/Files";

    /// <summary>Children of the root in the one order that an import accepts.</summary>
    public static IReadOnlyList<string> RootOrder { get; } =
    [
        "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "EntityImageConfigs",
        "AttributeImageConfigs", "RibbonDiffXml", "IsvConfig", "RelationshipRoles", "ConnectionRoles", "SiteMap",
        "EntityMaps", "EntityRelationships", "OrganizationSettings", "optionsets", "Reports", "RoutingRules",
        "ChannelPropertyGroups", "ConvertRules", "MobileOfflineProfiles", "Slas", "ChannelAccessProfiles",
        "ChannelAccessProfileRules", "Dashboards", "InteractionCentricDashboards", "Dialogs", "WebResources",
        "CustomControls", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "ServiceEndpoints",
        "AppModuleSiteMaps", "AppModules", "EntityDataProviders", "AIModels", "EntityDataSources", "CanvasApps",
        "appaction_appactionrule_classicrulesset", "Connectors", "connectionreferences", "msdyn_dataflows", "Languages",
        "GlobalSearchConfigurations", "StoredProcedures",
    ];

    /// <summary>Folders whose XML files become the children of a node: folder, node, child, file pattern.</summary>
    public static IReadOnlyList<(string Folder, string Node, string Child)> Merged { get; } =
    [
        ("Roles", "Roles", "Role"),
        ("OptionSets", "optionsets", "optionset"),
        ("Dashboards", "Dashboards", "Dashboard"),
        ("SdkMessageProcessingSteps", "SdkMessageProcessingSteps", "SdkMessageProcessingStep"),
        ("AppModuleSiteMaps", "AppModuleSiteMaps", "AppModuleSiteMap"),
        ("AppModules", "AppModules", "AppModule"),
    ];

    /// <summary>Folders of a body with its <c>.data.xml</c> beside it: folder, node, child.</summary>
    public static IReadOnlyList<(string Folder, string Node, string Child)> WithBody { get; } =
    [
        ("WebResources", "WebResources", "WebResource"),
        ("PluginAssemblies", "SolutionPluginAssemblies", "PluginAssembly"),
        ("Workflows", "Workflows", "Workflow"),
    ];

    /// <summary>Folders of bodies that are named from inside the XML, the same in the tree and in the zip.</summary>
    public static IReadOnlyList<string> Bodies { get; } = ["Formulas", "Controls", "CanvasApps", "Reports"];

    /// <summary>Table-based parts: a folder each, the same in the tree and in the zip, and no root component.</summary>
    public static IReadOnlyList<string> TableBased { get; } =
    [
        "customapis", "environmentvariabledefinitions", "pluginpackages", "appactions", "appactionrules",
        "appelements", "appsettings", "settingdefinitions", "organizationsettings", "powerpagecomponents",
        "powerpagesites", "powerpagesitelanguages", "bots", "botcomponents", "entityanalyticsconfigs",
    ];

    /// <summary>Kinds of forms in the order exports have them; others follow by name.</summary>
    public static IReadOnlyList<string> FormKinds { get; } = ["card", "main", "quickCreate", "quick"];
}
