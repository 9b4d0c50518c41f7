namespace Packager.Model;

/// <summary>A component of a solution, as finely as an update tells them apart.</summary>
/// <param name="Kind">What it is: table, column, option, relationship, key, form, view, step, ...</param>
/// <param name="Key">By what the same component is known again in another version.</param>
/// <param name="Type">The platform's component type; 0 for what is no component of its own, such as an option.</param>
/// <param name="Id">Its id where it has one in the solution's XML.</param>
public sealed record Component(string Kind, string Key, int Type = 0, Guid? Id = null)
{
    /// <summary>Kind and key as a person reads them.</summary>
    public string Name => $"{Kind} '{Key}'";

    /// <summary>All components of a solution.</summary>
    public static IEnumerable<Component> Of(SolutionModel solution)
    {
        foreach (var table in solution.Tables)
        {
            yield return new(table.IsShell ? "table extension" : "table", table.LogicalName, 1);
            foreach (var column in table.Columns.Values)
            {
                yield return new("column", $"{table.LogicalName}.{column.LogicalName}", 2);
                foreach (var option in column.Choice is { IsGlobal: false } own ? own.Options : [])
                    yield return new("option", $"{table.LogicalName}.{column.LogicalName}: {option.Value}");
            }

            foreach (var key in table.Keys) yield return new("key", $"{table.LogicalName}.{key.LogicalName}", 14);
            foreach (var form in table.Forms) yield return new("form", $"{table.LogicalName}: {form.Id:D}", 60, form.Id);
            foreach (var view in table.Views) yield return new("view", $"{table.LogicalName}: {view.Id:D}", 26, view.Id);
            foreach (var chart in table.Charts) yield return new("chart", $"{table.LogicalName}: {chart.Id:D}", 59, chart.Id);
        }

        foreach (var choice in solution.Choices)
        {
            yield return new("choice", choice.Name, 9);
            foreach (var option in choice.Options) yield return new("option", $"{choice.Name}: {option.Value}");
        }

        foreach (var relationship in solution.Relationships) yield return new("relationship", relationship.Name, 10);
        foreach (var role in solution.Roles)
        {
            yield return new("role", $"{role.Name}: {role.Id:D}", 20, role.Id);
            foreach (var privilege in role.Privileges.Keys) yield return new("privilege", $"{role.Name}: {privilege}");
        }

        foreach (var profile in solution.FieldSecurityProfiles)
        {
            yield return new("field security profile", $"{profile.Name}: {profile.Id:D}", 70, profile.Id);
            foreach (var permission in profile.Permissions) yield return new("field permission", $"{profile.Name}: {permission.Table}.{permission.Column}");
        }

        foreach (var resource in solution.WebResources) yield return new("web resource", resource.Name, 61, resource.Id);
        foreach (var assembly in solution.Assemblies)
        {
            yield return new("assembly", assembly.FullName.Split(',')[0], 91, assembly.Id);
            foreach (var type in assembly.Types) yield return new("plug-in type", type.TypeName, 90, type.Id);
        }

        foreach (var step in solution.Steps)
        {
            yield return new("step", $"{step.Name}: {step.Id:D}", 92, step.Id);
            foreach (var image in step.Images) yield return new("image", $"{step.Name}: {image.Alias}: {image.Id:D}", 93, image.Id);
        }

        foreach (var api in solution.CustomApis)
        {
            yield return new("custom API", api.UniqueName);
            foreach (var parameter in api.Parameters) yield return new("custom API parameter", $"{api.UniqueName}.{parameter.UniqueName}");
            foreach (var property in api.Properties) yield return new("custom API property", $"{api.UniqueName}.{property.UniqueName}");
        }

        foreach (var app in solution.Apps) yield return new("app", app.UniqueName, 80);
        foreach (var map in solution.SiteMaps) yield return new("site map", map.UniqueName, 62);
        foreach (var dashboard in solution.Dashboards) yield return new("dashboard", $"{dashboard.Id:D}", 60, dashboard.Id);
    }
}
