using Packager.Model;

namespace Sandbox.Metadata;

/// <summary>The platform's own tables, as far as the sandbox has them.</summary>
internal static class SystemTables
{
    public static readonly Guid AdministratorRole = new("627090ff-40a3-4053-8790-584edc5be201");

    private static readonly ChoiceModel YesNo = Choice("yesno", (1, "Yes", "Ja"), (0, "No", "Nej"));

    /// <summary>The row version that every table has.</summary>
    public static ColumnModel VersionNumber { get; } = Plain("versionnumber", ColumnType.BigInteger, "bigint") with
    {
        SchemaName = "VersionNumber",
        DisplayName = Label("Version Number", "Versionsnummer"),
        ValidForCreate = false,
        ValidForUpdate = false,
    };

    /// <summary>Their models.</summary>
    public static IReadOnlyList<TableModel> All { get; } =
    [
        Table("systemuser", "SystemUser", "systemusers", "User", "Användare", "fullname",
            Text("fullname", 200), Text("firstname", 64), Text("lastname", 64), Text("domainname", 1024),
            Text("internalemailaddress", 100), Text("title", 128), Flag("isdisabled"),
            Lookup("businessunitid", "businessunit"), Plain("azureactivedirectoryobjectid", ColumnType.UniqueIdentifier, "uniqueidentifier")),
        Table("team", "Team", "teams", "Team", "Team", "name",
            Text("name", 160), Text("description", 2000), Lookup("businessunitid", "businessunit"), Lookup("administratorid", "systemuser")),
        Table("businessunit", "BusinessUnit", "businessunits", "Business unit", "Affärsenhet", "name",
            Text("name", 160), Flag("isdisabled"), Lookup("parentbusinessunitid", "businessunit")),
        Table("organization", "Organization", "organizations", "Organization", "Organisation", "name",
            Text("name", 160), Number("languagecode"), Number("localeid"), Flag("isauditenabled"), Number("plugintracelogsetting"),
            Number("maxuploadfilesize"), Text("schemanameprefix", 8)),
        Table("usersettings", "UserSettings", "usersettingscollection", "User settings", "Användarinställningar", null,
            Number("uilanguageid"), Number("helplanguageid"), Number("localeid"), Number("timezonecode"), Text("dateformatstring", 255),
            Text("timeformatstring", 255)) with { PrimaryId = "systemuserid" },
        Table("role", "Role", "roles", "Security role", "Säkerhetsroll", "name",
            Text("name", 100), Lookup("businessunitid", "businessunit"), Flag("ismanaged")),
        Table("systemuserroles", "SystemUserRoles", "systemuserrolescollection", "User role", "Användarroll", null,
            Plain("systemuserid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Plain("roleid", ColumnType.UniqueIdentifier, "uniqueidentifier"))
            with { PrimaryId = "systemuserroleid" },
        Table("publisher", "Publisher", "publishers", "Publisher", "Utgivare", "friendlyname",
            Text("uniquename", 256), Text("friendlyname", 256), Text("customizationprefix", 8), Number("customizationoptionvalueprefix")),
        Table("solution", "Solution", "solutions", "Solution", "Lösning", "friendlyname",
            Text("uniquename", 65), Text("friendlyname", 256), Text("version", 256), Flag("ismanaged"), Lookup("publisherid", "publisher"),
            Date("installedon"), Flag("isvisible")),
        Table("systemform", "SystemForm", "systemforms", "System form", "Systemformulär", "name",
            Text("name", 100), Text("objecttypecode", 100), Memo("formxml"), Flag("isdefault"), Plain("type", ColumnType.Choice, "picklist") with
            {
                Choice = Choice("systemform_type", (0, "Dashboard", "Instrumentpanel"), (2, "Main", "Huvudformulär"), (7, "Quick Create", "Snabbregistrering")),
            }) with { PrimaryId = "formid" },
        Table("savedqueryvisualization", "SavedQueryVisualization", "savedqueryvisualizations", "System chart", "Systemdiagram", "name",
            Text("name", 100), Text("primaryentitytypecode", 100), Memo("datadescription"), Memo("presentationdescription"), Flag("isdefault")),
        Table("fileattachment", "FileAttachment", "fileattachments", "File attachment", "Filbilaga", "filename",
            Text("filename", 255), Text("mimetype", 256), Number("filesizeinbytes"), Text("objecttypecode", 100),
            Plain("objectid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Text("regardingfieldname", 100), Date("createdon")),
        Table("annotation", "Annotation", "annotations", "Note", "Anteckning", "subject",
            Text("subject", 500), Memo("notetext"), Memo("documentbody"), Text("mimetype", 256), Text("filename", 255), Flag("isdocument"),
            Text("objecttypecode", 100), Plain("objectid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Lookup("createdby", "systemuser")),
        Table("plugintracelog", "PluginTraceLog", "plugintracelogs", "Plug-in trace log", "Spårningslogg för plugin-program", "typename",
            Text("typename", 1024), Text("messagename", 1024), Text("primaryentity", 1000), Memo("messageblock"), Memo("exceptiondetails"),
            Number("depth"), Number("mode"), Number("operationtype"), Plain("correlationid", ColumnType.UniqueIdentifier, "uniqueidentifier"),
            Plain("requestid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Plain("pluginstepid", ColumnType.UniqueIdentifier, "uniqueidentifier"),
            Number("performanceexecutionduration"), Date("performanceexecutionstarttime"), Date("createdon")),
        Table("asyncoperation", "AsyncOperation", "asyncoperations", "System job", "Systemjobb", "name",
            Text("name", 256), Text("messagename", 160), Text("primaryentitytype", 128), Memo("message"), Memo("data"), Text("recurrencepattern", 256), Number("errorcode"),
            Number("retrycount"), Number("depth"), Plain("correlationid", ColumnType.UniqueIdentifier, "uniqueidentifier"),
            Plain("owningextensionid", ColumnType.UniqueIdentifier, "uniqueidentifier"),
            Plain("regardingobjectid", ColumnType.UniqueIdentifier, "uniqueidentifier"),
            Date("createdon"), Date("modifiedon"), Date("postponeuntil"), Date("startedon"), Date("completedon"),
            Plain("statecode", ColumnType.State, "state") with
            {
                Choice = Choice("asyncoperation_statecode", (0, "Ready", "Klar"), (1, "Suspended", "Pausat"), (2, "Locked", "Låst"), (3, "Completed", "Slutfört")),
            },
            Plain("statuscode", ColumnType.Status, "status") with
            {
                Choice = Choice("asyncoperation_statuscode", (0, "Waiting For Resources", "Väntar på resurser"), (10, "Waiting", "Väntar"),
                    (20, "In Progress", "Pågår"), (30, "Succeeded", "Lyckades"), (31, "Failed", "Misslyckades"), (32, "Canceled", "Avbrutet")),
            }),
    ];

    /// <summary>Their logical names.</summary>
    public static IReadOnlySet<string> Names { get; } = All.Select(table => table.LogicalName).ToHashSet(StringComparer.Ordinal);

    /// <summary>The relationships among them.</summary>
    public static IReadOnlyList<RelationshipModel> Relationships { get; } =
    [
        .. from table in All
           from column in table.Columns.Values
           where column.Type == ColumnType.Lookup
           select new RelationshipModel
           {
               Name = $"{column.Targets[0]}_{table.LogicalName}_{column.LogicalName}",
               ReferencedTable = column.Targets[0],
               ReferencingTable = table.LogicalName,
               ReferencingColumn = column.LogicalName,
               LookupNavigation = column.LogicalName,
               CollectionNavigation = $"{column.Targets[0]}_{table.LogicalName}_{column.LogicalName}",
               IsSystem = true,
           },
    ];

    private static TableModel Table(
        string name, string schemaName, string set, string label, string swedish, string? primaryName, params ColumnModel[] columns)
    {
        var id = name switch { "usersettings" => "systemuserid", "systemuserroles" => "systemuserroleid", "systemform" => "formid", _ => name + "id" };
        IEnumerable<ColumnModel> all =
        [
            Plain(id, ColumnType.PrimaryKey, "primarykey"),
            .. columns,
            .. columns.Any(column => column.LogicalName == "createdon") ? (ColumnModel[])[] : [Date("createdon"), Date("modifiedon")],
            VersionNumber,
        ];
        return new TableModel
        {
            LogicalName = name,
            SchemaName = schemaName,
            EntitySetName = set,
            DisplayName = Label(label, swedish),
            CollectionName = Label(label, swedish),
            IsUserOwned = false,
            PrimaryId = id,
            PrimaryName = primaryName,
            Columns = all.ToDictionary(column => column.LogicalName, StringComparer.Ordinal),
        };
    }

    private static ColumnModel Plain(string name, ColumnType type, string typeName) => new()
    {
        LogicalName = name,
        SchemaName = name,
        Type = type,
        TypeName = typeName,
        DisplayName = Label(name, name),
    };

    private static ColumnModel Text(string name, int length) => Plain(name, ColumnType.Text, "nvarchar") with { MaxLength = length };

    private static ColumnModel Memo(string name) => Plain(name, ColumnType.Memo, "ntext") with { MaxLength = 1073741823 };

    private static ColumnModel Number(string name) => Plain(name, ColumnType.Integer, "int");

    private static ColumnModel Date(string name) => Plain(name, ColumnType.DateTime, "datetime") with { Format = "datetime", DateBehavior = 1 };

    private static ColumnModel Flag(string name) => Plain(name, ColumnType.Boolean, "bit") with { Choice = YesNo, DefaultValue = 0 };

    private static ColumnModel Lookup(string name, string target) => Plain(name, ColumnType.Lookup, "lookup") with { Targets = [target] };

    private static ChoiceModel Choice(string name, params (int Value, string Label, string Swedish)[] options) => new()
    {
        Name = name,
        IsGlobal = false,
        DisplayName = Labels.None,
        Options = [.. options.Select(option => new OptionModel { Value = option.Value, Label = Label(option.Label, option.Swedish) })],
    };

    private static Labels Label(string english, string swedish) =>
        new(new Dictionary<int, string> { [1033] = english, [1053] = swedish });
}
