using System.Xml.Linq;
using Packager.Model;
using Packager.Reading;
using Sandbox.Messages;
using Sandbox.Metadata;
using Sandbox.Store;

namespace Sandbox.Import;

/// <summary>What the solutions hold as rows of the platform's tables, for whoever looks it up; what runs and is drawn is the model.</summary>
internal sealed class DesignRows
{
    /// <summary>Changes with what is written, so that an older database gets its rows anew.</summary>
    public const string Version = "2";

    private readonly Database _database;
    private readonly OrganizationModel _model;
    private readonly long _now;

    private DesignRows(Database database, OrganizationModel model, DateTime now) => (_database, _model, _now) = (database, model, Values.Seconds(now));

    /// <summary>Writes all of them anew; for whoever holds the gate, in a transaction.</summary>
    public static void Write(Database database, OrganizationModel model, DateTime now)
    {
        foreach (var table in SystemTables.Designs) database.Writer.Run($"DELETE FROM {ColumnSchema.Quote(table)}");
        var rows = new DesignRows(database, model, now);
        rows.WriteMessages();
        foreach (var solution in model.Solutions) rows.WriteSolution(solution);
        database.SetMeta("designs", Version);
    }

    private static Guid Id(Guid id, string name) => id == Guid.Empty ? MetadataIds.Of(name) : id;

    private static Guid MessageId(string message) => PlatformMessages.Id(message) ?? MetadataIds.Of("sdkmessage:" + message);

    private static Guid FilterId(string message, string table) => MetadataIds.Of($"sdkmessagefilter:{message}:{table}");

    private static string? Xml(XElement? element) => element?.ToString(SaveOptions.DisableFormatting);

    private void WriteMessages()
    {
        var steps = _model.Solutions.SelectMany(solution => solution.Steps).ToList();
        foreach (var message in MessageTable.RaisedByTable.Union(MessageTable.RaisedForAll).Union(steps.Select(step => step.Message)).Union(_model.CustomApis.Keys).Where(message => message.Length > 0))
            Add("sdkmessage", ("sdkmessageid", MessageId(message)), ("name", message), ("isprivate", _model.CustomApis.GetValueOrDefault(message)?.IsPrivate ?? false));
        var pairs = _model.Tables.Values.Where(table => !SystemTables.Names.Contains(table.LogicalName) && !table.IsIntersect)
            .SelectMany(table => MessageTable.RaisedByTable.Select(message => (Message: message, Table: table.LogicalName)))
            .Union(MessageTable.RaisedForAll.Select(message => (Message: message, Table: "none")))
            .Union(steps.Where(step => step.Message.Length > 0).Select(step => (step.Message, step.Table ?? "none")))
            .Union(_model.CustomApis.Values.Select(api => (api.UniqueName, api.BoundTable ?? "none")));
        foreach (var (message, table) in pairs)
        {
            Add("sdkmessagefilter", ("sdkmessagefilterid", FilterId(message, table)), ("sdkmessageid", MessageId(message)),
                ("primaryobjecttypecode", table), ("secondaryobjecttypecode", "none"), ("iscustomprocessingstepallowed", true));
        }
    }

    private void WriteSolution(SolutionModel solution)
    {
        var id = _database.Writer.Text("SELECT solutionid FROM solution WHERE uniquename = ?", solution.UniqueName);
        var language = solution.BaseLanguage;
        foreach (var assembly in solution.Assemblies) WriteAssembly(assembly, solution.IsManaged, id);
        foreach (var step in solution.Steps) WriteStep(step, solution.IsManaged, id);
        foreach (var resource in solution.WebResources)
        {
            Add("webresource", ("webresourceid", Id(resource.Id, "webresource:" + resource.Name)), ("name", resource.Name), ("displayname", resource.DisplayName),
                ("webresourcetype", resource.Type), ("content", Convert.ToBase64String(resource.Content.Span)), ("ismanaged", solution.IsManaged), ("solutionid", id));
        }

        foreach (var table in solution.Tables) WriteTable(table, language, solution.IsManaged, id);
        foreach (var dashboard in solution.Dashboards)
        {
            Add("systemform", ("formid", dashboard.Id), ("name", dashboard.Name.In(language)), ("type", 0), ("objecttypecode", null), ("formxml", Xml(dashboard.Xml)),
                ("isdefault", dashboard.IsDefault), ("ismanaged", solution.IsManaged), ("solutionid", id));
        }

        foreach (var app in solution.Apps)
        {
            Add("appmodule", ("appmoduleid", MetadataIds.Of("appmodule:" + app.UniqueName)), ("uniquename", app.UniqueName), ("name", app.Name.In(language)),
                ("clienttype", 4), ("ismanaged", solution.IsManaged), ("solutionid", id), ("statecode", 0), ("statuscode", 1));
        }

        foreach (var map in solution.SiteMaps)
        {
            Add("sitemap", ("sitemapid", MetadataIds.Of("sitemap:" + map.UniqueName)), ("sitemapname", map.UniqueName), ("sitemapnameunique", map.UniqueName),
                ("sitemapxml", Xml(map.Xml)), ("isappaware", true), ("ismanaged", solution.IsManaged), ("solutionid", id));
        }

        foreach (var api in solution.CustomApis) WriteApi(api, solution.IsManaged, id);
        if (id is not null) WriteComponents(solution, id);
    }

