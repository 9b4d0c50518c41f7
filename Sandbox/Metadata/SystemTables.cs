using Packager.Model;

namespace Sandbox.Metadata;

/// <summary>The platform's own tables, as far as the sandbox has them.</summary>
internal static class SystemTables
{
    public static readonly Guid AdministratorRole = new("627090ff-40a3-4053-8790-584edc5be201");

    public static readonly Guid CustomizerRole = new("119f245c-3cc8-4b62-b31c-d1a046ced15d");

    public static readonly Guid BasicUserRole = new("8e3aa2d2-2c1b-4b5e-9a37-5c0f2d3b1a10");

    /// <summary>The many-to-many relationships that say who belongs to which team and who holds which role or field security profile.</summary>
    public const string TeamMembers = "teammembership_association", UserRoles = "systemuserroles_association", TeamRoles = "teamroles_association",
        UserProfiles = "systemuserprofiles_association", TeamProfiles = "teamprofiles_association";

    private static readonly ChoiceModel YesNo = Choice("yesno", (1, "Yes", "Ja"), (0, "No", "Nej"));

    // The events that occur here, of those that DP/reference/entities/audit lists.
    private static readonly ChoiceModel AuditActions = Choice("audit_action",
        (1, "Create", "Skapa"), (2, "Update", "Uppdatera"), (3, "Delete", "Ta bort"), (13, "Assign", "Tilldela"), (14, "Share", "Dela"),
        (33, "Associate Entities", "Associera entiteter"), (34, "Disassociate Entities", "Ta bort association mellan entiteter"), (41, "Set State", "Ange status"),
        (48, "Modify Share", "Ändra delning"), (49, "Unshare", "Sluta dela"), (53, "Assign Role To Team", "Tilldela roll till team"),
        (54, "Remove Role From Team", "Ta bort roll från team"), (55, "Assign Role To User", "Tilldela roll till användare"),
        (56, "Remove Role From User", "Ta bort roll från användare"), (107, "Audit Enabled", "Granskning aktiverad"), (110, "Audit Disabled", "Granskning inaktiverad"));

    private static readonly ChoiceModel AuditOperations = Choice("audit_operation",
        (1, "Create", "Skapa"), (2, "Update", "Uppdatera"), (3, "Delete", "Ta bort"), (4, "Access", "Åtkomst"));

    // Of the tables whose auditing goes on with the organization's (learn.microsoft.com/power-platform/admin/manage-dataverse-auditing), those that requests write.
    private static readonly string[] Audited = ["systemuser", "team", "businessunit", "organization", "role"];

    /// <summary>The row version that every table has.</summary>
    public static ColumnModel VersionNumber { get; } = Plain("versionnumber", ColumnType.BigInteger, "bigint") with
    {
        SchemaName = "VersionNumber",
        DisplayName = Label("Version Number", "Versionsnummer"),
        ValidForCreate = false,
        ValidForUpdate = false,
    };

    /// <summary>Format of a lookup that may point at rows of any table; so the table's name always lies beside it.</summary>
    public const string RegardingFormat = "regarding";

    private static IEnumerable<ColumnModel> OfSolution => [Flag("ismanaged"), Id("solutionid")];

    private static IEnumerable<ColumnModel> States =>
    [
        Plain("statecode", ColumnType.State, "state") with { Choice = Choice("statecode", (0, "Active", "Aktiv"), (1, "Inactive", "Inaktiv")) },
        Plain("statuscode", ColumnType.Status, "status") with { Choice = Choice("statuscode", (1, "Active", "Aktiv"), (2, "Inactive", "Inaktiv")) },
    ];

