using System.Xml.Linq;
using Packager.Model;

namespace Sandbox.Import;

/// <summary>What the components of a solution need.</summary>
internal static class Needs
{
    /// <summary>Each need, once.</summary>
    public static IEnumerable<Need> Of(SolutionModel solution) => All(solution).Distinct();

    private static IEnumerable<Need> All(SolutionModel solution)
    {
        foreach (var table in solution.Tables)
        {
            var dependent = $"table '{table.LogicalName}'";
            if (table.IsShell) yield return new(dependent, "table", table.LogicalName);
            foreach (var view in table.Views)
            {
                foreach (var (of, column) in ColumnsOf(view.Fetch)) yield return new($"view '{view.Name.In(solution.BaseLanguage)}' of '{table.LogicalName}'", "column", $"{of}.{column}");
            }

            foreach (var form in table.Forms)
            {
                var name = $"form '{form.Name.In(solution.BaseLanguage)}' of '{table.LogicalName}'";
                foreach (var column in form.Xml.Descendants("control").Select(control => Lower((string?)control.Attribute("datafieldname"))).OfType<string>())
                    yield return new(name, "column", $"{table.LogicalName}.{column}");
                foreach (var library in form.Xml.Descendants("Library").Select(library => (string?)library.Attribute("name")).OfType<string>())
                    yield return new(name, "web resource", library);
            }
        }

        foreach (var relationship in solution.Relationships.Where(relationship => !relationship.IsSystem))
        {
            var name = $"relationship '{relationship.Name}'";
            yield return new(name, "table", relationship.ReferencedTable);
            yield return new(name, "table", relationship.ReferencingTable);
            if (relationship.ReferencingColumn.Length > 0) yield return new(name, "column", $"{relationship.ReferencingTable}.{relationship.ReferencingColumn}");
        }

        foreach (var profile in solution.FieldSecurityProfiles)
        {
            foreach (var permission in profile.Permissions) yield return new($"field security profile '{profile.Name}'", "column", $"{permission.Table}.{permission.Column}");
        }

        foreach (var step in solution.Steps)
        {
            var name = $"step '{step.Name}'";
            if (step.Table is { } table)
            {
                yield return new(name, "table", table);
                foreach (var column in step.FilteringAttributes.Concat(step.Images.SelectMany(image => image.Attributes))) yield return new(name, "column", $"{table}.{column}");
            }

            yield return new(name, "plug-in type", step.PluginTypeName);
            yield return new(name, "custom API", step.Message);
        }

        foreach (var api in solution.CustomApis.Where(api => api.BoundTable is not null)) yield return new($"custom API '{api.UniqueName}'", "table", api.BoundTable!);
        foreach (var map in solution.SiteMaps)
        {
            foreach (var table in map.Xml.Descendants("SubArea").Select(area => Lower((string?)area.Attribute("Entity"))).OfType<string>())
                yield return new($"site map '{map.UniqueName}'", "table", table);
        }

        foreach (var app in solution.Apps)
        {
            foreach (var component in app.Components.Where(component => component is { Type: 1, SchemaName.Length: > 0 }))
                yield return new($"app '{app.UniqueName}'", "table", component.SchemaName!.ToLowerInvariant());
        }

        foreach (var dashboard in solution.Dashboards)
        {
            foreach (var table in dashboard.Xml.Descendants("TargetEntityType").Select(target => Lower(target.Value)).OfType<string>())
                yield return new($"dashboard '{dashboard.Name.In(solution.BaseLanguage)}'", "table", table);
        }
    }

    private static IEnumerable<(string Table, string Column)> ColumnsOf(XElement fetch)
    {
        foreach (var entity in fetch.Descendants().Where(element => element.Name.LocalName is "entity" or "link-entity"))
        {
            if (Lower((string?)entity.Attribute("name")) is not { } table) continue;
            foreach (var attribute in entity.Elements().Concat(entity.Elements("filter").Descendants("condition")).Where(element => element.Attribute("entityname") is null))
            {
                var name = attribute.Name.LocalName switch { "attribute" => (string?)attribute.Attribute("name"), "order" or "condition" => (string?)attribute.Attribute("attribute"), _ => null };
                if (Lower(name) is { } column) yield return (table, column);
            }
        }
    }

    private static string? Lower(string? text) => string.IsNullOrEmpty(text) ? null : text.ToLowerInvariant();
}

/// <summary>A component needs another.</summary>
/// <param name="Dependent">What needs, as a person reads it.</param>
/// <param name="Kind">Kind of what is needed.</param>
/// <param name="Key">By what it is known.</param>
internal sealed record Need(string Dependent, string Kind, string Key);