    private void WriteAssembly(PluginAssemblyModel assembly, bool isManaged, string? solution)
    {
        var parts = assembly.FullName.Split(',', StringSplitOptions.TrimEntries);
        string? Part(string name) => parts.FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..];
        var id = Id(assembly.Id, "pluginassembly:" + parts[0]);
        Add("pluginassembly", ("pluginassemblyid", id), ("name", parts[0]), ("version", Part("Version")), ("culture", Part("Culture")),
            ("publickeytoken", Part("PublicKeyToken")), ("isolationmode", 2), ("sourcetype", 0), ("content", Convert.ToBase64String(assembly.Content.Span)),
            ("ismanaged", isManaged), ("solutionid", solution));
        foreach (var type in assembly.Types)
        {
            Add("plugintype", ("plugintypeid", Id(type.Id, "plugintype:" + type.TypeName)), ("name", type.TypeName), ("typename", type.TypeName),
                ("friendlyname", type.TypeName), ("assemblyname", parts[0]), ("version", Part("Version")), ("culture", Part("Culture")),
                ("publickeytoken", Part("PublicKeyToken")), ("pluginassemblyid", id), ("isworkflowactivity", false), ("ismanaged", isManaged), ("solutionid", solution));
        }
    }

    private void WriteStep(StepModel step, bool isManaged, string? solution)
    {
        var type = _model.Solutions.SelectMany(known => known.Assemblies).SelectMany(assembly => assembly.Types)
            .LastOrDefault(known => known.Id != Guid.Empty && known.Id == step.PluginTypeId || known.TypeName == step.PluginTypeName);
        Guid? typeId = type is null ? null : Id(type.Id, "plugintype:" + type.TypeName);
        Add("sdkmessageprocessingstep", ("sdkmessageprocessingstepid", step.Id), ("name", step.Name), ("stage", step.Stage), ("mode", step.IsAsync ? 1 : 0),
            ("rank", step.Rank), ("filteringattributes", step.FilteringAttributes.Count == 0 ? null : string.Join(',', step.FilteringAttributes)),
            ("configuration", step.Configuration), ("sdkmessageid", MessageId(step.Message)), ("sdkmessagefilterid", FilterId(step.Message, step.Table ?? "none")),
            ("plugintypeid", typeId), ("eventhandler", typeId), ("supporteddeployment", 0), ("invocationsource", 0), ("statecode", 0), ("statuscode", 1),
            ("ismanaged", isManaged), ("solutionid", solution));
        foreach (var image in step.Images)
        {
            Add("sdkmessageprocessingstepimage", ("sdkmessageprocessingstepimageid", Id(image.Id, $"image:{step.Id}:{image.Alias}")), ("name", image.Alias),
                ("entityalias", image.Alias), ("imagetype", image.Type), ("attributes", image.Attributes.Count == 0 ? null : string.Join(',', image.Attributes)),
                ("messagepropertyname", image.MessagePropertyName), ("sdkmessageprocessingstepid", step.Id), ("ismanaged", isManaged), ("solutionid", solution));
        }
    }

    private void WriteTable(TableModel table, int language, bool isManaged, string? solution)
    {
        foreach (var form in table.Forms)
        {
            var type = form.Kind switch { "main" => 2, "quickCreate" => 7, "quick" => 6, "card" => 11, _ => (int?)null };
            if (type is null) continue;
            Add("systemform", ("formid", form.Id), ("name", form.Name.In(language)), ("type", type), ("objecttypecode", table.LogicalName), ("formxml", Xml(form.Xml)),
                ("isdefault", false), ("ismanaged", isManaged), ("solutionid", solution));
        }

        foreach (var view in table.Views)
        {
            Add("savedquery", ("savedqueryid", view.Id), ("name", view.Name.In(language)), ("returnedtypecode", table.LogicalName), ("querytype", view.QueryType),
                ("fetchxml", Xml(view.Fetch)), ("layoutxml", Xml(view.Layout)), ("isdefault", view.IsDefault), ("statecode", 0), ("statuscode", 1),
                ("ismanaged", isManaged), ("solutionid", solution));
        }

        foreach (var chart in table.Charts)
        {
            Add("savedqueryvisualization", ("savedqueryvisualizationid", chart.Id), ("name", chart.Name.In(language)), ("primaryentitytypecode", table.LogicalName),
                ("datadescription", Xml(chart.Data)), ("presentationdescription", Xml(chart.Presentation)), ("isdefault", chart.IsDefault),
                ("ismanaged", isManaged), ("solutionid", solution));
        }
    }

    private void WriteApi(CustomApiModel api, bool isManaged, string? solution)
    {
        var id = MetadataIds.Of("customapi:" + api.UniqueName);
        Add("customapi", ("customapiid", id), ("uniquename", api.UniqueName), ("name", api.UniqueName), ("displayname", api.UniqueName), ("bindingtype", api.BindingType),
            ("boundentitylogicalname", api.BoundTable), ("isfunction", api.IsFunction), ("isprivate", api.IsPrivate), ("executeprivilegename", api.ExecutePrivilege),
            ("allowedcustomprocessingsteptype", api.AllowedCustomProcessingStepType), ("plugintypeid", api.PluginTypeId), ("sdkmessageid", MessageId(api.UniqueName)),
            ("ismanaged", isManaged), ("solutionid", solution), ("statecode", 0), ("statuscode", 1));
        foreach (var parameter in api.Parameters)
        {
            Add("customapirequestparameter", ("customapirequestparameterid", MetadataIds.Of($"customapirequestparameter:{api.UniqueName}:{parameter.UniqueName}")),
                ("uniquename", parameter.UniqueName), ("name", parameter.UniqueName), ("displayname", parameter.UniqueName), ("type", parameter.Type),
                ("isoptional", parameter.IsOptional), ("logicalentityname", parameter.Table), ("customapiid", id), ("ismanaged", isManaged), ("solutionid", solution));
        }

        foreach (var property in api.Properties)
        {
            Add("customapiresponseproperty", ("customapiresponsepropertyid", MetadataIds.Of($"customapiresponseproperty:{api.UniqueName}:{property.UniqueName}")),
                ("uniquename", property.UniqueName), ("name", property.UniqueName), ("displayname", property.UniqueName), ("type", property.Type),
                ("logicalentityname", property.Table), ("customapiid", id), ("ismanaged", isManaged), ("solutionid", solution));
        }
    }

    // Kinds whose type code differs from organization to organization, such as custom APIs, have none here.
    private void WriteComponents(SolutionModel solution, string id)
    {
        foreach (var component in Component.Of(solution).Where(component => component.Type > 0).DistinctBy(component => component.Name))
        {
            var behavior = solution.RootComponents.FirstOrDefault(root => root.Type == component.Type
                && (string.Equals(root.SchemaName, component.Key, StringComparison.OrdinalIgnoreCase) || root.Id is { } given && given == component.Id))?.Behavior;
            Add("solutioncomponent", ("solutioncomponentid", MetadataIds.Of($"solutioncomponent:{solution.UniqueName}:{component.Name}")), ("solutionid", id),
                ("componenttype", component.Type), ("objectid", component.Id is { } known && known != Guid.Empty ? known : MetadataIds.Of(ObjectName(component))),
                ("rootcomponentbehavior", behavior), ("ismetadata", component.Type is 1 or 2 or 9 or 10 or 14));
        }
    }

    // The same ids as in the metadata and in the rows above.
    private static string ObjectName(Component component) => component.Type switch
    {
        1 or 9 => component.Key,
        2 => component.Key[(component.Key.IndexOf('.', StringComparison.Ordinal) + 1)..],
        61 => "webresource:" + component.Key,
        62 => "sitemap:" + component.Key,
        80 => "appmodule:" + component.Key,
        90 => "plugintype:" + component.Key,
        91 => "pluginassembly:" + component.Key,
        _ => component.Name,
    };

    private void Add(string table, params (string Column, object? Value)[] values)
    {
        var all = new List<(string Column, object? Value)>(values) { ("createdon", _now), ("modifiedon", _now), ("versionnumber", _database.NextRowVersion()) };
        var columns = string.Join(", ", all.Select(value => ColumnSchema.Quote(value.Column)));
        _database.Writer.Run($"INSERT OR REPLACE INTO {ColumnSchema.Quote(table)} ({columns}) VALUES ({string.Join(", ", all.Select(_ => "?"))})",
            all.Select(value => value.Value).ToArray());
    }
}