    /// <summary>Their models.</summary>
    public static IReadOnlyList<TableModel> All { get; } =
    [
        Table("systemuser", "SystemUser", "systemusers", "User", "Användare", "fullname",
            Text("fullname", 200), Text("firstname", 64), Text("lastname", 64), Text("domainname", 1024),
            Text("internalemailaddress", 100), Text("title", 128), Flag("isdisabled"),
            Lookup("businessunitid", "businessunit"), Plain("azureactivedirectoryobjectid", ColumnType.UniqueIdentifier, "uniqueidentifier")),
        Table("team", "Team", "teams", "Team", "Team", "name",
            Text("name", 160), Text("description", 2000), Lookup("businessunitid", "businessunit"), Lookup("administratorid", "systemuser"),
            Plain("teamtype", ColumnType.Choice, "picklist") with { Choice = Choice("team_type", (0, "Owner", "Ägare"), (1, "Access", "Åtkomst")), DefaultValue = 0 },
            Flag("isdefault")),
        Table("businessunit", "BusinessUnit", "businessunits", "Business unit", "Affärsenhet", "name",
            Text("name", 160), Flag("isdisabled"), Lookup("parentbusinessunitid", "businessunit")),
        Table("organization", "Organization", "organizations", "Organization", "Organisation", "name",
            Text("name", 160), Number("languagecode"), Number("localeid"), Flag("isauditenabled"), Number("plugintracelogsetting"),
            Number("maxuploadfilesize"), Text("schemanameprefix", 8), Date("fiscalcalendarstart"), Number("fiscalperiodtype"), Number("fiscalyeardisplaycode")),
        Table("usersettings", "UserSettings", "usersettingscollection", "User settings", "Användarinställningar", null,
            Number("uilanguageid"), Number("helplanguageid"), Number("localeid"), Number("timezonecode"), Text("dateformatstring", 255),
            Text("timeformatstring", 255)) with { PrimaryId = "systemuserid" },
        Table("role", "Role", "roles", "Security role", "Säkerhetsroll", "name",
            Text("name", 100), Lookup("businessunitid", "businessunit"), Flag("ismanaged")),
        Table("systemuserroles", "SystemUserRoles", "systemuserrolescollection", "User role", "Användarroll", null,
            Plain("systemuserid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Plain("roleid", ColumnType.UniqueIdentifier, "uniqueidentifier"))
            with { PrimaryId = "systemuserroleid", IsIntersect = true },
        Table("teamroles", "TeamRoles", "teamrolescollection", "Team role", "Teamroll", null,
            Plain("teamid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Plain("roleid", ColumnType.UniqueIdentifier, "uniqueidentifier"))
            with { PrimaryId = "teamroleid", IsIntersect = true },
        Table("fieldsecurityprofile", "FieldSecurityProfile", "fieldsecurityprofiles", "Field Security Profile", "Fältsäkerhetsprofil", "name",
            [Text("name", 100), Text("description", 2000)]),
        Table("fieldpermission", "FieldPermission", "fieldpermissions", "Field Permission", "Fältbehörighet", null,
            Lookup("fieldsecurityprofileid", "fieldsecurityprofile"), Text("entityname", 128), Text("attributelogicalname", 128), Permission("canread"), Permission("cancreate"), Permission("canupdate")),
        Table("systemuserprofiles", "SystemUserProfiles", "systemuserprofilescollection", "User profile", "Användarprofil", null,
            Id("systemuserid"), Id("fieldsecurityprofileid")) with { IsIntersect = true },
        Table("teamprofiles", "TeamProfiles", "teamprofilescollection", "Team profile", "Teamprofil", null,
            Id("teamid"), Id("fieldsecurityprofileid")) with { IsIntersect = true },
        Table("teammembership", "TeamMembership", "teammemberships", "Team membership", "Teammedlemskap", null,
            Plain("teamid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Plain("systemuserid", ColumnType.UniqueIdentifier, "uniqueidentifier"))
            with { IsIntersect = true },
        Table("principalobjectaccess", "PrincipalObjectAccess", "principalobjectaccessset", "Principal Object Access", "Delning", null,
            Plain("objectid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Text("objecttypecode", 128),
            Plain("principalid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Text("principaltypecode", 128),
            Number("accessrightsmask"), Number("inheritedaccessrightsmask"), Date("changedon")),
        Table("publisher", "Publisher", "publishers", "Publisher", "Utgivare", "friendlyname",
            Text("uniquename", 256), Text("friendlyname", 256), Text("customizationprefix", 8), Number("customizationoptionvalueprefix")),
        Table("solution", "Solution", "solutions", "Solution", "Lösning", "friendlyname",
            Text("uniquename", 65), Text("friendlyname", 256), Text("version", 256), Flag("ismanaged"), Lookup("publisherid", "publisher"),
            Date("installedon"), Flag("isvisible"), Memo("description")),
        Table("systemform", "SystemForm", "systemforms", "System form", "Systemformulär", "name",
            [
                Text("name", 100), Text("objecttypecode", 100), Memo("formxml"), Flag("isdefault"), .. OfSolution,
                Plain("type", ColumnType.Choice, "picklist") with
                {
                    Choice = Choice("systemform_type", (0, "Dashboard", "Instrumentpanel"), (2, "Main", "Huvudformulär"), (6, "Quick View Form", "Snabbvy"),
                        (7, "Quick Create", "Snabbregistrering"), (11, "Card", "Kort")),
                },
            ]) with { PrimaryId = "formid" },
        Table("savedquery", "SavedQuery", "savedqueries", "View", "Vy", "name",
            [Text("name", 200), Text("returnedtypecode", 100), Number("querytype"), Memo("fetchxml"), Memo("layoutxml"), Flag("isdefault"), .. States, .. OfSolution]),
        Table("savedqueryvisualization", "SavedQueryVisualization", "savedqueryvisualizations", "System chart", "Systemdiagram", "name",
            [Text("name", 100), Text("primaryentitytypecode", 100), Memo("datadescription"), Memo("presentationdescription"), Flag("isdefault"), .. OfSolution]),
        Table("solutioncomponent", "SolutionComponent", "solutioncomponents", "Solution component", "Lösningskomponent", null,
            Lookup("solutionid", "solution"), Number("componenttype"), Id("objectid"), Number("rootcomponentbehavior"), Flag("ismetadata"), Id("rootsolutioncomponentid")),
        Table("pluginassembly", "PluginAssembly", "pluginassemblies", "Plug-in assembly", "Plugin-sammansättning", "name",
            [
                Text("name", 256), Text("version", 48), Text("culture", 32), Text("publickeytoken", 32), Number("isolationmode"), Number("sourcetype"), Memo("content"),
                Text("description", 256), .. OfSolution,
            ]),
        Table("plugintype", "PluginType", "plugintypes", "Plug-in type", "Plugin-typ", "name",
            [
                Text("name", 256), Text("typename", 256), Text("friendlyname", 256), Text("assemblyname", 256), Text("version", 48), Text("culture", 32),
                Text("publickeytoken", 32), Lookup("pluginassemblyid", "pluginassembly"), Flag("isworkflowactivity"), .. OfSolution,
            ]),
        Table("sdkmessage", "SdkMessage", "sdkmessages", "Sdk message", "SDK-meddelande", "name",
            Text("name", 256), Text("categoryname", 25), Flag("isprivate")),
        Table("sdkmessagefilter", "SdkMessageFilter", "sdkmessagefilters", "Sdk message filter", "Filter för SDK-meddelande", null,
            Text("name", 256), Lookup("sdkmessageid", "sdkmessage"), Text("primaryobjecttypecode", 100), Text("secondaryobjecttypecode", 100),
            Flag("iscustomprocessingstepallowed")),
        Table("sdkmessageprocessingstep", "SdkMessageProcessingStep", "sdkmessageprocessingsteps", "Sdk message processing step", "Bearbetningssteg för SDK-meddelande", "name",
            [
                Text("name", 256), Text("description", 256), Number("stage"), Number("mode"), Number("rank"), Memo("filteringattributes"), Memo("configuration"),
                Lookup("sdkmessageid", "sdkmessage"), Lookup("sdkmessagefilterid", "sdkmessagefilter"), Lookup("plugintypeid", "plugintype"),
                Lookup("eventhandler", "plugintype"), Number("supporteddeployment"), Number("invocationsource"), Flag("asyncautodelete"), .. States, .. OfSolution,
            ]),
        Table("sdkmessageprocessingstepimage", "SdkMessageProcessingStepImage", "sdkmessageprocessingstepimages", "Step image", "Avbildning för steg", "name",
            [
                Text("name", 256), Text("entityalias", 256), Number("imagetype"), Memo("attributes"), Text("messagepropertyname", 256),
                Lookup("sdkmessageprocessingstepid", "sdkmessageprocessingstep"), .. OfSolution,
            ]),
        Table("webresource", "WebResource", "webresourceset", "Web resource", "Webbresurs", "name",
            [Text("name", 256), Text("displayname", 200), Memo("description"), Number("webresourcetype"), Memo("content"), Number("languagecode"), .. OfSolution]),
        Table("appmodule", "AppModule", "appmodules", "Model-driven app", "Modellbaserad app", "name",
            [Text("name", 100), Text("uniquename", 100), Memo("description"), Number("clienttype"), .. States, .. OfSolution]),
        Table("sitemap", "SiteMap", "sitemaps", "Site map", "Webbplatsöversikt", "sitemapname",
            [Text("sitemapname", 100), Text("sitemapnameunique", 100), Memo("sitemapxml"), Flag("isappaware"), .. OfSolution]),
        Table("customapi", "CustomAPI", "customapis", "Custom API", "Anpassat API", "name",
            [
                Text("name", 100), Text("uniquename", 128), Text("displayname", 100), Text("description", 300), Number("bindingtype"), Text("boundentitylogicalname", 100),
                Flag("isfunction"), Flag("isprivate"), Text("executeprivilegename", 100), Number("allowedcustomprocessingsteptype"),
                Lookup("plugintypeid", "plugintype"), Lookup("sdkmessageid", "sdkmessage"), .. States, .. OfSolution,
            ]),
        Table("customapirequestparameter", "CustomAPIRequestParameter", "customapirequestparameters", "Custom API request parameter", "Parameter för anpassat API", "name",
            [
                Text("name", 100), Text("uniquename", 128), Text("displayname", 100), Text("description", 300), Number("type"), Flag("isoptional"),
                Text("logicalentityname", 100), Lookup("customapiid", "customapi"), .. OfSolution,
            ]),
        Table("customapiresponseproperty", "CustomAPIResponseProperty", "customapiresponseproperties", "Custom API response property", "Svarsegenskap för anpassat API", "name",
            [
                Text("name", 100), Text("uniquename", 128), Text("displayname", 100), Text("description", 300), Number("type"), Text("logicalentityname", 100),
                Lookup("customapiid", "customapi"), .. OfSolution,
            ]),
        Table("importjob", "ImportJob", "importjobs", "Import job", "Importjobb", null,
            Text("name", 256), Text("solutionname", 256), Memo("data"), Plain("progress", ColumnType.Float, "float"), Date("startedon"), Date("completedon"),
            Text("importcontext", 110), Text("operationcontext", 110), Id("solutionid"), Lookup("createdby", "systemuser"), Date("createdon"), Date("modifiedon")),
        Table("audit", "Audit", "audits", "Auditing", "Granskning", null,
            Plain("objectid", ColumnType.Lookup, "lookup") with { Format = RegardingFormat }, Text("objecttypecode", 100),
            Plain("action", ColumnType.Choice, "picklist") with { Choice = AuditActions }, Plain("operation", ColumnType.Choice, "picklist") with { Choice = AuditOperations },
            Lookup("userid", "systemuser"), Lookup("callinguserid", "systemuser"), Memo("attributemask"), Memo("changedata"), Memo("additionalinfo"),
            Text("useradditionalinfo", 350), Id("transactionid"), Plain("regardingobjectid", ColumnType.Lookup, "lookup") with { Format = RegardingFormat }, Date("createdon")),
        Table("annotation", "Annotation", "annotations", "Note", "Anteckning", "subject",
            Text("subject", 500), Memo("notetext") with { MaxLength = 100000 }, Flag("isdocument"), Text("filename", 255), Text("mimetype", 256), Memo("documentbody"),
            Number("filesize") with { ValidForCreate = false, ValidForUpdate = false }, Text("objecttypecode", 100), Text("langid", 2), Text("stepid", 32),
            Plain("objectid", ColumnType.Lookup, "lookup") with { Format = RegardingFormat },
            Plain("ownerid", ColumnType.Owner, "owner") with { Targets = ["systemuser", "team"] }, Lookup("owninguser", "systemuser"), Lookup("owningteam", "team"),
            Lookup("owningbusinessunit", "businessunit"), Lookup("createdby", "systemuser"), Lookup("modifiedby", "systemuser"),
            Date("overriddencreatedon"), Date("createdon"), Date("modifiedon")) with { IsUserOwned = true },
        Table("fileattachment", "FileAttachment", "fileattachments", "File attachment", "Filbilaga", "filename",
            Text("filename", 255), Text("mimetype", 256), Number("filesizeinbytes"), Text("objecttypecode", 100),
            Plain("objectid", ColumnType.UniqueIdentifier, "uniqueidentifier"), Text("regardingfieldname", 100), Date("createdon")),
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

    /// <summary>Logical names of those that only the platform writes, or that have rules of their own; the others are tables like those of solutions.</summary>
    public static IReadOnlySet<string> Names { get; } = All.Select(table => table.LogicalName).Where(name => name != "annotation").ToHashSet(StringComparer.Ordinal);

    /// <summary>Tables whose rows say what the solutions hold.</summary>
    public static IReadOnlyList<string> Designs { get; } =
    [
        "systemform", "savedquery", "savedqueryvisualization", "solutioncomponent", "pluginassembly", "plugintype", "sdkmessage", "sdkmessagefilter",
        "sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "webresource", "appmodule", "sitemap", "customapi", "customapirequestparameter",
        "customapiresponseproperty",
    ];

    /// <summary>Tables that no request writes.</summary>
    public static IReadOnlySet<string> ReadOnly { get; } = new HashSet<string>([.. Designs, "solution", "importjob", "audit"], StringComparer.Ordinal);

    /// <summary>The relationships among them.</summary>
    public static IReadOnlyList<RelationshipModel> Relationships { get; } =
    [
        .. from table in All
           where Names.Contains(table.LogicalName)
           from column in table.Columns.Values
           where column.Type == ColumnType.Lookup && column.Targets.Count > 0
           select new RelationshipModel
           {
               Name = NameOf(table, column),
               ReferencedTable = column.Targets[0],
               ReferencingTable = table.LogicalName,
               ReferencingColumn = column.LogicalName,
               LookupNavigation = column.LogicalName,
               CollectionNavigation = NameOf(table, column),
               IsSystem = true,
           },
        Many(TeamMembers, "team", "systemuser", "teammembership"),
        Many(UserRoles, "systemuser", "role", "systemuserroles"),
        Many(TeamRoles, "team", "role", "teamroles"),
        Many(UserProfiles, "systemuser", "fieldsecurityprofile", "systemuserprofiles"),
        Many(TeamProfiles, "team", "fieldsecurityprofile", "teamprofiles"),
    ];

    private static string NameOf(TableModel table, ColumnModel column) =>
        table.LogicalName == "audit" ? $"lk_audit_{column.LogicalName}" : $"{column.Targets[0]}_{table.LogicalName}_{column.LogicalName}";

    private static RelationshipModel Many(string name, string first, string second, string intersect) => Intersects.Complete(
        new()
        {
            Name = name,
            ReferencedTable = first,
            ReferencingTable = second,
            ReferencingColumn = "",
            LookupNavigation = name,
            CollectionNavigation = name,
            IntersectTable = intersect,
            IsSystem = true,
        },
        first + "id",
        second + "id");

    private static TableModel Table(
        string name, string schemaName, string set, string label, string swedish, string? primaryName, params ColumnModel[] columns)
    {
        var id = name switch { "usersettings" => "systemuserid", "systemuserroles" => "systemuserroleid", "teamroles" => "teamroleid", "systemuserprofiles" => "systemuserprofileid", "teamprofiles" => "teamprofileid", "systemform" => "formid", _ => name + "id" };
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
            IsAudited = Audited.Contains(name),
            Columns = all.ToDictionary(
                column => column.LogicalName,
                column => column with { IsAudited = Audited.Contains(name) && column.LogicalName is not ("createdon" or "modifiedon" or "versionnumber") },
                StringComparer.Ordinal),
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

    private static ColumnModel Id(string name) => Plain(name, ColumnType.UniqueIdentifier, "uniqueidentifier");

    private static ColumnModel Flag(string name) => Plain(name, ColumnType.Boolean, "bit") with { Choice = YesNo, DefaultValue = 0 };

    private static ColumnModel Permission(string name) => Plain(name, ColumnType.Choice, "picklist") with
    {
        Choice = Choice("field_security_permission_type", (0, "Not Allowed", "Ej tillåtet"), (4, "Allowed", "Tillåtet")),
        DefaultValue = 0,
    };

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
