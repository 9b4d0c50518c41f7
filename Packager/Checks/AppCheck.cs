using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Apps and site maps lead to parts that exist and belong to the app.</summary>
internal static class AppCheck
{
    private const string Resource = "$webresource:";

    public static void Run(CheckContext context)
    {
        var maps = context.Items("AppModuleSiteMaps", "AppModuleSiteMap").ToList();
        foreach (var app in context.Items("AppModules", "AppModule"))
        {
            CheckApp(context, app);
            var name = app.Text("UniqueName");
            if (!maps.Any(map => map.Text("SiteMapUniqueName") == name))
                context.Report(app, FindingCodes.AppSiteMap, $"The app '{name}' has no site map of its name.");
        }

        foreach (var map in maps)
        {
            var app = context.Items("AppModules", "AppModule").FirstOrDefault(app => app.Text("UniqueName") == map.Text("SiteMapUniqueName"));
            if (app == null)
                context.Report(map, FindingCodes.AppSiteMap, $"The site map '{map.Text("SiteMapUniqueName")}' belongs to no app of its name.");
            CheckSiteMap(context, map, app);
        }
    }

    private static void CheckApp(CheckContext context, XElement app)
    {
        foreach (var component in app.At("AppModuleComponents", "AppModuleComponent"))
            CheckComponent(context, component);
        if (!app.At("AppModuleComponents", "AppModuleComponent").Any(component => component.Attr("type") == "62"))
            context.Report(app, FindingCodes.AppComponent, $"The app '{app.Text("UniqueName")}' does not have its site map (type 62) among its components.");
        foreach (var role in app.At("AppModuleRoleMaps", "Role"))
        {
            if (XmlValues.Id(role.Attr("id")) is { } id && !context.Roles.ContainsKey(id) && !PlatformParts.Roles.Contains(id))
                context.Report(role, FindingCodes.AppRole, $"The app is given to the role {role.Attr("id")}, which is not in the solution.");
        }

        if (app.Element("WebResourceId") is { } icon && XmlValues.Id(icon.Value) is { } iconId && iconId != PlatformParts.DefaultAppIcon
            && !context.WebResources.Values.Any(resource => XmlValues.Id(resource.Text("WebResourceId")) == iconId))
            context.Report(icon, FindingCodes.AppIcon, $"The app's icon is the web resource {icon.Value}, which is not in the solution.");
    }

    private static void CheckComponent(CheckContext context, XElement component)
    {
        var name = component.Attr("schemaName");
        var id = XmlValues.Id(component.Attr("id"));
        var exists = component.Attr("type") switch
        {
            "1" => context.KnowsTable(name),
            "26" => id != null && context.Views.ContainsKey(id.Value),
            "59" => id != null && context.Charts.ContainsKey(id.Value),
            "60" => id != null && (context.Dashboards.ContainsKey(id.Value) || context.Forms.ContainsKey(id.Value)),
            "62" => context.Items("AppModuleSiteMaps", "AppModuleSiteMap").Any(map => map.Text("SiteMapUniqueName") == name),
            "29" => id != null && context.Items("Workflows", "Workflow").Any(workflow => XmlValues.Id(workflow.Attr("WorkflowId")) == id),
            _ => true,
        };
        if (!exists)
            context.Report(component, FindingCodes.AppComponent, $"The app's component of type {component.Attr("type")} '{name ?? component.Attr("id")}' is not in the solution.");
    }

    private static void CheckSiteMap(CheckContext context, XElement map, XElement? app)
    {
        var tables = app.At("AppModuleComponents", "AppModuleComponent").Where(component => component.Attr("type") == "1")
            .Select(component => component.Attr("schemaName")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in map.Descendants().Where(element => element.Name.LocalName is "Area" or "Group" or "SubArea"))
        {
            if (!ids.Add(element.Attr("Id") ?? ""))
                context.Report(element, FindingCodes.SiteMapIdTwice, $"The id '{element.Attr("Id")}' stands in the site map more than once.");
            foreach (var name in new[] { "VectorIcon", "Icon", "Url" })
                CheckResource(context, element.Attribute(name));
        }

        foreach (var area in map.Descendants("SubArea"))
        {
            if (area.Attribute("Entity") is { } entity)
            {
                if (!context.KnowsTable(entity.Value))
                    context.Report(entity, FindingCodes.SiteMapTarget, $"The site map leads to the table '{entity.Value}', which is neither in the solution nor of the platform.");
                else if (app != null && !tables.Contains(entity.Value))
                    context.Report(entity, FindingCodes.SiteMapTarget, $"The site map leads to the table '{entity.Value}', which is no component of the app.");
            }
            else if (area.Attribute("Url") == null && area.Attribute("Page") == null)
            {
                context.Report(area, FindingCodes.SiteMapTarget, $"The sub-area '{area.Attr("Id")}' leads nowhere: it names no table, URL or page.");
            }

            if (area.Attribute("DefaultDashboard") is { } dashboard && XmlValues.Id(dashboard.Value) is { } id && !context.Dashboards.ContainsKey(id))
                context.Report(dashboard, FindingCodes.SiteMapTarget, $"The site map leads to the dashboard {dashboard.Value}, which is not in the solution.");
        }
    }

    private static void CheckResource(CheckContext context, XAttribute? attribute)
    {
        const string Path = "/WebResources/";
        var value = attribute?.Value ?? "";
        var name = value.StartsWith(Resource, StringComparison.Ordinal) ? value[Resource.Length..]
            : value.StartsWith(Path, StringComparison.Ordinal) ? value[Path.Length..] : "";
        name = name.Split('?')[0];
        if (context.IsOwn(name) && !context.WebResources.ContainsKey(name))
            context.Report(attribute!, FindingCodes.SiteMapTarget, $"The site map names the web resource '{name}', which is not in the solution.");
    }
}
