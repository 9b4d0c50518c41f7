using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>The manifest lists exactly the parts of the payload.</summary>
internal static class RootComponentCheck
{
    private sealed record Part(int Type, string Key, string What, XElement Element);

    public static void Run(CheckContext context)
    {
        var parts = Payload(context).ToList();
        var payload = parts.Select(part => (part.Type, part.Key)).Concat(OtherForms(context).Select(id => (60, id))).ToHashSet();
        var roots = new HashSet<(int, string)>();
        foreach (var root in context.Roots)
        {
            if (XmlValues.Int(root.Attr("type")) is not { } type) continue;
            var key = Key(context, root, type);
            if (key == null) continue;
            if (!roots.Add((type, key)))
                context.Report(root, FindingCodes.RootComponentTwice, $"The root component of type {type} '{Written(root)}' is listed more than once.");
            else if (!payload.Contains((type, key)) && !(type == 1 && root.Attr("behavior") is "1" or "2"))
                context.Report(root, FindingCodes.RootComponentUnknown, $"The root component of type {type} '{Written(root)}' is not in the solution.");
        }

        foreach (var part in parts.Where(part => !roots.Contains((part.Type, part.Key))))
            context.Report(part.Element, FindingCodes.RootComponentMissing, $"{part.What} has no root component of type {part.Type}.");
    }

    /// <summary>The name or id a root component is found by; null when it cannot be one at all.</summary>
    private static string? Key(CheckContext context, XElement root, int type)
    {
        switch (type)
        {
            case 1 or 9 or 61 or 62 or 66 or 80 or 431 or 432:
                if (root.Attr("schemaName") is { Length: > 0 } name) return type == 61 ? name : name.ToLowerInvariant();
                break;
            case 20 or 29 or 60 or 70 or 92:
                if (XmlValues.Id(root.Attr("id")) is { } id) return id.ToString();
                break;
            case 91:
                if (root.Attr("schemaName") is { Length: > 0 } assembly) return assembly;
                break;
            case 31 or 36 or 50 or 183 or 300 or 372 or 401:
                return null; // Their payload is not read.
            default:
                context.Report(root, FindingCodes.RootComponentForbidden,
                    $"Type {type} is no root component: table-based parts and parts of a table have none.");
                return null;
        }

        context.Report(root, FindingCodes.RootComponentForm, $"A root component of type {type} is written with {(type is 20 or 29 or 60 or 70 or 92 ? "'id'" : "'schemaName'")}.");
        return null;
    }

    private static IEnumerable<Part> Payload(CheckContext context)
    {
        foreach (var table in context.AllTables)
            yield return new(1, table.LogicalName, $"The table '{table.LogicalName}'", table.Entity);
        foreach (var set in context.Items("optionsets", "optionset"))
            yield return new(9, Lower(set.Attr("Name")), $"The choice '{set.Attr("Name")}'", set);
        foreach (var role in context.Items("Roles", "Role"))
            yield return new(20, Id(role.Attr("id")), $"The role '{role.Attr("name")}'", role);
        foreach (var workflow in context.Items("Workflows", "Workflow"))
            yield return new(29, Id(workflow.Attr("WorkflowId")), $"The workflow '{workflow.Attr("Name")}'", workflow);
        foreach (var dashboard in context.Items("Dashboards", "Dashboard"))
            yield return new(60, Id(dashboard.Text("FormId")), "The dashboard", dashboard);
        foreach (var table in context.AllTables.Where(table => table.IsShell))
        {
            foreach (var (_, form) in table.Forms)
                yield return new(60, Id(form.Text("formid")), "The form of somebody else's table", form);
        }

        foreach (var resource in context.Items("WebResources", "WebResource"))
            yield return new(61, resource.Text("Name") ?? "", $"The web resource '{resource.Text("Name")}'", resource);
        foreach (var map in context.Items("AppModuleSiteMaps", "AppModuleSiteMap"))
            yield return new(62, Lower(map.Text("SiteMapUniqueName")), $"The site map '{map.Text("SiteMapUniqueName")}'", map);
        foreach (var control in context.Items("CustomControls", "CustomControl"))
            yield return new(66, Lower(control.Text("Name")), $"The custom control '{control.Text("Name")}'", control);
        foreach (var profile in context.Items("FieldSecurityProfiles", "FieldSecurityProfile"))
            yield return new(70, Id(profile.Attr("fieldsecurityprofileid")), $"The field security profile '{profile.Attr("name")}'", profile);
        foreach (var app in context.Items("AppModules", "AppModule"))
            yield return new(80, Lower(app.Text("UniqueName")), $"The app '{app.Text("UniqueName")}'", app);
        foreach (var assembly in context.Items("SolutionPluginAssemblies", "PluginAssembly"))
            yield return new(91, assembly.Attr("FullName") ?? "", $"The plug-in assembly '{assembly.Attr("FullName")}'", assembly);
        foreach (var step in context.Items("SdkMessageProcessingSteps", "SdkMessageProcessingStep"))
            yield return new(92, Id(step.Attr("SdkMessageProcessingStepId")), $"The step '{step.Attr("Name")}'", step);
        foreach (var image in context.Items("AttributeImageConfigs", "AttributeImageConfig"))
        {
            var name = $"{Lower(image.Text("parententitylogicalname"))} {Lower(image.Text("attributelogicalname"))}";
            yield return new(431, name, $"The image configuration of '{name}'", image);
        }

        foreach (var image in context.Items("EntityImageConfigs", "EntityImageConfig"))
        {
            var name = Lower(image.Text("parententitylogicalname"));
            yield return new(432, name, $"The image configuration of '{name}'", image);
        }
    }

    // Dialogs and interactive dashboards are forms too, and a table of others to which nothing is added but forms is exported without EntityInfo.
    private static IEnumerable<string> OtherForms(CheckContext context) =>
        context.Items("Dialogs", "Dialog").Concat(context.Items("InteractionCentricDashboards", "InteractionCentricDashboard")).Select(form => Id(form.Text("FormId")))
            .Concat(context.Items("Entities", "Entity").Where(entity => entity.Element("EntityInfo") is null).SelectMany(entity => entity.At("FormXml", "forms", "systemform")).Select(form => Id(form.Text("formid"))));

    private static string Written(XElement root) => root.Attr("schemaName") ?? root.Attr("id") ?? "";

    private static string Lower(string? text) => (text ?? "").ToLowerInvariant();

    private static string Id(string? text) => XmlValues.Id(text)?.ToString() ?? text ?? "";
}
