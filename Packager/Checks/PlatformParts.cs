namespace Packager.Checks;

/// <summary>What every environment has, so that a solution may point at it without carrying it.</summary>
public static class PlatformParts
{
    /// <summary>Tables of the platform itself.</summary>
    public static IReadOnlySet<string> Tables { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "account", "activityparty", "activitypointer", "annotation", "appointment", "asyncoperation", "attachment",
        "bulkdeletefailure", "businessunit", "connection", "contact", "customeraddress", "duplicaterecord", "email",
        "fax", "feedback", "fileattachment", "goal", "imagedescriptor", "importfile", "knowledgearticle",
        "knowledgebaserecord", "letter", "mailbox", "mailboxtrackingfolder", "organization", "owner", "phonecall",
        "plugintracelog", "position", "postfollow", "postregarding", "principalobjectattributeaccess",
        "processsession", "queue", "queueitem", "recurringappointmentmaster", "role", "savedquery", "sharepointdocument",
        "sharepointdocumentlocation", "socialactivity", "socialprofile", "subject", "syncerror", "systemuser",
        "systemuserroles", "task", "team", "teammembership", "template", "transactioncurrency", "userquery",
        "webresource", "workflow",
    };

    /// <summary>System Administrator and System Customizer: the same ids everywhere.</summary>
    public static IReadOnlySet<Guid> Roles { get; } = new HashSet<Guid>
    {
        Guid.Parse("627090ff-40a3-4053-8790-584edc5be201"),
        Guid.Parse("119f245c-3cc8-4b62-b31c-d1a046ced15d"),
    };

    /// <summary>
    /// Solutions of the platform itself, on which exports of solutions with an app depend: the app's default icon, the settings that its maker changed. What they hold is
    /// there in every environment.
    /// </summary>
    public static IReadOnlySet<string> Solutions { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "System", "Active", "AppModuleWebResources", "msdyn_AppFrameworkInfraExtensions",
    };

    /// <summary>The icon an app has when it has none of its own.</summary>
    public static Guid DefaultAppIcon { get; } = Guid.Parse("953b9fac-1e5e-e611-80d6-00155ded156f");

    /// <summary>Columns that exist and are never exported.</summary>
    public static IReadOnlySet<string> HiddenColumns { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "versionnumber" };
}
